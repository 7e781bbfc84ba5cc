import type { Finding, TargetOutcome, TargetReport } from '../model/report.ts';
import type { RuleMeta, Severity } from '../model/rule.ts';
import type { RuleId } from '../model/rule-id.ts';

/** What counts as failure: the lowest severity that does, and whether every uncertainty counts (`--strict`). */
export interface Threshold {
  readonly failOn: Severity;
  readonly strict: boolean;
}

const RANK: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

/** Words of rules by id. */
export type RuleWords = ReadonlyMap<RuleId, Pick<RuleMeta, 'severity'>>;

/** Whether every subject of a failure is waived: it stays in the report and no longer decides. */
export const isWaived = ({ verdict, fingerprints = [], waivers = {} }: Finding): boolean =>
  verdict.outcome === 'fail' && fingerprints.length > 0 && fingerprints.every((print) => Object.hasOwn(waivers, print));

const waivedRules = (findings: readonly Finding[]): readonly string[] => findings.filter(isWaived).map(({ rule }) => rule);

/** Whether a rule was not judged because of waived failures only: what is waived was judged, what lies behind it was not. */
const hidesBehind = (waived: readonly string[], { verdict, follows = [] }: Finding): boolean =>
  verdict.outcome === 'not-applicable' && follows.length > 0 && follows.every((cause) => waived.includes(cause));

const reaches = (rules: RuleWords, { rule }: Finding, failOn: Severity): boolean => RANK[rules.get(rule)?.severity ?? 'error'] >= RANK[failOn];

/** `not-ready`: something failed at or above the threshold. `undetermined`: nothing did, but something that would count could not be judged. */
export const outcomeOf = (findings: readonly Finding[], rules: RuleWords, { failOn, strict }: Threshold): TargetOutcome => {
  const counted = findings.filter((finding) => !isWaived(finding) && reaches(rules, finding, failOn));
  if (counted.some(({ verdict }) => verdict.outcome === 'fail')) return 'not-ready';
  const unjudged = (strict ? findings : counted).some(({ verdict }) => verdict.outcome === 'cannot-tell');
  const waived = waivedRules(findings);
  const open = unjudged || (waived.length > 0 && counted.some((finding) => hidesBehind(waived, finding)));
  const broken = findings.some(({ verdict }) => verdict.outcome === 'error');
  return open || broken ? 'undetermined' : 'ready';
};

/** Failing warnings and worse that do not reach the threshold: "ready, with n risks". */
export const risksOf = (findings: readonly Finding[], rules: RuleWords, { failOn }: Threshold): number =>
  findings.filter(
    (finding) => finding.verdict.outcome === 'fail' && !isWaived(finding) && reaches(rules, finding, 'warning') && !reaches(rules, finding, failOn),
  ).length;

/** The failing rules, each with the rules that only follow from it. */
export const causesOf = (findings: readonly Finding[]): TargetReport['causes'] =>
  findings
    .filter(({ verdict }) => verdict.outcome === 'fail')
    .map(({ rule }) => ({ rule, clears: findings.filter(({ follows }) => follows?.includes(rule)).map((one) => one.rule) }));

const CODE: Readonly<Record<TargetOutcome, number>> = { ready: 0, undetermined: 3, 'not-ready': 1 };

/** The exit code of judged targets: 1 before 3 before 0. (2, could not run, is the command line's own.) */
export const exitCodeOf = (outcomes: Iterable<TargetOutcome>): number => {
  const codes = new Set([...outcomes].map((outcome) => CODE[outcome]));
  return [1, 3].find((code) => codes.has(code)) ?? 0;
};
