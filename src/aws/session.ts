import { setMaxListeners } from 'node:events';
import type { Reading } from '../model/fact.ts';
import type { CallLog } from '../model/report.ts';
import type { Answer, Line, Sendable } from './ask.ts';
import { ask } from './ask.ts';
import { batchesOf } from './batches.ts';
import type { Budget } from './budget.ts';
import { callKey } from './call-key.ts';
import { openCallLog } from './call-log.ts';
import type { Clients, ServiceName } from './clients.ts';
import type { Limiter } from './limiter.ts';
import { capOf, limiterOf } from './limiter.ts';
import type { CallMemory } from './memory.ts';
import type { Batched, Operation } from './operation.ts';
import type { Pool } from './pool.ts';
import { poolOf, quietness } from './pool.ts';
import type { Rejections } from './rejection.ts';
import { rejectionsOf } from './rejection.ts';
import { unanswered } from './words.ts';

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_CONCURRENCY = 10;
const SERVICES: readonly ServiceName[] = ['cloudtrail', 'ec2', 'ecr', 'iam', 'iam-simulator', 'kms', 'organizations', 's3', 'sagemaker', 'service-quotas', 'sts'];

/** What a session is opened with. */
export interface SessionOptions {
  readonly clients: Clients;
  /** Milliseconds per call, retries included. Default 30,000. */
  readonly timeout?: number;
  /** Calls in flight per service; IAM gets half. Default 10. */
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

/** A call with the words that its failure is told in. */
type Description<O> = Sendable<O> & { readonly whenDenied?: string; readonly scope?: 'global'; readonly subject: string };

/** A call as it was first made, with what came of it. */
interface Asked<O> {
  readonly call: Description<O>;
  readonly answer: Answer<O>;
}

const lineOf = ({ clients, timeout = DEFAULT_TIMEOUT_MS, concurrency = DEFAULT_CONCURRENCY, interrupt }: SessionOptions): Line => ({
  clients,
  timeout,
  interrupt,
  log: openCallLog(),
  limiters: Object.fromEntries(SERVICES.map((service) => [service, limiterOf(capOf(service, concurrency))])) as Record<ServiceName, Limiter>,
});

/** Makes a value once per key. */
const remembering = () => {
  const made = new Map<string, unknown>();
  return <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  };
};

const describe = <I, O>(operation: Operation<I, O>, region: string, input: I): Description<O> => ({
  ...operation,
  region,
  subject: operation.subject(input),
  send: (route) => operation.send(input, route),
});

const describeMany = <Item>(operation: Batched<Item>, region: string, ids: readonly string[]): Description<readonly Item[]> => ({
  ...operation,
  region,
  subject: ids.join(', '),
  send: (route) => operation.send(ids, route),
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

/** Opens a session. Nothing is sent before the first call. */
export const openSession = (options: SessionOptions): Session => {
  const line = lineOf(options);
  // Every call under way listens; above ten listeners Node warns of a leak.
  if (line.interrupt !== undefined) setMaxListeners(0, line.interrupt);
  const rejections = rejectionsOf(line);
  const remember = remembering();
  const { during, quiet } = quietness();
  const asked = <O>(call: Description<O>, input: unknown): Promise<Asked<O>> =>
    remember(callKey(call, call.region, input), () => during(ask(line, call).then((answer) => ({ call, answer }))));
  /** A bucket that lies elsewhere is asked for once more, where S3 says that it lies. */
  const read = async <O>(call: Description<O>, input: unknown): Promise<Reading<O>> => {
    const first = await asked(call, input);
    const last = first.answer.state === 'moved' ? await asked({ ...call, region: first.answer.region }, input) : first;
    return readingOf(last, line.timeout, rejections);
  };
  return {
    prepare: async (calls) => {
      await line.clients.firstSent;
      for (const { service, region } of calls) await line.clients.open(service, region).catch(() => {});
    },
    call: (operation, region, input) => read(describe(operation, region, input), input),
    one: (operation, region, id) =>
      remember(`${operation.name} ${region}, one by one`, () => batchesOf(operation, (ids) => read(describeMany(operation, region, ids), ids)))(id),
    pooled: (pool, region, question) => {
      const ask = (input: Parameters<typeof pool.operation.send>[0]) => read(describe(pool.operation, region, input), input);
      return remember(`${pool.operation.name} ${region}, pooled`, () => poolOf(pool, { ask, quiet }))(question);
    },
    calls: line.log.read,
    credentialsProblem: rejections.problem,
    close: line.clients.close,
  };
};
