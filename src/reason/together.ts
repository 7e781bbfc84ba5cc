import type { Target } from '../model/target.ts';
import type { Evidence, Judgement, Subject } from '../model/verdict.ts';
import type { NonEmpty } from '../model/words.ts';
import { abridged } from './abridged.ts';
import { plannedName } from './names.ts';

/** What one plan asks of something that several plans share. */
export interface Demand<T extends Target = Target> {
  readonly target: T;
  readonly amount: number;
}

/** What each plan asks for. Plans that name the same endpoint or job make it once: the largest of them counts. */
export const demandsOf = <T extends Target>([first, ...others]: NonEmpty<{ readonly target: T }>, amountOf: (target: T) => number): NonEmpty<Demand<T>> => {
  const largest = new Map<unknown, Demand<T>>();
  for (const { target } of [first, ...others]) {
    const demand = { target, amount: amountOf(target) };
    const same = plannedName(target)?.shared ?? target;
    const before = largest.get(same);
    if (before === undefined || before.amount < demand.amount) largest.set(same, demand);
  }
  const [head = { target: first.target, amount: amountOf(first.target) }, ...rest] = largest.values();
  return [head, ...rest];
};

/** Who asks. */
export const askersOf = <T extends Target>([first, ...others]: NonEmpty<Demand<T>>): NonEmpty<T> => [first.target, ...others.map(({ target }) => target)];

const inOrder = (one: Demand, other: Demand): number => other.amount - one.amount || (one.target.name < other.target.name ? -1 : 1);

/** Who asks for how much, one observation a plan: the largest first, and of many the first twenty. */
const whoAsks = (demands: readonly Demand[], subject: Subject): readonly Evidence[] =>
  abridged(demands.toSorted(inOrder).map(({ target: { name }, amount }) => `${name} asks for ${amount}`)).map((observed) => ({ subject, observed }));

/** Adds to a judgement who asks for how much. */
export const withDemands = (judgement: Judgement, demands: readonly Demand[], subject: Subject): Judgement => {
  const asked = whoAsks(demands, subject);
  if (judgement.outcome === 'fail') return { ...judgement, evidence: [...judgement.evidence, ...asked] };
  return judgement.outcome === 'pass' ? { ...judgement, evidence: [...(judgement.evidence ?? []), ...asked] } : judgement;
};
