import type { Url } from '../model/words.ts';

/** Facts that AWS may change, with the public page that states them and the day on which it was read. */
export interface Sourced<T> {
  readonly source: Url;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly values: T;
}
