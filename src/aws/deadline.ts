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

/** Runs a task for at most `milliseconds` and not beyond an interruption. The task's signal is aborted then, and its end not waited for. */
export const withDeadline = async <T>(
  milliseconds: number,
  interrupt: AbortSignal | undefined,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<Ending<T>> => {
  const controller = new AbortController();
  const { promise: givenUp, resolve } = withResolve<Ending<T>>();
  const giveUp = (state: GivenUp) => (): void => {
    resolve({ state });
    controller.abort();
  };
  const interrupted = giveUp('interrupted');
  const timer = setTimeout(giveUp('deadline'), milliseconds);
  interrupt?.addEventListener('abort', interrupted, { once: true });
  if (interrupt?.aborted === true) interrupted();
  const done = task(controller.signal).then<Ending<T>, Ending<T>>(
    (value) => ({ state: 'done', value }),
    (error: unknown) => ({ state: 'thrown', error }),
  );
  const ending = await Promise.race([givenUp, done]);
  clearTimeout(timer);
  interrupt?.removeEventListener('abort', interrupted);
  return ending;
};
