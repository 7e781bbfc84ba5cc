import type { Collection, FactReader } from '../engine/collect.ts';
import { openCollection } from '../engine/collect.ts';
import type { PlannedFact } from '../engine/plan.ts';
import { planFacts } from '../engine/plan.ts';
import type { AnyFactRequest, Facts } from '../model/fact.ts';
import { present } from '../model/fact.ts';
import type { IamEngine } from '../model/facts/iam.ts';
import type { Target } from '../model/target.ts';
import { completed, completionRequests, missingThings } from '../targets/resolve/index.ts';
import { LAW } from './law.ts';
import { stop } from './stop.ts';

/** What a run knows, and the targets as those facts complete them. */
export interface Gathered {
  readonly targets: readonly Target[];
  readonly facts: Facts;
}

/** Told after each fact that was read. */
export type OnProgress = (read: number, asked: number) => void;

/** Told once what the targets are, whole; what they still need is read after it. */
export type OnWhole = (targets: readonly Target[]) => Promise<void>;

/** What is said of the run itself, once, and saved with the facts. */
export interface RunSettings {
  /** ISO 8601: the only clock. */
  readonly time: string;
  /** Whose word counts on what a principal may do. Default `both`. */
  readonly iamEngine?: IamEngine;
}

const withSettings =
  (reader: FactReader, { time, iamEngine = 'both' }: RunSettings): FactReader =>
  (kind, params) => {
    if (kind === 'run.time') return Promise.resolve(present(time));
    return kind === 'run.iamEngine' ? Promise.resolve(present(iamEngine)) : reader(kind, params);
  };

const readAll = async ({ read }: Collection, requests: readonly AnyFactRequest[], onProgress: OnProgress): Promise<void> => {
  let done = 0;
  const one = async (request: AnyFactRequest): Promise<void> => {
    await read(request);
    done += 1;
    onProgress(done, requests.length);
  };
  await Promise.all(requests.map(one));
};

/** The facts that judging these targets takes; where only sageready's own evaluation counts, without AWS's simulator. */
export const factsFor = (targets: readonly Target[], iamEngine: IamEngine = 'both'): readonly PlannedFact[] =>
  planFacts(LAW, targets, completionRequests).filter(({ request }) => iamEngine !== 'local' || request.kind !== 'iam.simulation');

/** Completes targets by what is known. Throws a Stop when one is to be completed from something that does not exist. */
export const complete = (targets: readonly Target[], facts: Facts): readonly Target[] => {
  const missing = missingThings(targets, facts);
  if (missing.length > 0) throw stop(`${missing.join('; ')} — nothing was judged`);
  return targets.map((target) => completed(target, facts));
};

/** What rules ask of targets that are not whole yet holds for the whole ones as well; only questions to the simulator tell it the whole plan. */
const readAhead = async (collection: Collection, targets: readonly Target[]): Promise<void> => {
  const open = targets.filter((target) => completionRequests(target).length > 0);
  await readAll(
    collection,
    factsFor(open, 'local').map(({ request }) => request),
    () => {},
  );
};

/** Reads everything that the targets need: what completes them, beside it what their rules ask of them already, and then the rest. */
export const gather = async (
  targets: readonly Target[],
  reader: FactReader,
  options: RunSettings & { readonly tool: string; readonly onProgress?: OnProgress; readonly onWhole?: OnWhole },
): Promise<Gathered> => {
  const collection = openCollection(withSettings(reader, options), options.tool);
  const onProgress = options.onProgress ?? (() => {});
  const ahead = readAhead(collection, targets);
  await readAll(collection, targets.flatMap(completionRequests), onProgress);
  const whole = complete(targets, collection.facts());
  await options.onWhole?.(whole);
  await readAll(collection, [{ kind: 'run.time', params: {} }, ...factsFor(whole, options.iamEngine).map(({ request }) => request)], onProgress);
  await ahead;
  return { targets: whole, facts: collection.facts() };
};
