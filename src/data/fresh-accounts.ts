import type { Sourced } from './sourced.ts';

/**
 * What users of young accounts were given, far below the documented quotas. Service Quotas does not list all of it, so
 * that only the refusal tells: https://github.com/SuperCowPowers/workbench (its documentation names the defaults 5 and 10).
 */
export const FRESH_ACCOUNT_LIMITS: Sourced<{
  /** MB of one serverless endpoint. */
  readonly memorySizeInMB: number;
  /** Serverless endpoints in a Region. */
  readonly endpoints: number;
}> = {
  source: 'https://github.com/SuperCowPowers/workbench',
  asOf: '2026-11-21',
  values: { memorySizeInMB: 3072, endpoints: 5 },
};
