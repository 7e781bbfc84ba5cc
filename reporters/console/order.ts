import type { Finding, TargetOutcome, TargetReport } from '../../src/model/report.ts';
import type { Page } from './page.ts';
import { failuresInOrder, having, isWaived, roots } from './tally.ts';
import { OUTCOMES } from './words.ts';

const RANKS: Readonly<Record<TargetOutcome, number>> = { 'not-ready': 0, undetermined: 1, ready: 2 };

const rankOf = ({ outcome, risks }: TargetReport): number => RANKS[outcome] + (outcome === 'ready' && risks === 0 ? 1 : 0);

/** What is not ready first, then what is not known, then risks; otherwise as described. */
export const inOrder = (targets: readonly TargetReport[]): readonly TargetReport[] => targets.toSorted((a, b) => rankOf(a) - rankOf(b));

const keyOf = ({ rule, verdict, waivers }: Finding): string => JSON.stringify([rule, verdict, waivers]);

interface Told {
  readonly target: TargetReport;
  readonly finding: Finding;
  /** Where it is told: the target, and the number there. */
  readonly place: string;
}

const toldIn = (page: Page, target: TargetReport): readonly Told[] => {
  const { name } = target.target;
  const failures = failuresInOrder(page, target).map((finding, index) => ({ target, finding, place: `${name} (${OUTCOMES.fail.symbol} ${index + 1})` }));
  const others = [...having(target.findings, 'fail').filter(isWaived), ...roots(target.findings, 'cannot-tell')];
  return [...failures, ...others.map((finding) => ({ target, finding, place: name }))];
};

/** Where each finding was told before, for targets in the order of the report: fifty endpoints that lack one role need its remedy once. */
export const repeatsIn = (page: Page, targets: readonly TargetReport[]): Page['toldBefore'] => {
  const first = new Map<string, Told>();
  for (const told of targets.flatMap((target) => toldIn(page, target))) {
    const key = keyOf(told.finding);
    if (!first.has(key)) first.set(key, told);
  }
  return (target, finding) => {
    const told = first.get(keyOf(finding));
    return told === undefined || told.target === target ? undefined : told.place;
  };
};

const blocked = ({ network }: TargetReport): boolean => network?.paths.some(({ verdict }) => verdict !== 'passes') ?? false;

/** Whether a target needs more than its closing line: everything that is not ready, and of what is ready whatever was not told before. */
export const hasNews = (page: Page, target: TargetReport): boolean => {
  const { findings, outcome } = target;
  if (page.all || outcome !== 'ready' || blocked(target)) return true;
  const said = [...having(findings, 'fail').filter(isWaived), ...roots(findings, 'cannot-tell')];
  return (
    failuresInOrder(page, target).length > 0 ||
    having(findings, 'error').length > 0 ||
    having(findings, 'pass').some(({ verdict }) => verdict.notes !== undefined) ||
    said.some((finding) => page.toldBefore(target, finding) === undefined)
  );
};
