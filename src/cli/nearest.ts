import { nearest as nearestOf } from '../reason/nearest.ts';

/** ` — did you mean X?` when one of the known words is near; else nothing. */
export const nearest = (word: string, known: readonly string[]): string => {
  const best = nearestOf(word, known);
  return best === undefined ? '' : ` — did you mean ${best}?`;
};
