/** Why a call was given up. */
type GivenUp = 'deadline' | 'interrupted';

/** How a call ended: with its result, with what it threw, or given up. */
export type Ending<T> = { readonly state: 'done'; readonly value: T } | { readonly state: 'thrown'; readonly error: unknown } | { readonly state: GivenUp };

/** A promise, and what settles it from outside. */
export const withResolve = <T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } => {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
};

/** The time that a task has left. */
export interface Stopwatch {
  /** Stands still while something is waited for that is not the task's own doing. */
  readonly pausedFor: <T>(wait: Promise<T>) => Promise<T>;
}

/** Calls `ring` after so many milliseconds, pauses not counted. */
const countDown = (milliseconds: number, ring: () => void): Stopwatch & { readonly stop: () => void } => {
  let left = milliseconds;
  let since = performance.now();
  let timer = setTimeout(ring, left);
  let stopped = false;
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
    pausedFor: async (wait) => {
      clearTimeout(timer);
      left -= performance.now() - since;
      await wait.catch(() => {});
      since = performance.now();
      if (!stopped) timer = setTimeout(ring, Math.max(0, left));
      return wait;
    },
  };
};

/** Runs a task for at most `milliseconds` and not beyond an interruption. The task's signal is aborted then, and its end not waited for. */
export const withDeadline = async <T>(
  milliseconds: number,
  interrupt: AbortSignal | undefined,
  task: (signal: AbortSignal, stopwatch: Stopwatch) => Promise<T>,
): Promise<Ending<T>> => {
  const controller = new AbortController();
  const { promise: givenUp, resolve } = withResolve<Ending<T>>();
  const giveUp = (state: GivenUp) => (): void => {
    resolve({ state });
    controller.abort();
  };
  const interrupted = giveUp('interrupted');
  const stopwatch = countDown(milliseconds, giveUp('deadline'));
  interrupt?.addEventListener('abort', interrupted, { once: true });
  if (interrupt?.aborted === true) interrupted();
  const done = task(controller.signal, stopwatch).then<Ending<T>, Ending<T>>(
    (value) => ({ state: 'done', value }),
    (error: unknown) => ({ state: 'thrown', error }),
  );
  const ending = await Promise.race([givenUp, done]);
  stopwatch.stop();
  interrupt?.removeEventListener('abort', interrupted);
  return ending;
};
