import type * as z from 'zod';
import { fieldAt, SCENARIO_IDS } from './fields.ts';
import { either, nearest, quoted } from './words.ts';

/** The way to a value from the root of the document, or of a target. */
export type Path = readonly (string | number)[];

/** What is wrong with one value; whoever knows the source turns it into a `Problem`. */
export interface Issue {
  readonly path: Path;
  readonly message: string;
  readonly expected?: string;
  readonly nearest?: string;
}

const PLACEHOLDER = /<[^<>]+>/;

/** What to say of a value that was never filled in; undefined for any other. */
export const placeholderIn = (value: unknown): string | undefined => {
  const [placeholder] = (typeof value === 'string' && PLACEHOLDER.exec(value)) || [];
  return placeholder === undefined ? undefined : `still holds the placeholder ${quoted(placeholder)} — fill it in`;
};

/** The value at a path; undefined when there is none. */
const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? (inner as Record<string, unknown>)[key] : undefined),
    value,
  );

const kindOf = (value: unknown): string => {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'boolean') return `the truth value ${value}`;
  return typeof value === 'string' ? `the text ${quoted(value)}` : `the number ${String(value)}`;
};

const WANTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'a truth value',
  object: 'a map of keys',
  record: 'a map of keys',
  array: 'a list',
};

const NUMBERS = new Set(['number', 'int']);

const wrongType = (wanted: string, value: unknown): string => {
  if (value === undefined) return 'is missing';
  if (value === null) return 'is empty — fill it in';
  const isScalar = typeof value !== 'object';
  if (wanted === 'string' && isScalar) return `is ${kindOf(value)}, not text — put it in quotes`;
  if (NUMBERS.has(wanted) && typeof value === 'string' && /^\d+$/.test(value)) return 'is text — leave out the quotes';
  if (Number.isNaN(value)) return 'is not a number';
  return `is ${kindOf(value)}, not ${WANTED[wanted] ?? wanted}`;
};

const messageOf = (issue: z.core.$ZodIssue, value: unknown): string => {
  const placeholder = placeholderIn(value);
  if (placeholder !== undefined) return placeholder;
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected === 'number' && 'format' in issue ? 'int' : issue.expected, value);
    case 'invalid_union':
      return wrongType('string', value);
    case 'invalid_value':
      return value === undefined ? 'is missing' : `is ${kindOf(value)}`;
    case 'too_small':
      return issue.origin === 'array' ? 'is an empty list' : `is ${kindOf(value)}, less than ${issue.minimum}`;
    case 'too_big':
      return `is ${kindOf(value)}, more than ${issue.maximum}`;
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    default:
      return issue.message;
  }
};

const isSchemaValue = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

const wordsFor = (issue: z.core.$ZodIssue, value: unknown): Pick<Issue, 'expected' | 'nearest'> => {
  if (issue.code !== 'invalid_value') {
    const expected = fieldAt(issue.path.filter(isSchemaValue))?.expected;
    return expected === undefined ? {} : { expected };
  }
  const values = issue.values.map(String);
  const near = typeof value === 'string' ? nearest(value, values) : undefined;
  return { expected: either(values), ...(near !== undefined && { nearest: near }) };
};

/** Where a key that stands in the wrong place belongs; undefined when no scenario knows it. */
export type Home = (key: string, parent: Path) => string | undefined;

/** What is known of the keys that a schema takes. */
export interface Known {
  /** The keys of the map at a path. */
  readonly keysAt: (parent: Path) => readonly string[];
  readonly home: Home;
}

/** A key that the schema does not know, with the one that was probably meant. */
const unknownKey = (key: string, parent: Path, known: { readonly keys: readonly string[]; readonly home: Home }): Issue => {
  const path = [...parent, key];
  const belongs = known.home(key, parent);
  if (belongs !== undefined) return { path, message: `unknown key here — it belongs ${belongs}` };
  const near = nearest(key, known.keys);
  return { path, message: 'unknown key', ...(near === undefined ? { expected: either(known.keys) } : { nearest: near }) };
};

const issueOf = (issue: z.core.$ZodIssue, value: unknown, { keysAt, home }: Known): readonly Issue[] => {
  const path = issue.path.filter(isSchemaValue);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, { keys: keysAt(path), home }));
  const found = valueAt(value, path);
  return [{ path, message: messageOf(issue, found), ...wordsFor(issue, found) }];
};

const placeOf = (path: Path): string => JSON.stringify(path);

/** A key that is missing because it is misspelt is one mistake, not two. */
export const withoutMisspelt = (issues: readonly Issue[], value: unknown): readonly Issue[] => {
  const meant = new Set(issues.filter(({ nearest }) => nearest !== undefined).map(({ path, nearest = '' }) => placeOf([...path.slice(0, -1), nearest])));
  return issues.filter(({ path }) => valueAt(value, path) !== undefined || !meant.has(placeOf(path)));
};

const firstPerPlace = (issues: readonly Issue[]): readonly Issue[] =>
  [...new Map(issues.toReversed().map((issue) => [placeOf(issue.path), issue])).values()].toReversed();

/** Puts what a schema found into our words: one issue per place. */
export const issuesOf = (error: z.core.$ZodError, value: unknown, known: Known): readonly Issue[] =>
  firstPerPlace(
    withoutMisspelt(
      error.issues.flatMap((issue) => issueOf(issue, value, known)),
      value,
    ),
  );

/** What to say of a scenario that is missing or unknown. */
export const scenarioIssue = (value: unknown): Issue => {
  const near = typeof value === 'string' ? nearest(value, SCENARIO_IDS) : undefined;
  const message = value === undefined ? 'is missing' : `is ${kindOf(value)}, which names no scenario`;
  return { path: ['scenario'], message, expected: either(SCENARIO_IDS), ...(near !== undefined && { nearest: near }) };
};
