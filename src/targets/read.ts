import type { Position, Target } from '../model/target.ts';
import type { Issue, Path } from './issue.ts';
import { lifted, writtenPath } from './nested.ts';
import type { Description, InvalidTarget, Problem } from './problem.ts';
import { defaultsIssues, inherited, isMap, shellIssues, validateTarget } from './validate.ts';
import { quoted, visible } from './words.ts';
import type { ReadText } from './yaml-text.ts';
import { readText } from './yaml-text.ts';

/** What a description that leaves it out means. */
export interface ReadingOptions {
  /** Who deploys where no deployer is named; undefined: nobody's right to deploy is judged. */
  readonly defaultDeployer: 'me' | undefined;
  /** Region where none is named: the flag `--region`. */
  readonly region?: string;
}

type Raw = Readonly<Record<string, unknown>>;

/** What the entries of one file share. */
interface Source {
  readonly file: string;
  readonly text: ReadText;
  readonly defaults: Raw;
  readonly fallback: Raw;
}

/** One entry of `targets`, with what it inherits. */
interface Entry {
  readonly index: number;
  readonly own: Raw;
  readonly complete: Raw;
}

const written = (path: Path): string =>
  path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${visible(key)}`), '');

const problemAt = ({ file, text }: Pick<Source, 'file' | 'text'>, path: Path, { path: _, ...words }: Issue): Problem => ({
  file,
  ...text.positionOf(path),
  path: written(path),
  ...words,
});

/** The place in the document where a key of a target is written: in the target, in `defaults`, or nowhere. */
const placeOf = ({ defaults }: Source, { index, own }: Entry, path: Path): Path => {
  const place = writtenPath({ ...defaults, ...own }, path);
  const [key] = place;
  const fromDefaults = typeof key === 'string' && !Object.hasOwn(own, key) && Object.hasOwn(defaults, key);
  return fromDefaults ? ['defaults', ...place] : ['targets', index, ...place];
};

const problemOf = (source: Source, entry: Entry, issue: Issue): Problem => {
  const [key] = issue.path;
  const fromFlag = key === 'region' && !Object.hasOwn(entry.own, key) && !Object.hasOwn(source.defaults, key) && Object.hasOwn(source.fallback, key);
  return fromFlag ? { ...issue, file: '', path: '--region' } : problemAt(source, placeOf(source, entry, issue.path), issue);
};

const escaped = (key: string | number): string => String(key).replaceAll('~', '~0').replaceAll('/', '~1');

const pathsIn = (value: unknown, path: Path = []): readonly Path[] =>
  isMap(value) ? [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))] : [path];

const positionsOf = (source: Source, entry: Entry): Readonly<Record<string, Position>> => {
  const paths = pathsIn(lifted({ ...source.defaults, ...entry.own }));
  return Object.fromEntries(paths.map((path) => [path.map((key) => `/${escaped(key)}`).join(''), source.text.positionOf(placeOf(source, entry, path))]));
};

const entryOf = ({ defaults, fallback }: Source, own: Raw, index: number): Entry => ({ index, own, complete: lifted({ ...fallback, ...defaults, ...own }) });

const nameOf = ({ own, index }: Entry): string => (typeof own['name'] === 'string' && own['name'] !== '' ? visible(own['name']) : `targets[${index}]`);

const duplicateOf = (source: Source, entries: readonly Entry[], { index, own: { name } }: Entry): readonly Issue[] => {
  const first = typeof name === 'string' ? entries.find((entry) => entry.own['name'] === name) : undefined;
  if (first === undefined || first.index >= index) return [];
  const { line } = source.text.positionOf(['targets', first.index, 'name']);
  return [{ path: ['name'], message: `${quoted(String(name))} is already the name of targets[${first.index}] in line ${line} — give each target its own` }];
};

const readEntry = (source: Source, entries: readonly Entry[], entry: Entry): Target | InvalidTarget => {
  const read = validateTarget(entry.complete);
  const issues = [...('issues' in read ? read.issues : []), ...duplicateOf(source, entries, entry)];
  if ('valid' in read && issues.length === 0) return { ...read.valid, origin: { file: source.file, positions: positionsOf(source, entry) } };
  return { name: nameOf(entry), problems: issues.map((issue) => problemOf(source, entry, issue)) };
};

const isInvalid = (read: Target | InvalidTarget): read is InvalidTarget => 'problems' in read;

const notAMap = (source: Source, index: number): InvalidTarget => {
  const path = ['targets', index];
  return {
    name: written(path),
    problems: [problemAt(source, path, { path, message: 'is not a map of keys', expected: 'name: …, scenario: … and the rest of a target' })],
  };
};

const readEntries = (source: Source, list: readonly unknown[]): Pick<Description, 'targets' | 'invalid'> => {
  const entries = list.flatMap((own, index) => (isMap(own) ? [entryOf(source, own, index)] : []));
  const read = entries.map((entry) => readEntry(source, entries, entry));
  const strays = list.flatMap((own, index) => (isMap(own) ? [] : [notAMap(source, index)]));
  return { targets: read.filter((one): one is Target => !isInvalid(one)), invalid: [...read.filter(isInvalid), ...strays] };
};

const unreadable = (...problems: readonly Problem[]): Description => ({ targets: [], invalid: [], problems });

const fallbackOf = ({ defaultDeployer, region }: ReadingOptions): Raw => ({
  ...(defaultDeployer && { deployer: defaultDeployer }),
  ...(region !== undefined && { region }),
});

const NOT_A_DESCRIPTION = {
  path: [],
  message: 'is not a description',
  expected: 'version: 1 and a list of targets — `sageready init` writes an example',
} as const;

const isOtherVersion = (root: Raw): boolean => Object.hasOwn(root, 'version') && root['version'] !== 1;

const readRoot = (file: string, text: ReadText, options: ReadingOptions): Description => {
  const root = text.value;
  if (root === null || root === undefined) return unreadable(problemAt({ file, text }, [], { ...NOT_A_DESCRIPTION, message: 'is empty' }));
  if (!isMap(root)) return unreadable(problemAt({ file, text }, [], NOT_A_DESCRIPTION));
  const problems = shellIssues(root).map((issue) => problemAt({ file, text }, issue.path, issue));
  if (isOtherVersion(root)) return unreadable(...problems.filter(({ path }) => path === 'version'));
  const { defaults, targets } = root;
  const inDefaults = defaultsIssues(defaults).map((issue) => problemAt({ file, text }, ['defaults', ...issue.path], issue));
  const source = { file, text, defaults: inherited(defaults), fallback: fallbackOf(options) };
  return { ...readEntries(source, Array.isArray(targets) ? targets : []), problems: [...problems, ...inDefaults] };
};

/** Reads a description, YAML or JSON: everything in it that is valid, and everything that is not, with its place. Never throws. */
export const readDescription = (text: string, file: string, options: ReadingOptions): Description => {
  const read = readText(text);
  if ('faults' in read) return unreadable(...read.faults.map(({ at, message }) => ({ file, ...at, path: '', message })));
  return readRoot(file, read, options);
};
