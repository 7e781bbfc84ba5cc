/** A rate limit as AWS keeps them: so many calls at once, refilled at a steady rate. Source: https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html */
export interface TokenBucket {
  /** Takes one token; false: there is none, and the call is refused. */
  readonly take: () => boolean;
}

const SECOND = 1000;

/** Opens a full bucket. `rate`: tokens a second; `size`: tokens that it holds at most. */
export const tokenBucket = (
  { rate, size }: { readonly rate: number; readonly size: number },
  clock: () => number = performance.now.bind(performance),
): TokenBucket => {
  let tokens = size;
  let filled = clock();
  return {
    take: () => {
      const now = clock();
      tokens = Math.min(size, tokens + ((now - filled) / SECOND) * rate);
      filled = now;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
};
