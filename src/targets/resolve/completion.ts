import type { Unknown } from '../../model/fact.ts';
import type { ServerlessEndpointTarget } from '../../model/target.ts';

/** A key of a target that something deployed, or a model package, may say. */
export type CompletedField = keyof ServerlessEndpointTarget;

/** What another thing says of a plan, and what it could not be asked. */
export interface Completion {
  readonly fields: Partial<ServerlessEndpointTarget>;
  readonly unresolved: Readonly<Record<string, Unknown>>;
}

/** A thing that says nothing. */
export const NOTHING: Completion = { fields: {}, unresolved: {} };

type Said<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out the fields that are undefined. */
export const said = <T extends object>(fields: T): Said<T> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Said<T>;

/** A thing that could not be read, with every field that it might have said. */
export const unreadable = (fields: readonly CompletedField[], reason: Unknown): Completion => ({
  fields: {},
  unresolved: Object.fromEntries(fields.map((field) => [field, reason])),
});

/** A target with what is said of it. Its own words win, then those of the first completion; a field that somebody says is not unresolved. */
export const merged = ({ unresolved: _, ...target }: ServerlessEndpointTarget, completions: readonly Completion[]): ServerlessEndpointTarget => {
  const known: ServerlessEndpointTarget = Object.assign({}, ...completions.toReversed().map(({ fields }) => fields), target);
  const open = Object.entries(Object.assign({}, ...completions.toReversed().map(({ unresolved }) => unresolved)) as Completion['unresolved']);
  const unresolved = Object.fromEntries(open.filter(([field]) => !Object.hasOwn(known, field)));
  return Object.keys(unresolved).length === 0 ? known : { ...known, unresolved };
};
