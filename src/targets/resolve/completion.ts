import type { Unknown } from '../../model/fact.ts';
import type { Target } from '../../model/target.ts';

/** What another thing says of a plan, and what it could not be asked. */
export interface Completion<T extends Target> {
  readonly fields: Partial<T>;
  readonly unresolved: Readonly<Record<string, Unknown>>;
  /** Fields of which a part could not be read, although the target says another. */
  readonly partly?: Readonly<Record<string, Unknown>>;
  /** What a reader should know to have been filled in, one sentence each. */
  readonly completed?: readonly string[];
}

/** A thing that says nothing. */
export const NOTHING = { fields: {}, unresolved: {} } as const;

type Said<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out the fields that are undefined. */
export const said = <T extends object>(fields: T): Said<T> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Said<T>;

/** A thing that could not be read, with every field that it might have said. */
export const unreadable = (fields: readonly string[], reason: Unknown) => ({
  fields: {},
  unresolved: Object.fromEntries(fields.map((field) => [field, reason])),
});

const together = (records: readonly (Readonly<Record<string, Unknown>> | undefined)[]): Readonly<Record<string, Unknown>> =>
  Object.assign({}, ...records.toReversed());

/** A target with what is said of it. Its own words win, then those of the first completion; a field that somebody says is not unresolved. */
export const merged = <T extends Target>({ unresolved: _, ...target }: T, completions: readonly Completion<T>[]): T => {
  const known = Object.assign({}, ...completions.toReversed().map(({ fields }) => fields), target) as T;
  const open = Object.entries(together(completions.map(({ unresolved }) => unresolved))).filter(([field]) => !Object.hasOwn(known, field));
  const unresolved = { ...Object.fromEntries(open), ...together(completions.map(({ partly }) => partly)) };
  const completed = [...new Set([...(known.completed ?? []), ...completions.flatMap((completion) => completion.completed ?? [])])];
  return { ...known, ...(completed.length > 0 && { completed }), ...(Object.keys(unresolved).length > 0 && { unresolved }) };
};
