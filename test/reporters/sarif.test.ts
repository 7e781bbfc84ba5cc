import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sarif, sarifFull } from '../../reporters/sarif.ts';
import { baselineOf } from '../../src/history/baseline.ts';
import type { KeptReport } from '../../src/history/reports.ts';
import type { Finding, Report, Reporter, ReporterOptions, TargetReport } from '../../src/model/report.ts';
import type { Subject } from '../../src/model/verdict.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { expectGolden } from '../support/golden.ts';
import { seeded } from '../support/hostile.ts';
import { fixtureReport, fullReport, readyReport } from '../support/report.ts';
import { anyReport } from '../support/report-arbitrary.ts';
import { waivedReport } from '../support/report-many.ts';
import type { SarifResult, SarifRun } from '../support/sarif.ts';
import { sarifFaults, sarifRun } from '../support/sarif.ts';

const OPTIONS = { colour: false, all: false, width: 80, links: false };
const FLAVOURS: readonly (readonly [string, Reporter])[] = [
  ['sarif', sarif],
  ['sarif-full', sarifFull],
];

const written = (reporter: Reporter, report: Report, options: Partial<ReporterOptions> = {}): string =>
  [...reporter(report, { ...OPTIONS, ...options })].join('');
const runOf = (reporter: Reporter, report: Report, options?: Partial<ReporterOptions>): SarifRun => sarifRun(written(reporter, report, options));
const indented = (text: string): string => `${JSON.stringify(JSON.parse(text), undefined, 2)}\n`;

const placeOf = ({ locations: [{ physicalLocation }] }: SarifResult): string =>
  `${physicalLocation.artifactLocation.uri}:${physicalLocation.region?.startLine}-${physicalLocation.region?.endLine}`;
const hashOf = ({ partialFingerprints }: SarifResult): string => partialFingerprints.primaryLocationLineHash;

const withOrigins = (report: Report, change: (target: TargetReport['target']) => TargetReport['target']): Report => ({
  ...report,
  targets: [...report.targets].map((one) => ({ ...one, target: change(one.target) })),
});

describe.each(FLAVOURS)('the report as %s', (name, reporter) => {
  test('is as committed', () => {
    expectGolden(`reporters/golden/report.${name}.golden.json`, indented(written(reporter, fixtureReport())));
  });
  test.each([
    ['realistic', fixtureReport()],
    ['everything at once', fullReport()],
    ['waived', waivedReport()],
    ['ready', readyReport()],
    ['without targets', { ...readyReport(), targets: [] }],
    ['without words', { ...fixtureReport(), rules: [] }],
  ])('satisfies the schema: %s', (_, report) => {
    for (const all of [false, true]) expect(sarifFaults(written(reporter, report, { all }))).toEqual([]);
  });
  test('is one run with results, even without any: that closes what was reported before', () => {
    expect(runOf(reporter, readyReport()).results).toEqual([]);
  });
  test('refers to rules that are there', () => {
    const { results, tool, invocations } = runOf(reporter, fullReport(), { all: true });
    expect(results.length).toBeGreaterThan(5);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    const rules = invocations[0].toolExecutionNotifications.flatMap(({ associatedRule }) => associatedRule ?? []);
    expect(rules.length).toBeGreaterThan(3);
    for (const { id, index } of rules) expect(tool.driver.rules[index]?.id).toBe(id);
    for (const { descriptor } of invocations[0].toolExecutionNotifications) expect(tool.driver.notifications[descriptor.index]?.id).toBe(descriptor.id);
  });
  test('keeps to the lengths that GitHub and GitLab take', () => {
    const long = seeded(fullReport(), (text) => `${text}${'{]('.repeat(2000)}`);
    const { results, tool, invocations } = runOf(reporter, long, { all: true });
    for (const { message } of [...results, ...invocations[0].toolExecutionNotifications]) expect(message.text.length).toBeLessThanOrEqual(2048);
    for (const rule of tool.driver.rules) {
      expect(rule.name.length).toBeLessThanOrEqual(255);
      expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1024);
      expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024);
      expect(rule.helpUri?.length).toBeLessThanOrEqual(2048);
    }
  });
  test('says each finding once, in lines and with a fingerprint of its own, whatever collides', () => {
    fc.assert(
      fc.property(anyReport, fc.boolean(), (report, all) => {
        const text = written(reporter, report, { all });
        expect(sarifFaults(text)).toEqual([]);
        const { results } = sarifRun(text);
        expect(new Set(results.map((result) => `${result.ruleId} ${placeOf(result)}`)).size).toBe(results.length);
        expect(new Set(results.map(hashOf)).size).toBe(results.length);
        expect(new Set(results.map(({ partialFingerprints }) => partialFingerprints['sageready/v1'])).size).toBe(results.length);
      }),
      { numRuns: 150 },
    );
  });
  test('keeps fingerprints when lines move and targets change places', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const moved = withOrigins({ ...report, targets: [...report.targets].reverse() }, ({ origin, ...target }) => ({
          ...target,
          ...(origin && {
            origin: { ...origin, positions: Object.fromEntries(Object.entries(origin.positions).map(([key, at]) => [key, { ...at, line: at.line + 7 }])) },
          }),
        }));
        expect(runOf(reporter, moved).results.map(hashOf).sort()).toEqual(runOf(reporter, report).results.map(hashOf).sort());
      }),
    );
  });
});

