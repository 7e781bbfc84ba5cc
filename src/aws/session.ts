import { setMaxListeners } from 'node:events';
import type { Reading } from '../model/fact.ts';
import type { CallLog } from '../model/report.ts';
import { allowanceOf, countedAs } from './allowances.ts';
import type { Answer, Line, Sendable } from './ask.ts';
import { batchesOf, itemsById } from './batches.ts';
import type { Budget } from './budget.ts';
import { callKey } from './call-key.ts';
import { openCallLog } from './call-log.ts';
import type { Clients, ServiceName } from './clients.ts';
import { capOf, limiterOf } from './limiter.ts';
import type { CallMemory, KeptAnswer } from './memory.ts';
import type { Batched, Operation } from './operation.ts';
import { paceOf } from './pace.ts';
import type { Pool, Quietness } from './pool.ts';
import { poolOf, quietness } from './pool.ts';
import { askAndKeep, asksForIdentity, isAskedInEachRun, met, recalled } from './recall.ts';
import type { Rejections } from './rejection.ts';
import { rejectionsOf } from './rejection.ts';
import { turnsOf } from './turns.ts';
import { unanswered } from './words.ts';

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_CONCURRENCY = 10;
const DEFAULT_PATIENCE_MS = 300_000;

/** What a session is opened with. */
export interface SessionOptions {
  readonly clients: Clients;
  /** Milliseconds per call, retries included. Default 30,000. */
  readonly timeout?: number;
  /** Calls in flight per service and Region; IAM gets half. Default 10. */
  readonly concurrency?: number;
  /** Aborted on Ctrl-C: calls under way are given up, none is begun. */
  readonly interrupt?: AbortSignal;
  /** Milliseconds that a service may throttle without one answer in between, before a call is given up. Default 300,000. */
  readonly patience?: number;
  /** The requests that may be sent; sessions may share it. Default: any number. */
  readonly budget?: Budget;
  /** What an earlier run knows: asked before AWS is. */
  readonly memory?: CallMemory;
}

/** A call that will be made. */
export interface Foreseen {
  readonly service: ServiceName;
  readonly region: string;
}

/** One run's conversation with AWS: no call twice, and a failure is a value. */
export interface Session {
  /** Once the first request is on its way, opens the clients of further calls one after another. Never rejects: the call will say why its client does not open. */
  readonly prepare: (calls: readonly Foreseen[]) => Promise<void>;
  readonly call: <I, O>(operation: Operation<I, O>, region: string, input: I) => Promise<Reading<O>>;
  /** One of many things that an operation asks for at once. */
  readonly one: <Item>(operation: Batched<Item>, region: string, id: string) => Promise<Reading<Item>>;
  /** One of many questions that are asked together, after everything else. */
  readonly pooled: <Question, Input, Output, Item>(pool: Pool<Question, Input, Output, Item>, region: string, question: Question) => Promise<Reading<Item>>;
  /** What was asked so far. */
  readonly calls: () => CallLog;
  /** What is wrong with the credentials, once AWS or the SDK has said so. Undefined when only a Region is not enabled. */
  readonly credentialsProblem: () => string | undefined;
  /** Ends idle connections. */
  readonly close: () => Promise<void>;
}

/** A call with the words that its failure is told in, and with what is kept of it. */
type Description<O> = Sendable<O> & {
  readonly whenDenied?: string;
  readonly scope?: 'global';
  readonly subject: string;
  readonly keptAs: (key: string, answer: KeptAnswer) => ReadonlyMap<string, KeptAnswer>;
};

/** A call as it was first made, with what came of it. */
interface Asked<O> {
  readonly call: Description<O>;
  readonly answer: Answer<O>;
}

/** Makes a value once per key. */
type Remember = <T>(key: string, make: () => T) => T;

const remembering = (): Remember => {
  const made = new Map<string, unknown>();
  return <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  };
};

const lineOf = (options: SessionOptions, remember: Remember): Line => {
  const { timeout = DEFAULT_TIMEOUT_MS, concurrency = DEFAULT_CONCURRENCY, patience = DEFAULT_PATIENCE_MS } = options;
  return {
    clients: options.clients,
    timeout,
    patience,
    interrupt: options.interrupt,
    budget: options.budget,
    memory: options.memory,
    log: openCallLog(),
    limiterFor: (service, region) => remember(`calls of ${countedAs(service, region)}`, () => limiterOf(capOf(service, concurrency))),
    turnsFor: (service, region) => remember(`requests of ${countedAs(service, region)}`, () => turnsOf(paceOf(allowanceOf(service)))),
  };
};

const describe = <I, O>(operation: Operation<I, O>, region: string, input: I): Description<O> => ({
  ...operation,
  region,
  subject: operation.subject(input),
  send: (route) => operation.send(input, route),
  keptAs: (key, answer) => new Map([[key, answer]]),
});

