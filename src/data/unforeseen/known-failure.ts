import type { NonEmpty, Url } from '../../model/words.ts';

/** A message that people meet, and what is behind it. */
export interface KnownFailure {
  /** Phrases of the message; names and numbers do not matter. */
  readonly messages: NonEmpty<string>;
  /** What it means. */
  readonly cause: string;
  /** What to look at, in the order that finds it soonest. */
  readonly look: NonEmpty<string>;
  /** Where the message, its cause or the remedy is described. */
  readonly source: Url;
}
