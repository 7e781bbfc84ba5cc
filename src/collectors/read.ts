import { Refused } from '../aws/refused.ts';
import type { Session } from '../aws/session.ts';
import type { Fact, FactKind } from '../model/fact.ts';
import { unknown } from '../model/fact.ts';
import { collectorOf } from './index.ts';

const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
};

const unknownFor = (kind: FactKind, thrown: unknown): Fact =>
  thrown instanceof Refused ? thrown.unknown : unknown('failed', `${kind} could not be read — ${thrown instanceof Error ? thrown.message : String(thrown)}`);

/** Makes the function that reads facts over a session. It never rejects: what could not be read is Unknown, and values are frozen. */
export const readerOf =
  (session: Session) =>
  async (kind: FactKind, params: Readonly<Record<string, unknown>>): Promise<Fact> => {
    const collector = collectorOf(kind);
    if (collector === undefined) return unknown('not-collected', `${kind} is not read from AWS`);
    try {
      return frozen(await collector.collect(params as never, session));
    } catch (thrown) {
      return frozen(unknownFor(kind, thrown));
    }
  };