/** Each id is kept on its own: the next run may ask for others beside it. */
const describeMany = <Item>(operation: Batched<Item>, region: string, ids: readonly string[]): Description<readonly Item[]> => ({
  ...operation,
  region,
  subject: ids.join(', '),
  send: (route) => operation.send(ids, route),
  keptAs: (_, answer) => {
    if (answer.state !== 'present') return new Map(ids.length === 1 ? ids.map((id) => [callKey(operation, region, id), answer]) : []);
    const items = itemsById(ids, answer.value as readonly Item[], operation.keyOf);
    return new Map(ids.map((id, index) => [callKey(operation, region, id), items[index] ?? answer]));
  },
});

const readingOf = async <O>({ call, answer }: Asked<O>, timeout: number, rejections: Rejections): Promise<Reading<O>> => {
  switch (answer.state) {
    case 'present':
    case 'absent':
      return answer;
    case 'credentials':
      return rejections.explain(answer, call) as Promise<Reading<O>>;
    case 'moved':
      return unanswered('failed', { ...call, timeout, detail: `S3 sends from Region to Region, last to ${answer.region}` });
    case 'unknown':
      return unanswered(answer.reason, { ...call, timeout, detail: answer.detail });
    default:
      return answer satisfies never;
  }
};

const isOutOfReach = (answer: Answer<unknown>): boolean => answer.state === 'unknown' && (answer.reason === 'unreachable' || answer.reason === 'timeout');

/** Reads one call: from memory, else from AWS. */
type Read = <O>(call: Description<O>, input: unknown) => Promise<Reading<O>>;

const readerOn = (line: Line, remember: Remember, { during, rejections }: Pick<Quietness, 'during'> & { readonly rejections: Rejections }): Read => {
  const answerTo = async <O>(call: Description<O>, key: string): Promise<Asked<O>> => {
    const known = isAskedInEachRun(call) ? undefined : (recalled(line, key) as Answer<O> | undefined);
    return { call, answer: known ?? (await askAndKeep(line, call, (answer) => call.keptAs(key, answer))) };
  };
  const asked = <O>(call: Description<O>, input: unknown): Promise<Asked<O>> => {
    const key = callKey(call, call.region, input);
    return remember(key, () => during(answerTo(call, key)));
  };
  /** Who is asking is the same in every Region, and one of them may be out of reach: then it is asked in the next. */
  const askedWithinReach = async <O>(call: Description<O>, input: unknown): Promise<Asked<O>> => {
    const first = await asked(call, input);
    if (!asksForIdentity(call) || !isOutOfReach(first.answer) || first.call.region === call.region) return first;
    const { scope: _, ...regional } = call;
    return asked(regional, input);
  };
  /** A bucket that lies elsewhere is asked for once more, where S3 says that it lies. */
  return async (call, input) => {
    const first = await askedWithinReach(call, input);
    const last = first.answer.state === 'moved' ? await asked({ ...call, region: first.answer.region }, input) : first;
    return readingOf(last, line.timeout, rejections);
  };
};

/** Opens a session. Nothing is sent before the first call. */
export const openSession = (options: SessionOptions): Session => {
  const remember = remembering();
  const line = lineOf(options, remember);
  // Every call under way listens; above ten listeners Node warns of a leak.
  if (line.interrupt !== undefined) setMaxListeners(0, line.interrupt);
  const rejections = rejectionsOf(line);
  const { during, quiet } = quietness();
  const read = readerOn(line, remember, { during, rejections });
  const loader = <Item>(operation: Batched<Item>, region: string) =>
    remember(`${operation.name} ${region}, one by one`, () => batchesOf(operation, (ids) => read(describeMany(operation, region, ids), ids)));
  const oneOf = async <Item>(operation: Batched<Item>, region: string, id: string): Promise<Reading<Item>> =>
    (recalled(line, callKey(operation, region, id)) as Reading<Item> | undefined) ?? loader(operation, region)(id);
  return {
    prepare: async (calls) => {
      await line.clients.firstSent;
      for (const { service, region } of calls) await line.clients.open(service, region).catch(() => {});
    },
    call: async (operation, region, input) => {
      const reading = await read(describe(operation, region, input), input);
      return asksForIdentity(operation) ? met(line.memory, reading) : reading;
    },
    one: (operation, region, id) => remember(`${callKey(operation, region, id)} of many`, () => oneOf(operation, region, id)),
    pooled: (pool, region, question) => {
      const ask = (input: Parameters<typeof pool.operation.send>[0]) => read(describe(pool.operation, region, input), input);
      return remember(`${pool.operation.name} ${region}, pooled`, () => poolOf(pool, { ask, quiet }))(question);
    },
    calls: line.log.read,
    credentialsProblem: rejections.problem,
    close: line.clients.close,
  };
};
