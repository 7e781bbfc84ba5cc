import { withResolve } from './deadline.ts';
import type { Pace } from './pace.ts';

/** Where requests to one service in one Region wait until AWS takes the next one. */
export interface Turns {
  /** Resolves when the request may be sent, or was given up. `again`: one that AWS throttled goes before those that were not sent yet. Undefined: at once. */
  readonly turn: (signal: AbortSignal, order: 'first' | 'again') => Promise<void> | undefined;
  readonly accepted: (sent: number) => void;
  readonly throttled: (sent: number) => void;
  /** When AWS last took a request, by `performance.now()`; undefined: never. */
  readonly lastAccepted: () => number | undefined;
}

/** Lets waiting requests go as the pace allows. Nobody waits: no timer keeps the process alive. */
export const turnsOf = (pace: Pace): Turns => {
  const waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  let last: number | undefined;
  const stopTimer = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const serve = (): void => {
    stopTimer();
    while (waiting.length > 0) {
      const wait = pace.next(performance.now());
      if (wait > 0) {
        timer = setTimeout(serve, Math.ceil(wait));
        return;
      }
      waiting.shift()?.();
    }
  };
  const forget = (go: () => void): void => {
    const place = waiting.indexOf(go);
    if (place >= 0) waiting.splice(place, 1);
    if (waiting.length === 0) stopTimer();
    go();
  };
  const queue = (signal: AbortSignal, order: 'first' | 'again'): Promise<void> => {
    const { promise, resolve: go } = withResolve<void>();
    if (order === 'again') waiting.unshift(go);
    else waiting.push(go);
    const gaveUp = (): void => forget(go);
    signal.addEventListener('abort', gaveUp, { once: true });
    if (timer === undefined) serve();
    return promise.finally(() => signal.removeEventListener('abort', gaveUp));
  };
  return {
    turn: (signal, order) => {
      if (signal.aborted || (waiting.length === 0 && pace.next(performance.now()) === 0)) return undefined;
      return queue(signal, order);
    },
    accepted: (sent) => {
      last = performance.now();
      pace.accepted(sent, last);
    },
    throttled: (sent) => pace.throttled(sent, performance.now()),
    lastAccepted: () => last,
  };
};
