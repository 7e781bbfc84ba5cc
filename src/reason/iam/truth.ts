import type { Unknown } from '../../model/fact.ts';

/** Why something is neither true nor false yet: context keys that only AWS knows, and documents that could not be read. */
export interface Unsettled {
  /** As the policy writes them. */
  readonly keys: readonly string[];
  readonly unread: readonly Unknown[];
}

/** Kleene's three values; the third one carries its causes. */
export type Truth = boolean | Unsettled;

/** True or false depends on a context key. */
export const unsettledByKey = (key: string): Unsettled => ({ keys: [key], unread: [] });

/** True or false depends on what a document says that could not be read. */
export const unsettledByDocument = (document: Unknown): Unsettled => ({ keys: [], unread: [document] });

const joined = <T>(left: readonly T[], right: readonly T[]): readonly T[] => {
  const fresh = right.filter((item) => !left.includes(item));
  return fresh.length === 0 ? left : [...left, ...fresh];
};

const merged = (left: Unsettled, right: Unsettled): Unsettled => {
  const keys = joined(left.keys, right.keys);
  const unread = joined(left.unread, right.unread);
  return keys === left.keys && unread === left.unread ? left : { keys, unread };
};

/** Conjunction: false if either is false. */
export const both = (left: Truth, right: Truth): Truth => {
  if (left === false || right === false) return false;
  if (left === true) return right;
  return right === true ? left : merged(left, right);
};

/** Disjunction: true if either is true. */
export const either = (left: Truth, right: Truth): Truth => {
  if (left === true || right === true) return true;
  if (left === false) return right;
  return right === false ? left : merged(left, right);
};

/** Negation keeps the causes. */
export const negated = (truth: Truth): Truth => (typeof truth === 'boolean' ? !truth : truth);

/** Conjunction of many; of none: true. */
export const every = (truths: readonly Truth[]): Truth => truths.reduce<Truth>(both, true);

/** Disjunction of many; of none: false. */
export const some = (truths: readonly Truth[]): Truth => truths.reduce<Truth>(either, false);

/** Whether a truth is neither true nor false. */
export const isUnsettled = (truth: Truth): truth is Unsettled => typeof truth === 'object';
