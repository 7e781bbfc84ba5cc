import type { Finding, Report, RunInfo, TargetReport } from '../../src/model/report.ts';
import { wordsIn } from '../rule-words.ts';
import { problemsIn } from '../target-name.ts';
import { isoTime } from '../time.ts';
import { positionIn } from './body.ts';
import type { CaseResult } from './case.ts';
import { errorResult, resultOf } from './case.ts';
import { attributes } from './xml.ts';

/** One judgement as a test case. */
interface Case extends CaseResult {
  readonly classname: string;
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
  readonly properties: Properties;
}

type Properties = Readonly<Record<string, string | undefined>>;

/** A target, or the run itself, as a suite. */
export interface Suite {
  readonly name: string;
  readonly package: string;
  readonly properties: Properties;
  readonly cases: readonly Case[];
}

const topicOf = (rule: string): string => rule.split('/')[0] ?? '';

const evidenceOf = ({ verdict }: Finding) => ('evidence' in verdict ? (verdict.evidence ?? []) : []);

const placeOf = ({ target: { origin } }: TargetReport, finding?: Finding) => {
  const position = positionIn(origin, finding === undefined ? [] : evidenceOf(finding));
  return origin === undefined ? {} : { file: position?.file ?? origin.file, ...(position && { line: position.line }) };
};

// GitLab drops test cases of equal class and name, and shows no suite: the name says which target it is about.
// https://docs.gitlab.com/ci/testing/unit_test_reports/
const suiteName = ({ target: { name, account, region } }: TargetReport): string => (account === '' ? name : `${name} (${account}, ${region})`);

const caseName = (rule: string, target: TargetReport): string => `${rule} ${suiteName(target)}`;

const judgedCase = (target: TargetReport, finding: Finding, wordsOf: ReturnType<typeof wordsIn>): Case => {
  const words = wordsOf(finding.rule);
  return {
    ...resultOf(finding, words, target),
    ...placeOf(target, finding),
    classname: `sageready.${topicOf(finding.rule)}`,
    name: caseName(finding.rule, target),
    properties: { severity: words.severity, title: words.title, outcome: finding.verdict.outcome, fingerprints: finding.fingerprints?.join(' ') },
  };
};

const invalidCase = (target: TargetReport, invalid: string): Case => ({
  ...errorResult('not-judged', problemsIn(invalid).join('; '), problemsIn(invalid)),
  ...placeOf(target),
  classname: 'sageready.target',
  name: caseName('target/can-be-judged', target),
  properties: {},
});

const suiteOf = (report: TargetReport, wordsOf: ReturnType<typeof wordsIn>): Suite => {
  const { target, outcome, risks, invalid, findings } = report;
  const { scenario, account, region, deployer } = target;
  return {
    name: suiteName(report),
    package: `sageready.${scenario}`,
    properties: { scenario, account, region, deployer, outcome, risks: String(risks) },
    cases: [...(invalid === undefined ? [] : [invalidCase(report, invalid)]), ...findings.map((finding) => judgedCase(report, finding, wordsOf))],
  };
};

const runCase = (name: string, message: string): Case => ({
  ...errorResult('run', message, [message]),
  classname: 'sageready.run',
  name: `run/${name}`,
  properties: {},
});

const runSuite = (run: RunInfo, cases: readonly Case[]): Suite => ({
  name: 'the run',
  package: 'sageready',
  properties: { time: isoTime(run.time), notes: [...run.endpoints, ...run.notes].join('; ') || undefined },
  cases,
});

/** A suite for each target, and one for a run that has not judged everything or nothing at all: an empty report would look like a success. */
export const suitesOf = function* (report: Report): Iterable<Suite> {
  const wordsOf = wordsIn(report);
  let targets = 0;
  for (const target of report.targets) {
    targets += 1;
    yield suiteOf(target, wordsOf);
  }
  const { run } = report;
  const cases = [
    ...(run.complete ? [] : [runCase('is-complete', 'The run was stopped; what was not read by then is not judged — run it again')]),
    ...(targets > 0 ? [] : [runCase('has-a-target', 'Nothing was judged: there is no target — describe one')]),
  ];
  if (cases.length > 0) yield runSuite(run, cases);
};

/** The numbers of cases that failed, could not be decided, and were skipped. */
export const countsOf = (cases: readonly Pick<Case, 'outcome'>[]) => {
  const having = (outcome: Case['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  return { tests: cases.length, failures: having('failure'), errors: having('error'), skipped: having('skipped') };
};

const propertiesElement = (properties: Properties): string => {
  const entries = Object.entries(properties).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return entries.length === 0 ? '' : `<properties>${entries.map(([name, value]) => `<property${attributes({ name, value })}/>`).join('')}</properties>`;
};

/** Gives a case a name that no other of its class has. */
export type Naming = (one: Pick<Case, 'classname' | 'name'>) => string;

/** What tells the two profiles apart, and how cases are named. */
interface Profile {
  readonly extended: boolean;
  readonly nameOf: Naming;
}

/** A test case; the strict profile knows neither files nor properties here. */
const caseElement = (one: Case, { extended, nameOf }: Profile): string => {
  const { classname, element, file, line, properties } = one;
  const open = attributes({ classname, name: nameOf(one), time: '0', ...(extended && { file, line }) });
  const inside = extended ? propertiesElement(properties) + element : element;
  return inside === '' ? `<testcase${open}/>` : `<testcase${open}>${inside}</testcase>`;
};

/** A suite in pieces. `id`: its number in the report, from 0. */
export const suiteElement = function* (
  suite: Suite,
  profile: Profile,
  { id, timestamp }: { readonly id: number; readonly timestamp: string },
): Iterable<string> {
  const counts = countsOf(suite.cases);
  yield `<testsuite${attributes({ name: suite.name, ...counts, time: '0', timestamp, hostname: 'localhost', id, package: suite.package })}>\n`;
  yield `${propertiesElement(suite.properties) || '<properties/>'}\n`;
  for (const one of suite.cases) yield `${caseElement(one, profile)}\n`;
  yield '<system-out/>\n<system-err/>\n</testsuite>\n';
};
