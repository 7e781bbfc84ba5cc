import type { ServiceName } from './clients.ts';

/** Runs tasks, at most so many at once; the others wait in order. */
export type Limiter = <T>(task: () => Promise<T>) => Promise<T>;

/** Makes a limiter for `cap` tasks at once. */
export const limiterOf = (cap: number): Limiter => {
  const waiting: (() => void)[] = [];
  let running = 0;
  const turn = (): Promise<void> | undefined => {
    if (running < cap) {
      running += 1;
      return undefined;
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  return async (task) => {
    await turn();
    return task().finally(leave);
  };
};

const IAM_SHARE = 0.5;
const SIMULATIONS = 2;

const shareOf = (service: ServiceName, concurrency: number): number => {
  if (service === 'iam-simulator') return Math.min(SIMULATIONS, concurrency);
  return service === 'iam' ? concurrency * IAM_SHARE : concurrency;
};

/** Calls in flight for one service, from `--concurrency`: all of it, for IAM half (its limits are low, hidden and fixed), for its simulator two. */
export const capOf = (service: ServiceName, concurrency: number): number => Math.max(1, Math.ceil(shareOf(service, concurrency)));
