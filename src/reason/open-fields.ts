import type { Unknown } from '../model/fact.ts';
import type { Target } from '../model/target.ts';

const isWithin = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}.`);

/** Why it is not known what stands at a path of the plan: a template there, around it or inside it. */
export const openAt = ({ unresolved = {} }: Target, ...path: readonly string[]): readonly Unknown[] => {
  const at = path.join('.');
  // A field at the top only says that some part of it is open; which one the longer paths tell.
  return Object.entries(unresolved).flatMap(([field, why]) => (field.includes('.') && (isWithin(at, field) || isWithin(field, at)) ? [why] : []));
};
