import type { CallRecord } from '../model/report.ts';

/** An answer worth keeping: AWS said what there is, or that there is no such thing. Refusals, and what is cut short, are asked anew. */
export type KeptAnswer =
  | { readonly state: 'present'; readonly value: unknown }
  | { readonly state: 'absent' }
  | { readonly state: 'moved'; readonly region: string };

/** A call that was answered before, with the requests that it took; those of a batch are told with the first of its ids. */
export interface KeptCall {
  readonly answer: KeptAnswer;
  readonly records: readonly CallRecord[];
}

/** Whose answers these are. */
export interface Rememberer {
  /** 12 digits. */
  readonly account: string;
  /** ARN. */
  readonly arn: string;
}

/** What an interrupted run knows already of one account, as one caller: asked by call key before anything is sent. */
export interface CallMemory {
  /** Told who is asking, before anything is recalled. Undefined: the memory is theirs; else what is wrong, with the remedy. */
  readonly meet: (caller: Rememberer) => string | undefined;
  /** Undefined: never asked, not answered, or too long ago. */
  readonly recall: (key: string) => KeptCall | undefined;
  /** Keeps what one call answered under its key; of a batch, each id's answer under the id's. */
  readonly keep: (answers: ReadonlyMap<string, KeptAnswer>, records: readonly CallRecord[]) => void;
}

/** Gives the memory of one account as one caller, by a name that is the same in the next run. */
export type Memories = (scope: string) => CallMemory;