const subjectsOf = (report: Report, waived: boolean): readonly string[] => {
  const words = (subject: Subject): string => (typeof subject === 'string' ? subject : Object.values(subject).join('/'));
  return [...report.targets].flatMap(({ target, findings }) =>
    findings.flatMap(({ rule, verdict, fingerprints = [], waivers = {} }) =>
      verdict.outcome !== 'fail'
        ? []
        : verdict.evidence.flatMap(({ subject }, index) =>
            waived || waivers[fingerprints[index] ?? ''] === undefined ? [`${target.name} ${rule} ${words(subject)}`] : [],
          ),
    ),
  );
};

describe('its results', () => {
  test('are the failures, one a target, rule and subject; none is lost', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(runOf(sarif, report).results.length).toBe(new Set(subjectsOf(report, false)).size);
        expect(runOf(sarifFull, report).results.length).toBe(new Set(subjectsOf(report, true)).size);
      }),
    );
  });
  test('stand on the line of the field, with its column', () => {
    const { results } = runOf(sarif, fixtureReport());
    const memory = results.find(({ ruleId }) => ruleId === 'endpoint/memory-size-is-offered');
    expect(memory?.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'sageready.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 30, startColumn: 25, endLine: 30 },
    });
    expect(memory?.locations[0].logicalLocations[0].fullyQualifiedName).toBe('123456789012/us-east-1/endpoint/fraud');
  });
  test('without a field stand where the target begins, or on a line of the anchor each', () => {
    const trust = (run: SarifRun) => run.results.filter(({ ruleId }) => ruleId === 'identity/role-trusts-sagemaker').map(placeOf);
    expect(trust(runOf(sarif, fixtureReport()))).toEqual(['sageready.yaml:21-21']);
    expect(trust(runOf(sarif, fixtureReport(), { anchor: '.github/workflows/deploy.yml' }))).toEqual(['.github/workflows/deploy.yml:1-1']);
  });
  test('of targets that no file describes stand on lines of the anchor, one a subject', () => {
    const bare = withOrigins(fixtureReport(), ({ origin: _, ...target }) => target);
    const places = runOf(sarif, bare, { anchor: 'deploy.yml' }).results.map((result) => [
      result.locations[0].logicalLocations[0].fullyQualifiedName,
      placeOf(result),
    ]);
    const subjects = new Map(places as [string, string][]);
    expect(new Set(subjects.values()).size).toBe(subjects.size);
    expect([...subjects].toSorted()[0]).toEqual(['123456789012.dkr.ecr.eu-west-1.amazonaws.com/churn:1.4', 'deploy.yml:1-1']);
    expect(places.every(([, place]) => place?.startsWith('deploy.yml:'))).toBe(true);
    expect(runOf(sarif, bare).results.map(placeOf)).toContain('sageready.yaml:1-1');
  });
  test('never name an ARN as a file', () => {
    const odd = withOrigins(fixtureReport(), (target) => ({
      ...target,
      origin: { file: 'arn:aws:iam::1:role/x y.yaml', positions: { '': { line: 1, column: 1 } } },
    }));
    for (const { locations } of runOf(sarif, odd).results) {
      expect(locations[0].physicalLocation.artifactLocation.uri).toBe('arn%3Aaws%3Aiam%3A%3A1%3Arole/x%20y.yaml');
    }
  });
  test('carry the scales of the readers', () => {
    const { results, tool } = runOf(sarif, fixtureReport());
    expect(results.map(({ level, rank }) => [level, rank])).toEqual([...Array(5).fill(['error', 80]), ...Array(2).fill(['warning', 55])]);
    expect(tool.driver.rules[0]?.properties).toMatchObject({ 'security-severity': '8.0', 'problem.severity': 'error', precision: 'very-high' });
  });
  test('with all also tell what passed and what does not apply, in the full flavour only', () => {
    const kinds = (reporter: Reporter) => new Set(runOf(reporter, fixtureReport(), { all: true }).results.map(({ kind, level }) => `${kind} ${level}`));
    expect(kinds(sarif)).toEqual(new Set(['fail error', 'fail warning']));
    expect(kinds(sarifFull)).toEqual(new Set(['fail error', 'fail warning', 'pass none', 'notApplicable none']));
  });
  test('that are waived are suppressed, or left out where that is not understood, and said', () => {
    const suppressed = runOf(sarifFull, waivedReport()).results.filter(({ suppressions }) => suppressions?.length === 1);
    expect(suppressed.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining(['endpoint/memory-size-is-offered']));
    expect(suppressed[0]?.suppressions?.[0]?.justification).toContain('platform@example.com');
    const left = runOf(sarif, waivedReport());
    expect(left.results.map(({ ruleId }) => ruleId)).not.toContain('endpoint/memory-size-is-offered');
    expect(left.invocations[0].toolExecutionNotifications.map(({ message }) => message.text).join()).toMatch(/waived failures? left out/);
  });
  test('hold no placeholder and no link that somebody else has written', () => {
    const report = seeded(fixtureReport(), (text) => `${text} {0} [x](https://example.com)`);
    for (const { message } of runOf(sarif, report).results) {
      expect(message.text).not.toMatch(/(?<!\{)\{0\}(?!\})/);
      expect(message.text.replaceAll(/\\[\\[\]]/g, '')).not.toMatch(/\[/);
    }
  });
});

