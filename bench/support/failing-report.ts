import { createHash } from 'node:crypto';
import type { Finding, Report, TargetReport } from '../../src/model/report.ts';
import { seeded } from '../../test/support/hostile.ts';
import { fixtureReport } from '../../test/support/report.ts';

const EACH = 25;

const failuresIn = (report: Report): readonly Finding[] =>
  [...report.targets].flatMap(({ findings }) => findings.filter(({ verdict }) => verdict.outcome === 'fail'));

const fingerprintOf = (...words: readonly string[]): string => createHash('sha256').update(words.join('\n')).digest('hex');

const numbered = (finding: Finding, number: number): Finding => {
  const own = seeded(finding, (text) => text.replaceAll('churn', `churn-${number}`).replaceAll('Execution', `Execution-${number}`));
  const fingerprints = own.verdict.outcome === 'fail' ? own.verdict.evidence.map((_, index) => fingerprintOf(own.rule, String(number), String(index))) : [];
  return { ...own, rule: finding.rule, fingerprints };
};

const targetAt = (first: TargetReport, failures: readonly Finding[], index: number): TargetReport => ({
  ...first,
  target: { ...first.target, name: `endpoint-${index + 1}` },
  outcome: 'not-ready',
  findings: Array.from({ length: EACH }, (_, at) => numbered(failures[at % failures.length] as Finding, index * EACH + at)),
  causes: [],
});

/** A report in which everything fails, on something of its own each time: the most that a reporter has to write for so many findings. */
export const failingReport = (findings: number): Report => {
  const report = fixtureReport();
  const [first] = [...report.targets];
  if (first === undefined) throw new Error('the fixture has no target');
  const failures = failuresIn(report);
  return { ...report, targets: Array.from({ length: findings / EACH }, (_, index) => targetAt(first, failures, index)) };
};
