import type { Baseline } from '../model/baseline.ts';
import { baselineKey } from '../model/baseline.ts';
import type { Report } from '../model/report.ts';
import type { ChangedFinding, ComparedTarget } from './diff.ts';
import { differenceOf, finderIn } from './diff.ts';
import type { KeptReport } from './reports.ts';

type State = readonly [key: string, state: 'unchanged' | 'updated'];
type NewerTarget = Required<ComparedTarget>;

const placeOf = ({ target: name, account, region }: ChangedFinding) => ({ name, account, region });

const failureState = (finding: ChangedFinding): readonly State[] => {
  const { change, rule, fingerprint, before } = finding;
  if (change !== 'unchanged' && change !== 'worse') return [];
  return [[baselineKey(placeOf(finding), rule, fingerprint), change === 'worse' || before !== undefined ? 'updated' : 'unchanged']];
};

/** How judgements that are no failure stand to those of the target before: by their outcome. */
const otherStates = (target: NewerTarget, before: ComparedTarget | undefined): readonly State[] => {
  const outcomes = new Map(before?.findings.map(({ rule, verdict }) => [rule, verdict.outcome]));
  return target.findings.flatMap(({ rule, verdict: { outcome } }): readonly State[] => {
    if (outcome === 'fail' || !outcomes.has(rule)) return [];
    return [[baselineKey(target, rule), outcomes.get(rule) === outcome ? 'unchanged' : 'updated']];
  });
};

/** How everything in a report stands to an earlier one. Holds the targets of both while it compares. */
export const baselineOf = (earlier: KeptReport, report: Report): Baseline => {
  const targets: readonly NewerTarget[] = [...report.targets].map(({ target: { name, account, region }, findings }) => ({ name, account, region, findings }));
  const { findings } = differenceOf(earlier, { rules: report.rules, targets });
  const find = finderIn(earlier.targets);
  return {
    time: earlier.time,
    states: new Map([...findings.flatMap(failureState), ...targets.flatMap((target) => otherStates(target, find(target)))]),
    absent: findings
      .filter(({ change }) => change === 'fixed')
      .map((finding) => {
        const { rule, severity, fingerprint, subject, observed } = finding;
        return { target: placeOf(finding), rule, severity, fingerprint, subject, observed };
      }),
  };
};
