import type { Url } from './words.ts';

/** Facts that AWS may change, with the public page that states them and the day on which it was read. */
export interface Sourced<T> {
  readonly source: Url;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly values: T;
}

/** Where a table comes from and how old it is, without what it holds. */
export type TableOrigin = Pick<Sourced<unknown>, 'source' | 'asOf'>;
