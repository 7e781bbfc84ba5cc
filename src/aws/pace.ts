/** How many requests a service takes: so many at once, then so many a second. */
export interface Allowance {
  readonly perSecond: number;
  readonly burst: number;
}

/** The rate of requests to one service in one Region, as far as AWS lets it be. All times are milliseconds of one clock. */
export interface Pace {
  /** How long until a request may be sent. 0: now, and it counts as sent. */
  readonly next: (now: number) => number;
  /** AWS let a request through, whatever it answered. */
  readonly accepted: (sent: number, now: number) => void;
  readonly throttled: (sent: number, now: number) => void;
}

const SECOND = 1_000;
/** Requests a second: below that a run does not end. */
const SLOWEST = 0.2;
/** What a throttled request takes from the rate: little where the rate is about right, more while nobody knows what is right. */
const EASE = 0.9;
const BRAKE = 0.75;
/** Growth a second: slow near the last rate that was too high, fast far below it. */
const PROBE = 0.05;
const RECOVER = 0.5;
const NEAR = 0.9;
/** Far above what AWS lets through. */
const FAR = 1.3;
/** What AWS lets through is measured over this long at most, and from so many answers and so long at least. */
const WINDOW_MS = 10_000;
const FEWEST_ANSWERS = 3;
const SHORTEST_MS = 500;
// A pause is worth no more than this much of a burst later.
const IDLE_SECONDS = 1;
const ALMOST_ONE = 1 - 1e-9;

/** What AWS let through since its bucket first ran empty: from then on that is what it refills. */
const measurement = () => {
  let answers: readonly number[] = [];
  let emptySince: number | undefined;
  return {
    isEmpty: (): boolean => emptySince !== undefined,
    empty: (now: number): void => {
      emptySince ??= now;
    },
    accepted: (now: number): void => {
      if (emptySince !== undefined) answers = [...answers.filter((time) => time > now - WINDOW_MS), now];
    },
    /** Requests a second; undefined: too little is known. */
    rate: (now: number): number | undefined => {
      const from = Math.max(emptySince ?? now, now - WINDOW_MS);
      const count = answers.filter((time) => time > from).length;
      return count < FEWEST_ANSWERS || now - from < SHORTEST_MS ? undefined : (count * SECOND) / (now - from);
    },
  };
};

/** The rate that was too high, and the one to go on with. */
const lowered = (rate: number, measured: number | undefined): { readonly tooHigh: number; readonly rate: number } => {
  if (measured === undefined) return { tooHigh: rate * BRAKE, rate: rate * BRAKE };
  return rate > FAR * measured ? { tooHigh: measured, rate: measured } : { tooHigh: rate, rate: rate * EASE };
};

/**
 * A token bucket that learns. It begins with what AWS is known to take. The first throttled request says that AWS's bucket is
 * empty, so ours is, too; each further one lowers the rate, towards what AWS was seen to let through. Answers raise it again,
 * carefully near the rate that was too high. Requests that were under way when the rate was lowered do not lower it once more.
 */
export const paceOf = ({ perSecond, burst }: Allowance): Pace => {
  const seen = measurement();
  let rate = perSecond;
  let tooHigh = perSecond;
  let most = burst;
  let tokens = burst;
  let filled = 0;
  let slowed = Number.NEGATIVE_INFINITY;
  let raised = 0;
  const fill = (now: number): void => {
    tokens = Math.min(most, tokens + ((now - filled) / SECOND) * rate);
    filled = now;
  };
  return {
    next: (now) => {
      fill(now);
      if (tokens < ALMOST_ONE) return ((1 - tokens) / rate) * SECOND;
      tokens -= 1;
      return 0;
    },
    accepted: (sent, now) => {
      seen.accepted(now);
      if (!seen.isEmpty() || sent < slowed) return;
      const growth = (rate < NEAR * tooHigh ? RECOVER : PROBE) * Math.min(1, (now - raised) / SECOND);
      rate = Math.min(perSecond, rate * (1 + growth));
      raised = now;
    },
    throttled: (sent, now) => {
      if (sent < slowed) return;
      fill(now);
      if (seen.isEmpty()) ({ tooHigh, rate } = lowered(rate, seen.rate(now)));
      rate = Math.max(SLOWEST, rate);
      seen.empty(now);
      tokens = Math.min(tokens, 0);
      most = Math.max(1, rate * IDLE_SECONDS);
      slowed = now;
      raised = now;
    },
  };
};
