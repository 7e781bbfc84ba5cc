const MOST = 20;

/** The first twenty of many lines, and how many more there are. */
export const abridged = (lines: readonly string[]): readonly string[] =>
  lines.length <= MOST ? lines : [...lines.slice(0, MOST), `and ${lines.length - MOST} more`];
