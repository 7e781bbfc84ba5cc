import type { Position, TargetOrigin } from '../model/target.ts';
import type { Path } from './issue.ts';
import type { Document, Loan } from './loan.ts';
import { isCapital, writtenAt } from './loan.ts';
import type { PlacedIssue } from './opened.ts';
import { written } from './opened.ts';
import type { Problem } from './problem.ts';
import { isMap } from './validate.ts';

type Raw = Readonly<Record<string, unknown>>;

/** What the entries of one file share. */
export interface Source extends Document {
  readonly defaults: Raw;
  readonly fallback: Raw;
}

/** One entry of `targets`, with what it inherits. */
export interface Entry {
  readonly index: number;
  readonly own: Raw;
  /** What it inherits from `defaults`: the keys that its scenario knows. */
  readonly inherited: Raw;
}

/** A problem at a path of the description. */
export const problemAt = ({ file, text }: Document, path: Path, { path: _, place, ...words }: PlacedIssue): Problem => ({
  ...(place ?? { file, ...text.positionOf(path), path: written(path) }),
  ...words,
});

/** The place in the description where a key of an entry is written: in the entry, in `defaults`, or nowhere. */
const homeOf = ({ index, own, inherited }: Entry, path: Path): Path => {
  const [key] = path;
  const fromDefaults = typeof key === 'string' && !Object.hasOwn(own, key) && Object.hasOwn(inherited, key);
  return fromDefaults ? ['defaults', ...path] : ['targets', index, ...path];
};

/** In a request of AWS's the word that was probably meant begins with a capital, as the one that is written there. */
const spelt = (issue: PlacedIssue, path: Path): PlacedIssue => {
  const { nearest } = issue;
  return nearest !== undefined && isCapital(path.at(-1)) ? { ...issue, nearest: nearest.charAt(0).toUpperCase() + nearest.slice(1) } : issue;
};

/** An issue of an entry as the user finds it: in the description, in a document that it names, or on the command line. */
export const problemOf = (source: Source, entry: Entry, { loans, issue }: { readonly loans: readonly Loan[]; readonly issue: PlacedIssue }): Problem => {
  const [key] = issue.path;
  const { path, document } = writtenAt(loans, issue.path);
  if (key === 'region' && !isWritten(entry, issue.path) && Object.hasOwn(source.fallback, key)) return { ...issue, file: '', path: '--region' };
  return document === undefined
    ? problemAt(source, homeOf(entry, path), path.length > 1 ? spelt(issue, path) : issue)
    : problemAt(document, path, spelt(issue, path));
};

const escaped = (key: string | number): string => String(key).replaceAll('~', '~0').replaceAll('/', '~1');

const pointerOf = (path: Path): string => path.map((key) => `/${escaped(key)}`).join('');

const pathsIn = (value: unknown, path: Path = []): readonly Path[] => {
  if (Array.isArray(value)) return [path, ...value.flatMap((inner, index) => pathsIn(inner, [...path, index]))];
  return isMap(value) ? [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))] : [path];
};

/** What a reading found: the entry in the shape of a target, and what of it is written elsewhere. */
interface Found {
  readonly raw: Raw;
  readonly loans: readonly Loan[];
}

const isWritten = ({ own, inherited }: Entry, [key]: Path): boolean => key === undefined || Object.hasOwn(own, key) || Object.hasOwn(inherited, key);

/** Where each key of a target is written. */
export const originOf = (source: Source, entry: Entry, { raw, loans }: Found): TargetOrigin => {
  const places = [...pathsIn(raw), ...loans.map(({ to }) => to)].map((path) => ({ pointer: pointerOf(path), at: writtenAt(loans, path) }));
  const own = places.flatMap(({ pointer, at: { document, path } }) =>
    document === undefined && isWritten(entry, path) ? [[pointer, source.text.positionOf(homeOf(entry, path))] as const] : [],
  );
  const elsewhere = places.flatMap(({ pointer, at: { document, path } }) =>
    document === undefined ? [] : [[pointer, { file: document.file, ...document.text.positionOf(path) }] as const],
  );
  const positions: Readonly<Record<string, Position>> = Object.fromEntries(own);
  return { file: source.file, positions, ...(elsewhere.length > 0 && { elsewhere: Object.fromEntries(elsewhere) }) };
};
