import type { AnyFactRequest, Fact, Facts, SavedFact, SavedFacts, Unknown } from '../model/fact.ts';
import { absent, isDerived, unknown } from '../model/fact.ts';
import { canonical, deepFreeze } from './canonical.ts';

type Params = Readonly<Record<string, unknown>>;

/** Equal requests have equal keys: one fact across all targets. */
export const keyOf = (kind: string, params: Params): string => `${kind} ${canonical(params)}`;

const notCollected = (kind: string): Unknown => unknown('not-collected', `${kind} is not in the facts — collect again with this version and this description`);

/** A request's parameters once every fact that they come from is known. */
export type Resolved = { readonly state: 'resolved'; readonly params: Params } | Exclude<Fact, { readonly state: 'present' }>;

/** Replaces derived parameters by what they select. Inner unknown: unknown. Inner absent or nothing selected: absent. */
export const resolveParams = (params: Params, read: (request: AnyFactRequest) => Fact): Resolved => {
  const resolved: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(params)) {
    if (!isDerived(value)) {
      resolved[name] = value;
      continue;
    }
    const inner = read(value.derivedFrom);
    if (inner.state !== 'present') return inner;
    const selected = value.select(inner.value as never);
    if (selected === undefined) return absent;
    resolved[name] = selected;
  }
  return { state: 'resolved', params: resolved };
};

/** The requests that must be known before this one can be asked. */
export const innerRequests = (request: AnyFactRequest): readonly AnyFactRequest[] =>
  Object.values(request.params).flatMap((value) => (isDerived(value) ? [value.derivedFrom] : []));

/** The facts of a map, as rules see them: also those that are put into it later. */
export const factsIn = (byKey: ReadonlyMap<string, SavedFact>, tool: string): Facts => {
  const get = (request: AnyFactRequest): Fact => {
    const resolved = resolveParams(request.params, get);
    if (resolved.state !== 'resolved') return resolved;
    return byKey.get(keyOf(request.kind, resolved.params))?.fact ?? notCollected(request.kind);
  };
  const toJSON = (): SavedFacts => ({
    schema: 'sageready/facts/1',
    tool,
    facts: [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry),
  });
  return { get, toJSON };
};

/** Makes the frozen, read-only collection that rules are judged on. */
export const factsOf = (saved: Iterable<SavedFact>, tool: string): Facts => {
  const byKey = new Map<string, SavedFact>();
  for (const entry of saved) byKey.set(keyOf(entry.kind, entry.params), deepFreeze(entry));
  return factsIn(byKey, tool);
};
