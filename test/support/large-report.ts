import type { Finding, Report, TargetReport } from '../../src/model/report.ts';
import { seeded } from './hostile.ts';
import { networkOf } from './pictures.ts';
import { fullReport } from './report.ts';
import { ruleId } from './report-rules.ts';

const FAILING_EACH = 10;
const RULES_EACH = 10;

const numbered = (finding: Finding, number: number): Finding => ({ ...finding, rule: ruleId(`${finding.rule}-${number % RULES_EACH}`) });

const ofOutcome = (report: Report, outcome: Finding['verdict']['outcome']): readonly Finding[] =>
  [...report.targets].flatMap(({ findings }) => findings).filter(({ verdict, follows }) => verdict.outcome === outcome && follows === undefined);

const repeated = (findings: readonly Finding[], number: number, from: number): readonly Finding[] =>
  Array.from({ length: number }, (_, index) => numbered(findings[index % findings.length] as Finding, from + index));

// Each target has a role and a bucket of its own, so that no remedy is the same as another's.
const own = (index: number) => (text: string) => text.replaceAll('churn', `churn-${index}`).replaceAll('Execution', `Execution-${index}`);

const targetOf = (report: Report, index: number, { passing, failing }: { readonly passing: number; readonly failing: number }): TargetReport => {
  const [first] = [...report.targets] as [TargetReport];
  // The finding with every fix at once is nothing that an account has.
  const failures = ofOutcome(report, 'fail').filter(({ verdict }) => verdict.outcome === 'fail' && (verdict.fixes?.length ?? 0) < 5);
  return {
    ...first,
    target: { ...first.target, name: `endpoint-${index + 1}` },
    outcome: failing > 0 ? 'not-ready' : 'ready',
    findings: seeded([...repeated(failures, failing, index * FAILING_EACH), ...repeated(ofOutcome(report, 'pass'), passing, index * passing)], own(index)),
    causes: [],
    ...(index < 3 && { network: networkOf(3 + index, 'broken') }),
  };
};

/** A report of so many findings over 20 targets: up to 100 failures, 3 networks, the rest passes. */
export const largeReport = (findings: number): Report => {
  const report = fullReport();
  const targets = Array.from({ length: 20 }, (_, index) => {
    const failing = index < 10 ? FAILING_EACH : 0;
    return targetOf(report, index, { failing, passing: findings / 20 - failing });
  });
  const rules = report.rules.flatMap((words) => [
    words,
    ...Array.from({ length: RULES_EACH }, (_, number) => ({ ...words, id: ruleId(`${words.id}-${number}`) })),
  ]);
  return { ...report, rules: rules.filter(({ id }) => targets.some((target) => target.findings.some(({ rule }) => rule === id))), targets };
};