describe('after an earlier run', () => {
  const fault = (subject: string, observed: string) => fail('Broken', [{ subject, observed }]);
  /** The same run, but for these judgements by target and rule. */
  const earlier = (others: Readonly<Record<string, Partial<Finding>>>): KeptReport => ({
    time: '2026-11-20T06:00:00.000Z',
    complete: true,
    rules: fixtureReport().rules,
    targets: [...fixtureReport().targets].map(({ target, findings }) => ({
      ...target,
      findings: findings.map((finding) => ({ ...finding, ...others[`${target.name} ${finding.rule}`] })),
    })),
  });
  const before = earlier({
    'fraud identity/role-trusts-sagemaker': { verdict: pass('trusted') },
    'fraud endpoint/memory-size-is-offered': { verdict: fault('arn', 'another size') },
    'forecast identity/role-exists': { verdict: fault('arn:aws:iam::123456789012:role/forecast', 'no such role'), fingerprints: ['f0'] },
    'search encryption/key-exists': { verdict: fault('a key', 'gone'), fingerprints: ['f1'] },
  });
  const compared = (reporter: Reporter, all = false) => {
    const text = written(reporter, fixtureReport(), { all, baseline: baselineOf(before, fixtureReport()) });
    expect(sarifFaults(text)).toEqual([]);
    return sarifRun(text);
  };
  const statesOf = ({ results }: SarifRun): Readonly<Record<string, readonly SarifResult[]>> =>
    Object.fromEntries(results.map(({ baselineState }) => [baselineState, results.filter((one) => one.baselineState === baselineState)]));
  const rulesOf = (results: readonly SarifResult[] = []) => new Set(results.map(({ ruleId }) => ruleId));

  test('each result says how it stands to it, and what cannot be judged any more is not told to be gone', () => {
    const { new: fresh, updated, unchanged, absent, ...others } = statesOf(compared(sarifFull));
    expect([...rulesOf(fresh)]).toEqual(['identity/role-trusts-sagemaker']);
    expect([...rulesOf(updated)]).toEqual(['endpoint/memory-size-is-offered']);
    expect(rulesOf(unchanged)).toContain('identity/role-may-read-artifact');
    expect(absent?.map(({ ruleId, kind, level, message }) => [ruleId, kind, level, message.text])).toEqual([
      ['identity/role-exists', 'fail', 'error', expect.stringMatching(/^Does not fail any more\. .*role\/forecast was: no such role\. Concerns/)],
    ]);
    expect(others).toEqual({});
  });
  test('what passed then and now is unchanged, and code scanning is told of nothing that is gone', () => {
    expect(new Set(Object.keys(statesOf(compared(sarifFull, true))))).toEqual(new Set(['new', 'updated', 'unchanged', 'absent']));
    expect(new Set(Object.keys(statesOf(compared(sarif))))).toEqual(new Set(['new', 'updated', 'unchanged']));
    expect(runOf(sarif, fixtureReport()).results.some((result) => 'baselineState' in result)).toBe(false);
  });
});

