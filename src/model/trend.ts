/** How many targets were ready in one run; of a rule: how often it passed, failed, or could not be judged. */
export interface TrendCounts {
  readonly ready: number;
  readonly notReady: number;
  readonly undetermined: number;
}

/** The same with its time. */
export interface TrendReading extends TrendCounts {
  /** ISO 8601. */
  readonly time: string;
}

/** One line of a trend: a scenario, or a rule. Runs in which it did not occur have no reading. */
export interface TrendLine {
  readonly kind: 'scenario' | 'rule';
  readonly name: string;
  /** Oldest first. */
  readonly readings: readonly TrendReading[];
}

/** Readiness over time. */
export interface Trend {
  /** Times of all runs, ISO 8601, oldest first. */
  readonly runs: readonly string[];
  /** Scenarios first, then rules; by name. */
  readonly lines: readonly TrendLine[];
}

/** The share of judged things that were ready, 0 to 1. What could not be judged is not ready. */
export const readinessOf = ({ ready, notReady, undetermined }: TrendCounts): number => {
  const all = ready + notReady + undetermined;
  return all === 0 ? 0 : ready / all;
};
