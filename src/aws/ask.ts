import type { Present, UnknownReason } from '../model/fact.ts';
import { present } from '../model/fact.ts';
import type { CallRecord } from '../model/report.ts';
import type { CallLogBook } from './call-log.ts';
import type { Clients, ServiceName } from './clients.ts';
import type { Ending } from './deadline.ts';
import { withDeadline } from './deadline.ts';
import type { Limiter } from './limiter.ts';
import type { AbsentWhen, Route } from './operation.ts';
import type { Failure } from './outcome.ts';
import { classify } from './outcome.ts';

/** What sending needs to know of a session. */
export interface Line {
  readonly clients: Clients;
  readonly log: CallLogBook;
  readonly limiters: Readonly<Record<ServiceName, Limiter>>;
  /** Milliseconds per call, retries included; waiting for one's turn is not. */
  readonly timeout: number;
  readonly interrupt: AbortSignal | undefined;
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

/** How a call ended, before redirects and credentials are looked into. */
export type Answer<O> = Present<O> | Failure;

const INTERRUPTED: Failure = { state: 'unknown', reason: 'not-collected', detail: '' };
const TIMED_OUT: Failure = { state: 'unknown', reason: 'timeout', detail: '' };

const answerOf = <O>(ending: Ending<O>, { absentWhen, region }: Sendable<O>): Answer<O> => {
  switch (ending.state) {
    case 'done':
      return present(ending.value);
    case 'thrown':
      return classify(ending.error, { absentWhen, region });
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

/** Sends one call in its turn, within its deadline, and notes each of its requests. */
export const ask = <O>(line: Line, call: Sendable<O>): Promise<Answer<O>> =>
  line.limiters[call.service](async () => {
    if (line.interrupt?.aborted === true) return INTERRUPTED;
    const { name, service, region, actions } = call;
    const note = (outcome: CallRecord['outcome']): void => line.log.note({ service, operation: name, region, outcome, actions });
    let pages = 0;
    const onPage = (): void => {
      pages += 1;
    };
    const ending = await withDeadline(line.timeout, line.interrupt, (signal) => call.send({ clients: line.clients, region, signal, onPage }));
    const answer = answerOf(ending, call);
    const earlier = answer.state === 'present' ? pages - 1 : pages;
    for (let page = 0; page < earlier; page += 1) note('ok');
    note(loggedAs(answer));
    return answer;
  });
