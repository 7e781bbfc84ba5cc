import type { Absence, ContextValue, EvalContext } from './types.ts';

/** AWS will not send the key. */
export const ABSENT: Absence = { state: 'absent' };
/** Only AWS knows the value, at run time. */
export const UNKNOWN: Absence = { state: 'unknown' };

/** A value that may not be known. */
export const orUnknown = (value: ContextValue | undefined): ContextValue => value ?? UNKNOWN;

/** Tags as one context key each, and a word about all other keys of the kind. */
export const tagKeys = (prefix: string, tags: Readonly<Record<string, string>> | undefined, others: Absence): EvalContext => ({
  [`${prefix}/*`]: tags === undefined ? UNKNOWN : others,
  ...Object.fromEntries(Object.entries(tags ?? {}).map(([key, value]) => [`${prefix}/${key}`, value])),
});
