import { setTimeout as sleep } from 'node:timers/promises';
import type { Budget } from './budget.ts';
import type { Clients, ServiceName } from './clients.ts';
import type { Stopwatch } from './deadline.ts';
import { classify } from './outcome.ts';
import type { Turns } from './turns.ts';

/** Where the requests of a session wait, and how long they are tried. */
export interface Turnstiles {
  readonly turnsFor: (service: ServiceName, region: string) => Turns;
  /** Milliseconds that a service may throttle without one answer in between. */
  readonly patience: number;
  readonly budget: Budget | undefined;
}

/** The call that sends. */
interface Sender {
  readonly signal: AbortSignal;
  readonly stopwatch: Stopwatch;
}

/** How often a request that stumbles is sent; IAM answers with errors of its own more often than others. */
const ATTEMPTS: Partial<Readonly<Record<ServiceName, number>>> = { iam: 6 };
const OTHER_ATTEMPTS = 3;
// IAM's simulator only gives a second opinion: a run does not wait long for it.
const SIMULATOR_ATTEMPTS = 3;

const FIRST_STUMBLE_MS = 200;
const FIRST_THROTTLE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** Thrown instead of sending a request that the budget does not hold. */
export const HELD_BACK: Error = new Error('the request was not sent: no call is left of --max-calls');

/** What the SDK throws, as far as it matters here. */
interface Thrown {
  readonly name?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly clockSkewCorrected?: boolean };
  /** The keys had expired, and there are others by now. */
  readonly credentialsRenewed?: boolean;
}

const NO_ANSWER = /^(ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND)$/;
const TOO_SLOW = /^(TimeoutError|RequestTimeout(Exception)?)$/;
const SERVER_ERROR = 500;

/** Whether sending again may help, as the SDK's own retries see it. Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html */
const isStumble = ({ name = '', code = '', $metadata, credentialsRenewed = false }: Thrown): boolean => {
  // The SDK has learnt how far this machine's clock is off.
  if ($metadata?.clockSkewCorrected === true || credentialsRenewed || TOO_SLOW.test(name)) return true;
  const status = $metadata?.httpStatusCode;
  return status === undefined ? NO_ANSWER.test(code) : status >= SERVER_ERROR;
};

const isThrottled = (thrown: unknown): boolean => {
  const failure = classify(thrown, { absentWhen: [], region: '' });
  return failure.state === 'unknown' && failure.reason === 'throttled';
};

/** Some of it at random, so that what was throttled together does not come back together. */
const pauseAfter = (failures: number, first: number): number => Math.random() * Math.min(LONGEST_PAUSE_MS, first * 2 ** (failures - 1));

/** What one request went through so far. */
interface Course {
  readonly stumbles: number;
  readonly throttles: number;
  /** When it was throttled first. */
  readonly since: number | undefined;
}

const FRESH: Course = { stumbles: 0, throttles: 0, since: undefined };

/** Where the requests of one call go. */
interface Way extends Turnstiles, Sender {
  readonly service: ServiceName;
  readonly turns: Turns;
}

const isHopeless = ({ service, turns, patience }: Way, { throttles, since = 0 }: Course): boolean =>
  (service === 'iam-simulator' && throttles >= SIMULATOR_ATTEMPTS) || performance.now() - Math.max(since, turns.lastAccepted() ?? 0) >= patience;

/** Waits as long as AWS wants it: that is not the call's own time. Throws what was thrown once there is no hope. */
const afterThrottle = async (way: Way, thrown: unknown, { throttles, since, ...course }: Course): Promise<Course> => {
  const next = { ...course, throttles: throttles + 1, since: since ?? performance.now() };
  if (isHopeless(way, next)) throw thrown;
  await way.stopwatch.pausedFor(sleep(pauseAfter(next.throttles, FIRST_THROTTLE_MS), undefined, { signal: way.signal }));
  return next;
};

const afterStumble = async ({ service, signal }: Way, thrown: unknown, { stumbles, ...course }: Course): Promise<Course> => {
  const next = { ...course, stumbles: stumbles + 1 };
  if (next.stumbles >= (ATTEMPTS[service] ?? OTHER_ATTEMPTS)) throw thrown;
  await sleep(pauseAfter(next.stumbles, FIRST_STUMBLE_MS), undefined, { signal });
  return next;
};

/** What to do about a request that was answered by an error, or not at all. Throws what was thrown where that is the answer. */
const afterFailure = (way: Way, thrown: unknown, course: Course & { readonly sent: number }): Promise<Course> => {
  const { sent, ...sofar } = course;
  if (isThrottled(thrown)) {
    way.turns.throttled(sent);
    return afterThrottle(way, thrown, sofar);
  }
  if (isStumble(thrown as Thrown)) return afterStumble(way, thrown, sofar);
  if ((thrown as Thrown).$metadata?.httpStatusCode !== undefined) way.turns.accepted(sent);
  return Promise.reject(thrown);
};

const sendOn = async <T>(way: Way, request: () => Promise<T>, course: Course = FRESH): Promise<T> => {
  const { turns, stopwatch, signal, budget } = way;
  const turn = turns.turn(signal, course.throttles > 0 ? 'again' : 'first');
  if (turn !== undefined) await stopwatch.pausedFor(turn);
  signal.throwIfAborted();
  if (budget?.take() === false) throw HELD_BACK;
  const sent = performance.now();
  try {
    const answer = await request();
    turns.accepted(sent);
    return answer;
  } catch (thrown) {
    return sendOn(way, request, await afterFailure(way, thrown, { ...course, sent }));
  }
};

type Sending = (command: unknown, options: unknown) => Promise<unknown>;

/** The same clients, for one call: each of its requests waits for its turn, and is sent again where AWS throttles it or stumbles. */
export const clientsInTurn = (clients: Clients, turnstiles: Turnstiles, call: Sender): Clients => ({
  ...clients,
  open: async (service, region) => {
    const opened = await clients.open(service, region);
    const { client } = opened as { readonly client: { readonly send: Sending } };
    const way = { ...turnstiles, ...call, service, turns: turnstiles.turnsFor(service, region) };
    const inTurn = { send: (command: unknown, options: unknown) => sendOn(way, () => client.send(command, options)) };
    return { ...opened, client: inTurn } as unknown as typeof opened;
  },
});
