import type { Path } from './issue.ts';
import type { ReadText } from './yaml-text.ts';

/** A file beside the description that a target takes values from. */
export interface Document {
  /** As a user finds it. */
  readonly file: string;
  readonly text: ReadText;
}

/** A value that a target takes from elsewhere: from another key of its entry, or from a document. */
export interface Loan {
  /** Where the target holds it. */
  readonly to: Path;
  /** Where it is written. */
  readonly from: Path;
  readonly document?: Document;
}

/** Where a value is written: at a path of the entry itself, or of a document. */
export interface Written {
  readonly path: Path;
  readonly document?: Document;
}

const begins = (path: Path, start: Path): boolean => start.length <= path.length && start.every((key, index) => key === path[index]);

const longer = (a: Loan, b: Loan): Loan => (b.to.length > a.to.length ? b : a);

const capitalised = (key: string | number): string | number => (typeof key === 'string' ? key.charAt(0).toUpperCase() + key.slice(1) : key);

/** Whether the keys around a place begin with a capital, as in the requests of AWS's APIs. */
export const isCapital = (key: string | number | undefined): boolean => typeof key === 'string' && /^[A-Z]/.test(key);

/** What a borrowed map lacks would be spelt there as its neighbours are. */
const spelt = (from: Path, rest: Path): Path => (isCapital(from.findLast((key) => typeof key === 'string')) ? rest.map(capitalised) : rest);

/** Where the value at a path of a target is written. */
export const writtenAt = (loans: readonly Loan[], path: Path): Written => {
  const candidates = loans.filter(({ to }) => begins(path, to));
  const [first, ...rest] = candidates;
  if (first === undefined) return { path };
  const { to, from, document } = rest.reduce(longer, first);
  return { path: [...from, ...spelt(from, path.slice(to.length))], ...(document !== undefined && { document }) };
};
