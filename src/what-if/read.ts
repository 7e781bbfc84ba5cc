import type { Path } from '../targets/issue.ts';
import { issuesOf } from '../targets/issue.ts';
import type { Problem } from '../targets/problem.ts';
import { either, nearest, quoted } from '../targets/words.ts';
import type { ReadText } from '../targets/yaml-text.ts';
import { readText } from '../targets/yaml-text.ts';
import type { Change, ChangeKind } from './change.ts';
import { CHANGE_KINDS, CHANGES_FILE, SHAPES } from './schema.ts';

/** A change with the place where it is written, for what turns out wrong with it later. */
export interface PlacedChange {
  readonly change: Change;
  /** Makes a problem of one of its keys. */
  readonly problem: (key: string, words: Pick<Problem, 'message' | 'expected' | 'nearest'>) => Problem;
}

/** What a file of changes says: all of it, or everything that is wrong with it. */
export type ReadChanges = { readonly changes: readonly PlacedChange[] } | { readonly problems: readonly Problem[] };

type Raw = Readonly<Record<string, unknown>>;

interface Source {
  readonly file: string;
  readonly text: ReadText;
}

const isMap = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

const written = (path: Path): string => path.map((key, place) => (typeof key === 'number' ? `[${key}]` : place === 0 ? key : `.${key}`)).join('');

const problemAt = ({ file, text }: Source, path: Path, words: Omit<Problem, 'file' | 'line' | 'column' | 'path'>): Problem => ({
  file,
  ...text.positionOf(path),
  path: written(path),
  ...words,
});

const VERBS = ['add', 'remove', 'set'] as const;
const NOUNS = (verb: string): readonly string[] => CHANGE_KINDS.flatMap((kind) => (kind.startsWith(`${verb} `) ? [kind.slice(verb.length + 1)] : []));

const nowhere = (): undefined => undefined;

const verbProblem = (source: Source, path: Path, raw: Raw): Problem => {
  const [key] = Object.keys(raw);
  const near = key === undefined ? undefined : nearest(key, VERBS);
  return problemAt(source, path, {
    message: 'says not what is done',
    expected: `one of the keys ${either(VERBS)}`,
    ...(near !== undefined && { nearest: near }),
  });
};

const nounProblem = (source: Source, path: Path, [verb, noun]: readonly [string, unknown]): Problem => {
  const nouns = NOUNS(verb);
  const near = typeof noun === 'string' ? nearest(noun, nouns) : undefined;
  return problemAt(source, [...path, verb], {
    message: `${quoted(String(noun))} is nothing that can be ${verb === 'set' ? 'set' : `${verb}ed`.replace('eed', 'ed')}`,
    expected: either(nouns),
    ...(near !== undefined && { nearest: near }),
  });
};

const isKind = (kind: string): kind is ChangeKind => (CHANGE_KINDS as readonly string[]).includes(kind);

const shapeOf = (source: Source, path: Path, raw: Raw): { readonly kind: ChangeKind; readonly rest: Raw } | { readonly problem: Problem } => {
  const verbs = VERBS.filter((verb) => Object.hasOwn(raw, verb));
  const [verb, second] = verbs;
  if (verb === undefined) return { problem: verbProblem(source, path, raw) };
  if (second !== undefined)
    return { problem: problemAt(source, [...path, second], { message: `${verb} and ${second} are two changes — give each an item of its own` }) };
  const { [verb]: noun, ...rest } = raw;
  const kind = `${verb} ${String(noun)}`;
  return isKind(kind) ? { kind, rest } : { problem: nounProblem(source, path, [verb, noun]) };
};

const readOne = (source: Source, raw: unknown, index: number): PlacedChange | readonly Problem[] => {
  const path: Path = ['changes', index];
  if (!isMap(raw)) return [problemAt(source, path, { message: 'is not a map of keys', expected: 'add: route, routeTable: … and the rest of a change' })];
  const shape = shapeOf(source, path, raw);
  if ('problem' in shape) return [shape.problem];
  const parsed = SHAPES[shape.kind].safeParse(shape.rest);
  const keys = Object.keys(SHAPES[shape.kind].shape);
  if (parsed.success)
    return {
      change: { kind: shape.kind, ...(parsed.data as object) } as Change,
      problem: (key, words) => problemAt(source, [...path, key], words),
    };
  const issues = issuesOf(parsed.error, shape.rest, { keysAt: (parent) => (parent.length === 0 ? keys : []), home: nowhere });
  return issues.map(({ path: inner, message, nearest: near }) =>
    problemAt(source, [...path, ...inner], {
      message,
      ...(near !== undefined ? { nearest: near } : message === 'unknown key' ? { expected: either(keys) } : {}),
    }),
  );
};

const isPlaced = (read: PlacedChange | readonly Problem[]): read is PlacedChange => 'change' in read;

const FORM = 'version: 1 and a list of changes, each beginning with add, remove or set';

const readRoot = (source: Source): ReadChanges => {
  const { value } = source.text;
  if (!isMap(value)) return { problems: [problemAt(source, [], { message: value == null ? 'is empty' : 'is not a file of changes', expected: FORM })] };
  const parsed = CHANGES_FILE.safeParse(value);
  if (!parsed.success) {
    const issues = issuesOf(parsed.error, value, { keysAt: () => ['version', 'changes'], home: nowhere });
    return {
      problems: issues.map(({ path, message, nearest: near }) =>
        problemAt(source, path, { message, ...(near === undefined ? { expected: FORM } : { nearest: near }) }),
      ),
    };
  }
  const read = parsed.data.changes.map((one, index) => readOne(source, one, index));
  const problems = read.flatMap((one) => (isPlaced(one) ? [] : one));
  return problems.length > 0 ? { problems } : { changes: read.filter(isPlaced) };
};

/** Reads a file of changes, YAML or JSON, with the place of everything that is wrong. Never throws. */
export const readChanges = (text: string, file: string): ReadChanges => {
  const read = readText(text);
  if ('faults' in read) return { problems: read.faults.map(({ at, message }) => ({ file, ...at, path: '', message })) };
  return readRoot({ file, text: read });
};
