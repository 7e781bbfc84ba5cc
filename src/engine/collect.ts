import type { AnyFactRequest, Fact, FactKind, Facts, SavedFact } from '../model/fact.ts';
import { deepFreeze } from './canonical.ts';
import { factsIn, innerRequests, keyOf, resolveParams } from './facts.ts';

/** Reads one fact: the collectors, or a recording. Never rejects; what could not be read is Unknown. */
export type FactReader = (kind: FactKind, params: Readonly<Record<string, unknown>>) => Promise<Fact>;

/** Where facts are gathered; asking twice for the same fact reads once. */
export interface Collection {
  /** Reads a request, and before it every fact that its parameters come from. */
  readonly read: (request: AnyFactRequest) => Promise<Fact>;
  /** What is known so far; grows while facts are read. */
  readonly facts: () => Facts;
}

/** Opens an empty collection over a reader. `tool` names the version in saved facts. */
export const openCollection = (reader: FactReader, tool: string): Collection => {
  const known = new Map<string, SavedFact>();
  const underWay = new Map<string, Promise<Fact>>();

  const readResolved = (kind: FactKind, params: Readonly<Record<string, unknown>>): Promise<Fact> => {
    const key = keyOf(kind, params);
    const reading = underWay.get(key) ?? reader(kind, params);
    underWay.set(key, reading);
    return reading.then((fact) => {
      known.set(key, deepFreeze({ kind, params, fact }));
      return fact;
    });
  };
  const read = async (request: AnyFactRequest): Promise<Fact> => {
    const inner = innerRequests(request);
    const answers = new Map(await Promise.all(inner.map(async (one) => [one, await read(one)] as const)));
    const resolved = resolveParams(request.params, (one) => answers.get(one) as Fact);
    return resolved.state === 'resolved' ? readResolved(request.kind, resolved.params) : resolved;
  };
  const facts = factsIn(known, tool);
  return { read, facts: () => facts };
};