describe('what could not be judged', () => {
  test('is a notification, never a result', () => {
    const { results, invocations } = runOf(sarif, fixtureReport());
    const [{ toolExecutionNotifications, toolConfigurationNotifications, executionSuccessful }] = invocations;
    expect(toolExecutionNotifications.map(({ descriptor, level }) => [descriptor.id, level])).toEqual([
      ...Array(4).fill(['cannot-tell', 'warning']),
      ['rule-error', 'error'],
    ]);
    expect(toolExecutionNotifications[0]?.message.text).toContain('servicequotas:GetServiceQuota');
    expect(toolConfigurationNotifications.map(({ descriptor }) => descriptor.id)).toEqual(['invalid-target']);
    expect(executionSuccessful).toBe(false);
    expect(results.map(({ ruleId }) => ruleId)).not.toContain('encryption/key-exists');
  });
  test('makes no run a failed one by itself', () => {
    const report = { ...fixtureReport(), targets: [...fixtureReport().targets].slice(0, 3) };
    expect(runOf(sarif, report).invocations[0].executionSuccessful).toBe(true);
    expect(runOf(sarif, { ...report, run: { ...report.run, complete: false } }).invocations[0].executionSuccessful).toBe(false);
  });
  test('says how the run was made', () => {
    const texts = runOf(sarif, fullReport()).invocations[0].toolExecutionNotifications.map(({ message }) => message.text);
    expect(texts).toEqual(expect.arrayContaining([expect.stringContaining('127.0.0.1'), expect.stringContaining('stopped')]));
  });
});

describe('its limits', () => {
  const many = (): Report => {
    const [churn] = [...fixtureReport().targets] as [TargetReport];
    const failing = churn.findings.filter(({ verdict }) => verdict.outcome === 'fail').slice(0, 1);
    const mild = { ...failing[0], rule: 'endpoint/concurrency-fits-quota' } as TargetReport['findings'][number];
    const target = (index: number): TargetReport => ({
      ...churn,
      target: { ...churn.target, name: `t${index}` },
      findings: index < 1500 ? [mild, ...failing] : failing,
    });
    return { ...fixtureReport(), targets: Array.from({ length: 4500 }, (_, index) => target(index)) };
  };
  const text = written(sarif, many());

  test('hold of 6,000 findings the 5,000 most severe', () => {
    const { results } = sarifRun(text);
    expect(results.length).toBe(5000);
    expect(results.filter(({ level }) => level === 'error').length).toBe(4500);
    expect(results.findIndex(({ level }) => level === 'warning')).toBe(4500);
    expect(new Set(results.map((result) => `${result.ruleId} ${placeOf(result)}`)).size).toBe(5000);
    expect(new Set(results.map(hashOf)).size).toBe(5000);
  });
  test('are told', () => {
    expect(sarifRun(text).invocations[0].toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      expect.stringMatching(/^1000 results left out: .*5,000/),
    ]);
  });
  test('keep the file below what GitLab takes, and within the schema', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(10_000_000);
    expect(sarifFaults(text)).toEqual([]);
  });
  test('do not hold for the full flavour', () => {
    expect(runOf(sarifFull, many()).results.length).toBe(6000);
  });
  test('hold for what could not be judged', () => {
    const search = [...fixtureReport().targets][3] as TargetReport;
    const report = { ...fixtureReport(), targets: Array.from({ length: 400 }, () => search) };
    const texts = runOf(sarif, report).invocations[0].toolExecutionNotifications.map(({ message }) => message.text);
    expect(texts.length).toBe(1001);
    expect(texts[0]).toMatch(/^600 further judgements/);
  });
});

describe('the category', () => {
  const categoryOf = (report: Report, options?: Partial<ReporterOptions>): string => runOf(sarif, report, options).automationDetails.id;

  test('is that of an account and a description, with nothing behind the last slash', () => {
    expect(categoryOf(fixtureReport())).toBe('sageready/123456789012/sageready.yaml/');
    expect(categoryOf(fixtureReport(), { anchor: './infra/deploy.yml' })).toBe('sageready/123456789012/infra/deploy.yml/');
  });
  test('does not depend on what was found', () => {
    expect(categoryOf(readyReport())).toBe(categoryOf(fixtureReport()));
  });
  test('of several accounts is one', () => {
    const [first] = [...readyReport().targets] as [TargetReport];
    const other = { ...first, target: { ...first.target, account: '210987654321' } };
    expect(categoryOf({ ...readyReport(), targets: [first, other] })).toBe('sageready/several-accounts/sageready.yaml/');
  });
});
