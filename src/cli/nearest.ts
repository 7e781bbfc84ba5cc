const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** ` — did you mean X?` when one of the known words is near; else nothing. */
export const nearest = (word: string, known: readonly string[]): string => {
  const [best] = known.map((one) => ({ one, apart: distance(word.toLowerCase(), one.toLowerCase()) })).sort((a, b) => a.apart - b.apart);
  return best !== undefined && best.apart <= Math.max(2, word.length / 3) ? ` — did you mean ${best.one}?` : '';
};
