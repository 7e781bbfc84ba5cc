import type { Finding, TargetOutcome, TargetReport } from '../model/report.ts';
import type { RuleId } from '../model/rule-id.ts';
import type { Verdict } from '../model/verdict.ts';

/** A verdict in brief. */
export interface Said {
  readonly outcome: Verdict['outcome'];
  readonly words: string;
}

/** One rule whose verdict changes. */
export interface ChangedFinding {
  readonly rule: RuleId;
  readonly was: Said;
  readonly is: Said;
}

/** What changes for one target. */
export interface ChangedTarget {
  readonly name: string;
  readonly was: TargetOutcome;
  readonly is: TargetOutcome;
  readonly findings: readonly ChangedFinding[];
}

/** What a verdict says, in one line. */
export const saidBy = (verdict: Verdict): Said => {
  switch (verdict.outcome) {
    case 'pass':
    case 'fail':
      return { outcome: verdict.outcome, words: verdict.summary };
    case 'not-applicable':
      return { outcome: verdict.outcome, words: verdict.reason };
    case 'cannot-tell':
      return { outcome: verdict.outcome, words: verdict.because.map(({ message }) => message).join('; ') };
    case 'error':
      return { outcome: verdict.outcome, words: verdict.message };
    default:
      return verdict satisfies never;
  }
};

const differs = (one: Said, other: Said): boolean => one.outcome !== other.outcome || one.words !== other.words;

/** A rule that was judged before and is not now is nothing that a change can bring about. */
const changedIn = (before: readonly Finding[], after: readonly Finding[]): readonly ChangedFinding[] =>
  after.flatMap(({ rule, verdict }) => {
    const then = before.find((one) => one.rule === rule);
    if (then === undefined) return [];
    const [was, is] = [saidBy(then.verdict), saidBy(verdict)];
    return differs(was, is) ? [{ rule, was, is }] : [];
  });

/** What is different between two judgements of the same targets, finding by finding. */
export const changesBetween = (before: Iterable<TargetReport>, after: Iterable<TargetReport>): readonly ChangedTarget[] => {
  const then = [...before];
  return [...after].flatMap(({ target, outcome, findings }, index) => {
    const was = then[index];
    return was === undefined ? [] : [{ name: target.name, was: was.outcome, is: outcome, findings: changedIn(was.findings, findings) }];
  });
};
