import type { Unknown } from '../../model/fact.ts';
import type { IamDecision } from '../../model/trace.ts';
import { isUnsettled, type Truth } from './truth.ts';
import type { Weighed } from './weigh.ts';

/** A decision with what it still hangs on. */
export interface Decided {
  readonly decision: IamDecision;
  readonly possible: readonly Exclude<IamDecision, 'Unknown'>[];
  readonly missing: readonly string[];
  readonly unread: readonly Unknown[];
}

type Settled = Decided['possible'][number];

const SETTLED: Readonly<Record<Settled, Decided>> = {
  Allowed: { decision: 'Allowed', possible: ['Allowed'], missing: [], unread: [] },
  ImplicitlyDenied: { decision: 'ImplicitlyDenied', possible: ['ImplicitlyDenied'], missing: [], unread: [] },
  ExplicitlyDenied: { decision: 'ExplicitlyDenied', possible: ['ExplicitlyDenied'], missing: [], unread: [] },
};

/** A decision that nothing can change any more. */
export const settled = (decision: Settled): Decided => SETTLED[decision];

const oncePerKey = (keys: readonly string[]): readonly string[] => [...new Map(keys.map((key) => [key.toLowerCase(), key])).values()];

const undecided = (possible: readonly Settled[], causes: readonly Truth[]): Decided => {
  const open = causes.filter(isUnsettled);
  return {
    decision: 'Unknown',
    possible,
    missing: oncePerKey(open.flatMap(({ keys }) => keys)),
    unread: [...new Set(open.flatMap(({ unread }) => unread))],
  };
};

/** Draws the decision: an explicit denial is final; a value is given only where every completion of what is unknown agrees. */
export const decide = ({ explicit, allowed, doubt }: Pick<Weighed, 'explicit' | 'allowed' | 'doubt'>): Decided => {
  if (explicit === true) return settled('ExplicitlyDenied');
  // A malformed statement matters only where it could take an allow away.
  const doubted = allowed === false ? false : doubt;
  if (explicit === false && doubted === false && typeof allowed === 'boolean') return settled(allowed ? 'Allowed' : 'ImplicitlyDenied');
  const possible: Settled[] = [];
  if (allowed !== false) possible.push('Allowed');
  if (allowed !== true) possible.push('ImplicitlyDenied');
  if (explicit !== false || doubted !== false) possible.push('ExplicitlyDenied');
  return undecided(possible, [explicit, allowed, doubted]);
};
