import type { Finding, TargetReport, Waiver } from '../../src/model/report.ts';
import type { Outcome, Verdict } from '../../src/model/verdict.ts';
import type { IamAction } from '../../src/model/words.ts';
import { unique } from '../text.ts';
import type { Page } from './page.ts';
import { SEVERITY_RANKS } from './words.ts';

/** A finding whose verdict has one outcome. */
export type FindingOf<O extends Outcome> = Finding & { readonly verdict: Extract<Verdict, { readonly outcome: O }> };

/** The findings with an outcome. */
export const having = <O extends Outcome>(findings: readonly Finding[], outcome: O): readonly FindingOf<O>[] =>
  findings.filter((finding): finding is FindingOf<O> => finding.verdict.outcome === outcome);

const isRoot = ({ follows }: Finding): boolean => follows === undefined || follows.length === 0;

/** The findings with an outcome that follow from no other. */
export const roots = <O extends Outcome>(findings: readonly Finding[], outcome: O): readonly FindingOf<O>[] => having(findings, outcome).filter(isRoot);

/** The rules that only wait for this one. */
export const followersOf = ({ findings }: TargetReport, rule: Finding['rule']): readonly Finding['rule'][] =>
  findings.filter(({ follows }) => follows?.includes(rule)).map((finding) => finding.rule);

const weight = (page: Page, { rule }: Finding): number => SEVERITY_RANKS[page.wordsOf(rule).severity];

/** Whether a rule's failure makes the target not ready in this run. */
export const blocks = (page: Page, finding: Finding): boolean => weight(page, finding) >= SEVERITY_RANKS[page.run.failOn];

/** The waiver of a failure's observation, by its place in the evidence. */
export const waiverOf = ({ fingerprints, waivers }: Finding, index: number): Waiver | undefined => waivers?.[fingerprints?.[index] ?? ''];

/** Whether somebody answers for each part of a failure. */
export const isWaived = (finding: Finding): boolean =>
  finding.verdict.outcome === 'fail' && finding.verdict.evidence.every((_, index) => waiverOf(finding, index) !== undefined);

/** The failures that nobody answers for, those that block first, among them those that clear most. */
export const failuresInOrder = (page: Page, target: TargetReport): readonly FindingOf<'fail'>[] => {
  const rank = (finding: Finding): readonly number[] => [weight(page, finding), followersOf(target, finding.rule).length];
  const compare = (a: readonly number[], b: readonly number[]): number =>
    a.map((value, index) => (b[index] ?? 0) - value).find((difference) => difference !== 0) ?? 0;
  return having(target.findings, 'fail')
    .filter((finding) => !isWaived(finding))
    .toSorted((a, b) => compare(rank(a), rank(b)));
};

/** The failures that are waived as a whole. */
export const waivedFailures = ({ findings }: TargetReport): readonly FindingOf<'fail'>[] => having(findings, 'fail').filter(isWaived);

/** The actions that would make everything known that was refused; sorted. */
export const actionsToGrant = ({ findings }: TargetReport): readonly IamAction[] =>
  unique(having(findings, 'cannot-tell').flatMap(({ verdict }) => verdict.because.flatMap(({ actions }) => actions ?? []))).toSorted();

/** What a target's closing line counts. */
export interface Tally {
  readonly blocking: number;
  /** Further rules that pass or can be judged once the blocking ones pass. */
  readonly cleared: number;
  readonly risks: number;
  readonly unjudged: number;
  readonly broken: number;
  /** Failures that somebody answers for until a day. */
  readonly waived: number;
  /** Rules that were not judged only because of these: nobody answers for what they would say. */
  readonly behindWaived: number;
}

/** How many rules of a target wait for these failures alone. */
export const unjudgedBehind = ({ findings }: TargetReport, causes: readonly Finding[]): number => {
  const rules = new Set(causes.map(({ rule }) => rule));
  return having(findings, 'not-applicable').filter(({ follows = [] }) => follows.length > 0 && follows.every((rule) => rules.has(rule))).length;
};

/** Counts a target's findings. */
export const tallyOf = (page: Page, target: TargetReport): Tally => {
  const blocking = having(target.findings, 'fail').filter((finding) => blocks(page, finding) && !isWaived(finding));
  const blockers = new Set(blocking.map(({ rule }) => rule));
  return {
    blocking: blocking.length,
    cleared: new Set(target.causes.filter(({ rule }) => blockers.has(rule)).flatMap(({ clears }) => clears)).size,
    risks: target.risks,
    unjudged: having(target.findings, 'cannot-tell').length,
    broken: having(target.findings, 'error').length,
    waived: waivedFailures(target).length,
    behindWaived: unjudgedBehind(target, waivedFailures(target)),
  };
};
