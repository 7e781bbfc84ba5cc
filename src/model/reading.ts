import type { IamAction } from './words.ts';

/** AWS answered, and this is what it said. */
export interface Present<T> {
  readonly state: 'present';
  readonly value: T;
}

/** AWS answered: there is no such thing. */
export interface Absent {
  readonly state: 'absent';
}

/** Why a reading is not known. `context`: policies decide by a key that only AWS knows at run time; `missing` names it. */
export type UnknownReason = 'access-denied' | 'throttled' | 'timeout' | 'unreachable' | 'unsupported' | 'not-collected' | 'failed' | 'context';

/** AWS did not answer, or what it answered does not settle the question. Never a pass and never a fail. */
export interface Unknown {
  readonly state: 'unknown';
  readonly reason: UnknownReason;
  /** The IAM actions that would make it known, exact. */
  readonly actions?: readonly IamAction[];
  /** Condition keys that decide and that only AWS knows at run time. */
  readonly missing?: readonly string[];
  /** One sentence with the remedy. */
  readonly message: string;
}

/** A part that may be refused on its own, inside a fact's value. */
export type Reading<T> = Present<T> | Absent | Unknown;

/** Catalogue entry of a named thing, which may not exist. */
export interface MayExist<P, V> {
  readonly params: P;
  readonly known: Present<V> | Absent;
}

/** Catalogue entry of a listing or a setting, which always has a value. */
export interface AlwaysKnown<P, V> {
  readonly params: P;
  readonly known: Present<V>;
}

export const present = <T>(value: T): Present<T> => ({ state: 'present', value });
export const absent: Absent = Object.freeze({ state: 'absent' });
export const unknown = (
  reason: UnknownReason,
  message: string,
  more: { readonly actions?: readonly IamAction[]; readonly missing?: readonly string[] } = {},
): Unknown => ({
  state: 'unknown',
  reason,
  message,
  ...more,
});
