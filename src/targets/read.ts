import type { ScenarioId, Target } from '../model/target.ts';
import type { Entered } from './entry.ts';
import { keysOf, readEntry } from './entry.ts';
import { SCENARIO_IDS } from './fields.ts';
import { accountId, regionCode } from './formats.ts';
import type { Document } from './loan.ts';
import type { OpenFile, PlacedIssue } from './opened.ts';
import { written } from './opened.ts';
import type { Entry, Source } from './places.ts';
import { originOf, problemAt, problemOf } from './places.ts';
import type { Description, InvalidTarget, Problem } from './problem.ts';
import { defaultsIssues, inherited, isMap, shellIssues } from './validate.ts';
import { quoted, visible } from './words.ts';
import type { ReadText } from './yaml-text.ts';
import { readText } from './yaml-text.ts';

/** What a description that leaves it out means. */
export interface ReadingOptions {
  /** Who deploys where no deployer is named; undefined: nobody's right to deploy is judged. */
  readonly defaultDeployer: 'me' | undefined;
  /** Region where none is named: the flag `--region`. */
  readonly region?: string;
  /** Opens the files that the description names, by their path beginning at its folder. None: they cannot be read. */
  readonly open?: OpenFile;
}

type Raw = Readonly<Record<string, unknown>>;

const NO_FILES: OpenFile = () => ({ fault: 'files beside the description are not read here' });

const known = (raw: Raw, keys: readonly string[]): Raw => Object.fromEntries(Object.entries(raw).filter(([key]) => keys.includes(key)));

/** Of `defaults` an entry takes the keys that its scenario knows: other targets of the file may be of another one. */
const entryOf = ({ defaults }: Source, own: Raw, index: number): Entry => ({
  index,
  own,
  inherited: known(defaults, keysOf(own['scenario'] ?? defaults['scenario'])),
});

/** Nobody who reads an account through a role is its deployer for want of another word, and nobody at all deploys what exists. */
export const fallbackFor = ({ deployer, ...fallback }: Raw, { assumeRole, existing }: Raw): Raw =>
  assumeRole === undefined && existing !== true && deployer !== undefined ? { ...fallback, deployer } : fallback;

/** An external id for all targets concerns those that name a role. */
const toldTo = ({ assumeRole }: Raw, { externalId, ...taken }: Raw): Raw =>
  assumeRole === undefined || externalId === undefined ? taken : { ...taken, externalId };

const enteredOf = ({ fallback }: Source, { own, inherited: taken }: Entry): Entered => {
  const whole = { ...taken, ...own };
  return { own, inherited: { ...known(fallbackFor(fallback, whole), keysOf(own['scenario'])), ...toldTo(whole, taken) } };
};

const nameOf = ({ own, index }: Entry): string => (typeof own['name'] === 'string' && own['name'] !== '' ? visible(own['name']) : `targets[${index}]`);

const firstNamed = new WeakMap<readonly Entry[], ReadonlyMap<unknown, Entry>>();

/** The first entry of each name; found once, since descriptions hold thousands. */
const firstOf = (entries: readonly Entry[]): ReadonlyMap<unknown, Entry> => {
  const known = firstNamed.get(entries) ?? new Map(entries.toReversed().map((entry) => [entry.own['name'], entry]));
  firstNamed.set(entries, known);
  return known;
};

const duplicateOf = (source: Source, entries: readonly Entry[], { index, own: { name } }: Entry): readonly PlacedIssue[] => {
  const first = typeof name === 'string' ? firstOf(entries).get(name) : undefined;
  if (first === undefined || first.index >= index) return [];
  const { line } = source.text.positionOf(['targets', first.index, 'name']);
  return [{ path: ['name'], message: `${quoted(String(name))} is already the name of targets[${first.index}] in line ${line} — give each target its own` }];
};

const scenarioIn = (raw: Raw): ScenarioId | undefined => SCENARIO_IDS.find((id) => id === raw['scenario']);

/** What a target that could not be read says of itself, as far as it is valid. */
export const identityOf = (raw: Raw): Pick<InvalidTarget, 'scenario' | 'account' | 'region'> => {
  const scenario = scenarioIn(raw);
  const [account, region] = [String(raw['account']), String(raw['region'])];
  return {
    ...(scenario !== undefined && { scenario }),
    ...(accountId.fault(account) === undefined && { account }),
    ...(regionCode.fault(region) === undefined && { region }),
  };
};

const readOne = (
  source: Source,
  entries: readonly Entry[],
  { entry, open }: { readonly entry: Entry; readonly open: OpenFile },
): readonly Target[] | InvalidTarget => {
  const read = readEntry(enteredOf(source, entry), open);
  const issues = [...('issues' in read ? read.issues : []), ...duplicateOf(source, entries, entry)];
  if ('targets' in read && issues.length === 0) {
    const origin = originOf(source, entry, read);
    return read.targets.map((target) => ({ ...target, origin }));
  }
  return { name: nameOf(entry), ...identityOf(read.raw), problems: issues.map((issue) => problemOf(source, entry, { loans: read.loans, issue })) };
};

const isInvalid = (read: readonly Target[] | InvalidTarget): read is InvalidTarget => 'problems' in read;

const notAMap = (source: Source, index: number): InvalidTarget => {
  const path = ['targets', index];
  return {
    name: written(path),
    problems: [problemAt(source, path, { path, message: 'is not a map of keys', expected: 'name: …, scenario: … and the rest of a target' })],
  };
};

const readEntries = (source: Source, list: readonly unknown[], open: OpenFile): Pick<Description, 'targets' | 'invalid'> => {
  const entries = list.flatMap((own, index) => (isMap(own) ? [entryOf(source, own, index)] : []));
  const read = entries.map((entry) => readOne(source, entries, { entry, open }));
  const strays = list.flatMap((own, index) => (isMap(own) ? [] : [notAMap(source, index)]));
  return { targets: read.flatMap((one) => (isInvalid(one) ? [] : one)), invalid: [...read.filter(isInvalid), ...strays] };
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
  const at: Document = { file, text };
  if (root === null || root === undefined) return unreadable(problemAt(at, [], { ...NOT_A_DESCRIPTION, message: 'is empty' }));
  if (!isMap(root)) return unreadable(problemAt(at, [], NOT_A_DESCRIPTION));
  const problems = shellIssues(root).map((issue) => problemAt(at, issue.path, issue));
  if (isOtherVersion(root)) return unreadable(...problems.filter(({ path }) => path === 'version'));
  const { defaults, targets } = root;
  const inDefaults = defaultsIssues(defaults).map((issue) => problemAt(at, ['defaults', ...issue.path], issue));
  const source = { file, text, defaults: inherited(defaults), fallback: fallbackOf(options) };
  return { ...readEntries(source, Array.isArray(targets) ? targets : [], options.open ?? NO_FILES), problems: [...problems, ...inDefaults] };
};

/** Reads a description, YAML or JSON: everything in it that is valid, and everything that is not, with its place. Never throws. */
export const readDescription = (text: string, file: string, options: ReadingOptions): Description => {
  const read = readText(text);
  if ('faults' in read) return unreadable(...read.faults.map(({ at, message }) => ({ file, ...at, path: '', message })));
  return readRoot(file, read, options);
};
