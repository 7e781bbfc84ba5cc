import type { Present, UnknownReason } from '../model/fact.ts';
import { present } from '../model/fact.ts';
import type { CallRecord } from '../model/report.ts';
import type { Budget } from './budget.ts';
import type { CallLogBook } from './call-log.ts';
import type { Clients, ServiceName } from './clients.ts';
import type { Ending } from './deadline.ts';
import { withDeadline } from './deadline.ts';
import type { Limiter } from './limiter.ts';
import type { CallMemory } from './memory.ts';
import type { AbsentWhen, Route } from './operation.ts';
import type { Failure } from './outcome.ts';
import { classify } from './outcome.ts';
import type { Turnstiles } from './send-in-turn.ts';
import { clientsInTurn, HELD_BACK } from './send-in-turn.ts';

/** What sending needs to know of a session. */
export interface Line extends Turnstiles {
  readonly clients: Clients;
  readonly log: CallLogBook;
  readonly limiterFor: (service: ServiceName, region: string) => Limiter;
  /** Milliseconds per call, retries included; waiting for one's turn is not. */
  readonly timeout: number;
  readonly interrupt: AbortSignal | undefined;
  readonly memory: CallMemory | undefined;
}

/** One call, ready to be sent in one Region. */
export interface Sendable<O> {
  readonly name: string;
  readonly service: ServiceName;
  readonly actions: CallRecord['actions'];
  readonly absentWhen: readonly AbsentWhen[];
  readonly region: string;
  readonly send: (route: Route) => Promise<O>;
}

/** A call's answer, and the requests that it took. */
export interface Asked<O> {
  readonly answer: Answer<O>;
  readonly records: readonly CallRecord[];
}

/** How a call ended, before redirects and credentials are looked into. */
export type Answer<O> = Present<O> | Failure;

const INTERRUPTED: Failure = { state: 'unknown', reason: 'not-collected', detail: '' };
const TIMED_OUT: Failure = { state: 'unknown', reason: 'timeout', detail: '' };

const heldBack = (budget: Budget | undefined): Failure => ({
  state: 'unknown',
  reason: 'not-collected',
  detail: `the limit of --max-calls ${budget?.limit} was reached — raise it, or judge fewer targets`,
});

const answerOf = <O>(ending: Ending<O>, { absentWhen, region }: Sendable<O>, budget: Budget | undefined): Answer<O> => {
  switch (ending.state) {
    case 'done':
      return present(ending.value);
    case 'thrown':
      return ending.error === HELD_BACK ? heldBack(budget) : classify(ending.error, { absentWhen, region });
    case 'deadline':
      return TIMED_OUT;
    case 'interrupted':
      return INTERRUPTED;
    default:
      return ending satisfies never;
  }
};

const loggedAs = (answer: Answer<unknown>): 'ok' | 'absent' | UnknownReason => {
  switch (answer.state) {
    case 'present':
    case 'moved':
      return 'ok';
    case 'absent':
      return 'absent';
    case 'credentials':
      return 'failed';
    case 'unknown':
      return answer.reason;
    default:
      return answer satisfies never;
  }
};

const isHeldBack = (answer: Answer<unknown>): boolean => answer.state === 'unknown' && answer.reason === 'not-collected' && answer !== INTERRUPTED;

/** A record for each page; the last one says how the call ended, unless its request was held back. */
const recordsOf = <O>({ service, name: operation, region, actions }: Sendable<O>, answer: Answer<O>, pages: number): readonly CallRecord[] => {
  const record = (outcome: CallRecord['outcome']): CallRecord => ({ service, operation, region, outcome, actions });
  const earlier = Array.from({ length: answer.state === 'present' ? pages - 1 : pages }, () => record('ok'));
  return isHeldBack(answer) ? earlier : [...earlier, record(loggedAs(answer))];
};

/** Sends one call in its turn, within its deadline, and notes each of its requests. */
export const ask = <O>(line: Line, call: Sendable<O>): Promise<Asked<O>> =>
  line.limiterFor(
    call.service,
    call.region,
  )(async () => {
    if (line.interrupt?.aborted === true) return { answer: INTERRUPTED, records: [] };
    let pages = 0;
    const onPage = (): void => {
      pages += 1;
    };
    const ending = await withDeadline(line.timeout, line.interrupt, (signal, stopwatch) => {
      const clients = clientsInTurn(line.clients, line, { signal, stopwatch });
      return call.send({ clients, region: call.region, signal, onPage });
    });
    const answer = answerOf(ending, call, line.budget);
    const records = recordsOf(call, answer, pages);
    for (const record of records) line.log.note(record);
    return { answer, records };
  });
