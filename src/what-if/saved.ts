import type { FactKind, FactValue, SavedFact, Unknown } from '../model/fact.ts';
import { nearest } from '../reason/nearest.ts';

/** Facts as they are saved, in their order. */
export type Saved = readonly SavedFact[];

/** Why a change cannot be made: the key of the change that is wrong, and what is wrong with it. */
export interface Fault {
  readonly key: string;
  readonly message: string;
  readonly nearest?: string;
}

/** Facts after a change, or why it cannot be made. */
export type Applied = { readonly facts: Saved } | { readonly fault: Fault };

export const fault = (key: string, message: string): Applied => ({ fault: { key, message } });

/** The values of a kind that are known, in their order. */
export const valuesOf = <K extends FactKind>(facts: Saved, kind: K): readonly FactValue<K>[] =>
  facts.flatMap((saved) => (saved.kind === kind && saved.fact.state === 'present' ? [saved.fact.value as FactValue<K>] : []));

/** Why facts of a kind are not known. */
export const unreadOf = (facts: Saved, kind: FactKind): readonly Unknown[] =>
  facts.flatMap(({ kind: own, fact }) => (own === kind && fact.state === 'unknown' ? [fact] : []));

/** Changes the values of a kind; what is not known stays as it is. */
export const changed = <K extends FactKind>(facts: Saved, kind: K, change: (value: FactValue<K>) => FactValue<K>): Saved =>
  facts.map((saved) => {
    if (saved.kind !== kind || saved.fact.state !== 'present') return saved;
    return { ...saved, fact: { state: 'present', value: change(saved.fact.value as FactValue<K>) } as SavedFact['fact'] };
  });

/** What to say of an id that the facts do not hold. */
export const notThere = (
  key: string,
  id: string,
  { known, unread, noun }: { readonly known: readonly string[]; readonly unread: readonly Unknown[]; readonly noun: string },
): Applied => {
  const [refused] = unread;
  if (refused !== undefined && known.length === 0) return fault(key, `${noun}s were not read, so none can be changed: ${refused.message}`);
  const near = nearest(id, known);
  const listed = known.length === 0 ? 'they hold none' : `they hold ${known.slice(0, 8).join(', ')}${known.length > 8 ? ' and more' : ''}`;
  return { fault: { key, message: `the facts hold no ${noun} ${id}: ${listed}`, ...(near !== undefined && { nearest: near }) } };
};
