import type { Collection, FactReader } from '../engine/collect.ts';
import { openCollection } from '../engine/collect.ts';
import type { PlannedFact } from '../engine/plan.ts';
import { planFacts } from '../engine/plan.ts';
import type { AnyFactRequest, Facts } from '../model/fact.ts';
import { present } from '../model/fact.ts';
import type { Target } from '../model/target.ts';
import { completed, completionRequests } from '../targets/resolve/index.ts';
import { LAW } from './law.ts';

/** What a run knows, and the targets as those facts complete them. */
export interface Gathered {
  readonly targets: readonly Target[];
  readonly facts: Facts;
}

/** Told after each fact that was read. */
export type OnProgress = (read: number, asked: number) => void;

const withClock =
  (reader: FactReader, time: string): FactReader =>
  (kind, params) =>
    kind === 'run.time' ? Promise.resolve(present(time)) : reader(kind, params);

const readAll = async ({ read }: Collection, requests: readonly AnyFactRequest[], onProgress: OnProgress): Promise<void> => {
  let done = 0;
  const one = async (request: AnyFactRequest): Promise<void> => {
    await read(request);
    done += 1;
    onProgress(done, requests.length);
  };
  await Promise.all(requests.map(one));
};

/** The facts that judging these targets takes. */
export const factsFor = (targets: readonly Target[]): readonly PlannedFact[] => planFacts(LAW, targets, completionRequests);

/** Reads everything that the targets need: first what completes them, then what their rules ask. `time`: ISO 8601, the run's only clock. */
export const gather = async (
  targets: readonly Target[],
  reader: FactReader,
  options: { readonly time: string; readonly tool: string; readonly onProgress?: OnProgress },
): Promise<Gathered> => {
  const collection = openCollection(withClock(reader, options.time), options.tool);
  const onProgress = options.onProgress ?? (() => {});
  await readAll(collection, targets.flatMap(completionRequests), onProgress);
  const complete = targets.map((target) => completed(target, collection.facts()));
  await readAll(collection, [{ kind: 'run.time', params: {} }, ...factsFor(complete).map(({ request }) => request)], onProgress);
  return { targets: complete, facts: collection.facts() };
};
