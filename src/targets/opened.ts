import type { Position } from '../model/target.ts';
import type { Issue, Path } from './issue.ts';
import { placeholderIn } from './issue.ts';
import type { Document } from './loan.ts';
import { withoutTemplates } from './template.ts';
import { quoted, visible } from './words.ts';
import { readText } from './yaml-text.ts';

/** Opens a file that a description names, by its path there. `file`: as a user finds it; `fault`: why it could not be read. */
export type OpenFile = (path: string) => { readonly file: string; readonly text: string } | { readonly fault: string };

/** What is wrong with one value; `place` where that is no value of the description. */
export interface PlacedIssue extends Issue {
  readonly place?: Position & { readonly file: string; readonly path: string };
}

/** A document that was read: a file, or a map within the description. */
export interface Opened {
  readonly value: Readonly<Record<string, unknown>>;
  /** Where the value begins: in its file, or in the entry. */
  readonly from: readonly string[];
  readonly document?: Document;
}

const LONGEST = 1_000_000;

/** `targets[0].image`. */
export const written = (path: Path): string =>
  path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${visible(key)}`), '');

/** An issue at its place in a document. */
export const placedIn = ({ file, text }: Document, issue: Issue): PlacedIssue => ({
  ...issue,
  place: { file, path: written(issue.path), ...text.positionOf(issue.path) },
});

const isMap = (value: unknown): value is Opened['value'] => typeof value === 'object' && value !== null && !Array.isArray(value);

const NOT_A_MAP = 'is not a map of keys';

const inFile = (key: string, found: { readonly file: string; readonly text: string }): Opened | { readonly issue: PlacedIssue } => {
  const { file, text } = found;
  const at = (position: Position, message: string): { readonly issue: PlacedIssue } => ({
    issue: { path: [key], message, place: { file, path: '', ...position } },
  });
  if (text.length > LONGEST) return at({ line: 1, column: 1 }, `has ${text.length} characters, which is no configuration — name another file`);
  const read = readText(withoutTemplates(text));
  if ('faults' in read) return at(read.faults[0]?.at ?? { line: 1, column: 1 }, read.faults[0]?.message ?? NOT_A_MAP);
  if (read.value === null || read.value === undefined) return at({ line: 1, column: 1 }, 'is empty');
  return isMap(read.value) ? { value: read.value, from: [], document: { file, text: read } } : at({ line: 1, column: 1 }, NOT_A_MAP);
};

/** Reads what an entry holds under a key: a map, or the path of a file with one. */
export const opened = (value: unknown, key: string, open: OpenFile): Opened | { readonly issue: PlacedIssue } => {
  if (isMap(value)) return { value, from: [key] };
  const expected = 'the path of a file, or the map itself';
  if (typeof value !== 'string' || value === '') return { issue: { path: [key], message: 'is neither text nor a map', expected } };
  const found = open(value);
  return 'fault' in found
    ? { issue: { path: [key], message: placeholderIn(value) ?? `${quoted(value)} could not be read: ${found.fault}`, expected } }
    : inFile(key, found);
};
