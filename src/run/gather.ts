import type { Collection, FactReader } from '../engine/collect.ts';
import { openCollection } from '../engine/collect.ts';
import type { Plan, PlannedFact } from '../engine/plan.ts';
import { inReadingOrder, planOf } from '../engine/plan.ts';
import type { AnyFactRequest, Facts } from '../model/fact.ts';
import { present } from '../model/fact.ts';
import type { IamEngine } from '../model/facts/iam.ts';
import type { Target } from '../model/target.ts';
import { completed, completionRequests, missingThings } from '../targets/resolve/index.ts';
import { sparing } from './endpoint-names.ts';
import { LAW } from './law.ts';
import type { Live } from './live.ts';
import { openLive } from './live.ts';
import { stop } from './stop.ts';

/** What a run knows, and the targets as those facts complete them. */
export interface Gathered {
  readonly targets: readonly Target[];
  readonly facts: Facts;
  /** Targets that cannot be judged, with the reason: they are to be completed from something that does not exist. */
  readonly missing?: ReadonlyMap<Target, string>;
  /** What a reader should know of how this was gathered, one sentence each. */
  readonly notes?: readonly string[];
}

/** Told after each fact that was read. */
export type OnProgress = (read: number, asked: number) => void;

/** Told once what the targets are, whole; what they still need is read after it. */
export type OnWhole = (targets: readonly Target[]) => Promise<void>;

/** What is said of the run itself, once, and saved with the facts. */
export interface RunSettings {
  /** ISO 8601: the only clock. */
  readonly time: string;
  /** Whose word counts on what a principal may do. Default: `both` for few targets, `local` for many. */
  readonly iamEngine?: IamEngine;
}

/** How facts are gathered. */
export interface GatherOptions extends RunSettings {
  readonly tool: string;
  readonly onProgress?: OnProgress;
  readonly onWhole?: OnWhole;
  /** Hands on each target's report as soon as its facts are in. */
  readonly live?: Live;
}

/** AWS's simulator is asked about as many targets by default: its limits are low and hidden, and each deployer and role asks it about each plan. */
const MOST_SIMULATED = 25;

/** Whose word counts where nobody says. */
export const engineFor = (targets: readonly Target[], asked?: IamEngine): IamEngine => asked ?? (targets.length > MOST_SIMULATED ? 'local' : 'both');

const notesFor = (targets: readonly Target[], asked?: IamEngine): readonly string[] =>
  engineFor(targets, asked) === engineFor([], asked)
    ? []
    : [
        `AWS’s policy simulator was not asked, since there are more than ${MOST_SIMULATED} targets: permissions were judged by sageready’s own evaluation of the policies — --iam-engine both asks it all the same`,
      ];

const withSettings =
  (reader: FactReader, time: string, iamEngine: IamEngine): FactReader =>
  (kind, params) => {
    if (kind === 'run.time') return Promise.resolve(present(time));
    return kind === 'run.iamEngine' ? Promise.resolve(present(iamEngine)) : reader(kind, params);
  };

/** Told the place of a fact in its plan. */
type OnRead = (place: number) => void;

const readAll = async ({ read }: Collection, requests: readonly AnyFactRequest[], onRead: OnRead = () => {}): Promise<void> => {
  await Promise.all(
    requests.map(async (request, place) => {
      await read(request);
      onRead(place);
    }),
  );
};

const counting = (asked: number, onProgress: OnProgress = () => {}): (() => void) => {
  let read = 0;
  return () => {
    read += 1;
    onProgress(read, asked);
  };
};

/** The facts that judging these targets takes, and who waits for which; where only sageready's own evaluation counts, without AWS's simulator. */
const planFor = (targets: readonly Target[], iamEngine: IamEngine): Plan =>
  planOf(LAW, targets, { more: completionRequests, isWanted: ({ kind }) => iamEngine !== 'local' || kind !== 'iam.simulation' });

/** The facts that judging these targets takes, in the order in which they can be read. */
export const factsFor = (targets: readonly Target[], iamEngine?: IamEngine): readonly PlannedFact[] =>
  inReadingOrder(planFor(targets, engineFor(targets, iamEngine)));

/** Targets completed by what is known, and those that cannot be, with the reason. Throws a Stop when none is left. */
export const completeEach = (targets: readonly Target[], facts: Facts): Pick<Gathered, 'targets' | 'missing'> => {
  const missing = new Map<Target, string>();
  const whole = targets.map((target) => {
    const [reason] = missingThings([target], facts);
    const known = completed(target, facts);
    if (reason !== undefined) missing.set(known, reason);
    return known;
  });
  if (missing.size > 0 && missing.size === targets.length) throw stop(`${[...missing.values()].join('; ')} — nothing was judged`);
  return { targets: whole, ...(missing.size > 0 && { missing }) };
};

/** What rules ask of targets that are not whole yet holds for the whole ones as well; only questions to the simulator tell it the whole plan. */
const readAhead = async (collection: Collection, plan: Plan): Promise<void> =>
  readAll(
    collection,
    plan.facts.map(({ request }) => request),
  );

const openTargets = (targets: readonly Target[]): readonly Target[] => targets.filter((target) => completionRequests(target).length > 0);

const CLOCK: AnyFactRequest = { kind: 'run.time', params: {} };

/** Reads everything that the targets need: what completes them, beside it what their rules ask of them already, and then the rest. */
export const gather = async (targets: readonly Target[], reader: FactReader, options: GatherOptions): Promise<Gathered> => {
  const iamEngine = engineFor(targets, options.iamEngine);
  const { read: spared, expect } = sparing(reader);
  const collection = openCollection(withSettings(spared, options.time, iamEngine), options.tool);
  const early = planFor(openTargets(targets), 'local');
  expect(early.facts);
  const ahead = readAhead(collection, early);
  const completing = targets.flatMap(completionRequests);
  await readAll(collection, [CLOCK, ...completing], counting(completing.length + 1, options.onProgress));
  const facts = collection.facts();
  const whole = completeEach(targets, facts);
  await options.onWhole?.(whole.targets);
  const judged = whole.targets.filter((target) => whole.missing?.has(target) !== true);
  const plan = planFor(judged, iamEngine);
  expect(plan.facts);
  const live = options.live && openLive({ ...whole, facts }, { plan, judged, ...options.live });
  const count = counting(plan.facts.length, options.onProgress);
  const requests = plan.facts.map(({ request }) => request);
  await readAll(collection, requests, (place) => {
    count();
    live?.known(place);
  });
  await ahead;
  await live?.finished();
  return { ...whole, facts, notes: notesFor(targets, options.iamEngine) };
};
