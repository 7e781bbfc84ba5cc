import type { Finding, Report, TargetReport } from '../../src/model/report.ts';
import type { RuleMeta } from '../../src/model/rule.ts';
import type { Evidence, Fail, Verdict } from '../../src/model/verdict.ts';
import type { NonEmpty } from '../../src/model/words.ts';
import { unique, visible } from '../text.ts';
import type { Found, Standing } from './found.ts';
import { idOf, subjectText, targetSubject, targetTail } from './identity.ts';

type Target = TargetReport['target'];
/** A rule as each of its findings names it, cleaned once. */
type Words = Pick<Found, 'rule' | 'title' | 'severity' | 'docs' | 'remedy'>;

const wordsOf = ({ id, title, severity, docs, fix }: RuleMeta): Words => ({
  rule: visible(id),
  title: visible(title),
  severity,
  docs,
  remedy: visible(fix),
});

const noWords = (rule: string): Words => ({ rule: visible(rule), title: visible(rule), severity: 'error', docs: [] });

/** What a report says, before it is compared with earlier runs. */
export interface Said extends Omit<Found, 'course' | 'firstSeen' | 'lastSeen'> {
  readonly standing: Exclude<Standing, 'gone'>;
}

const observation = ({ observed, expected }: Evidence): string =>
  expected === undefined ? visible(observed) : `${visible(observed)}; expected: ${visible(expected)}`;

const common = (target: Target, words: Words) => ({
  ...words,
  account: visible(target.account),
  region: visible(target.region),
  targets: [visible(target.name)],
  scenarios: [target.scenario],
});

const failed = (target: Target, finding: Finding & { readonly verdict: Fail }, words: Words): readonly Said[] =>
  finding.verdict.evidence.map((evidence, index) => {
    const fingerprint = finding.fingerprints?.[index] ?? subjectText(evidence.subject);
    const waiver = finding.waivers?.[fingerprint];
    return {
      ...common(target, words),
      id: idOf(finding.rule, target, fingerprint),
      standing: 'failed',
      subject: evidence.subject,
      summary: visible(finding.verdict.summary),
      details: [observation(evidence)],
      fixes: finding.verdict.fixes ?? [],
      ...(waiver !== undefined && { waiver }),
    };
  });

interface Whole {
  readonly standing: 'not-judged' | 'passed';
  readonly summary: string;
  readonly details: readonly string[];
}

const wholeOf = (verdict: Verdict): Whole | undefined => {
  switch (verdict.outcome) {
    case 'pass':
      return { standing: 'passed', summary: verdict.summary, details: [] };
    case 'cannot-tell':
      return { standing: 'not-judged', summary: 'Could not be judged', details: unique(verdict.because.map(({ message }) => message)) };
    case 'error':
      return { standing: 'not-judged', summary: 'Could not be judged: the rule is broken, which is sageready’s to mend', details: [verdict.message] };
    case 'fail':
    case 'not-applicable':
      return undefined;
    default:
      return verdict satisfies never;
  }
};

const aboutTarget = (target: Target, { rule, verdict }: Finding, words: Words): readonly Said[] => {
  const whole = wholeOf(verdict);
  if (whole === undefined) return [];
  const { standing, summary, details } = whole;
  return [
    {
      ...common(target, words),
      id: idOf(rule, target, targetTail(target)),
      standing,
      subject: targetSubject(target),
      summary: visible(summary),
      details: details.map(visible),
      fixes: [],
    },
  ];
};

const isFailure = (finding: Finding): finding is Finding & { readonly verdict: Fail } => finding.verdict.outcome === 'fail';

const saidOf = (target: Target, finding: Finding, words: Words): readonly Said[] =>
  isFailure(finding) ? failed(target, finding, words) : aboutTarget(target, finding, words);

const merged = ([first, ...others]: NonEmpty<Said>): Said => {
  if (others.length === 0) return first;
  const all = [first, ...others];
  return {
    ...first,
    targets: unique(all.flatMap(({ targets }) => targets)),
    scenarios: unique(all.flatMap(({ scenarios }) => scenarios)),
    details: unique(all.flatMap(({ details }) => details)),
    fixes: unique(all.map(({ fixes }) => fixes)).flat(),
  };
};

// What could not be judged only because something else could not is told once, there.
const isRoot = ({ verdict, follows = [] }: Finding): boolean => verdict.outcome !== 'cannot-tell' || follows.length === 0;

/** What a report says, once a finding: targets that share a subject share it. In the order of the report; a target that could not be judged at all has none. */
export const saidIn = ({ rules, targets }: Pick<Report, 'rules' | 'targets'>): readonly Said[] => {
  const words = new Map<string, Words>(rules.map((rule) => [rule.id, wordsOf(rule)]));
  const groups = new Map<string, [Said, ...Said[]]>();
  for (const { target, findings } of targets) {
    for (const one of findings.filter(isRoot).flatMap((finding) => saidOf(target, finding, words.get(finding.rule) ?? noWords(finding.rule)))) {
      const group = groups.get(one.id);
      if (group === undefined) groups.set(one.id, [one]);
      else group.push(one);
    }
  }
  return [...groups.values()].map(merged);
};
