const LONGEST = 64;

const nextRow = (row: readonly number[], from: string, to: string): readonly number[] => {
  const next = [(row[0] ?? 0) + 1];
  for (let column = 1; column < row.length; column += 1) {
    const replaced = (row[column - 1] ?? 0) + (from === to[column - 1] ? 0 : 1);
    next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
  }
  return next;
};

const distanceBetween = (left: string, right: string): number => {
  const first: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index);
  return Array.from(left).reduce((row, character) => nextRow(row, character, right), first)[right.length] ?? Number.POSITIVE_INFINITY;
};

/** The valid word that a misspelt one most likely means (case aside, a third of its letters may differ); undefined when none is near. */
export const nearest = (word: string, valid: readonly string[]): string | undefined => {
  if (word.length > LONGEST) return undefined;
  const ranked = valid
    .map((candidate) => ({ candidate, distance: distanceBetween(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.max(1, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
};
