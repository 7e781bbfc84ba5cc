import type { CallRecord } from '../model/report.ts';

/** An answer worth keeping: AWS said what there is, or that there is no such thing. Refusals, and what is cut short, are asked anew. */
export type KeptAnswer =
  | { readonly state: 'present'; readonly value: unknown }
  | { readonly state: 'absent' }
  | { readonly state: 'moved'; readonly region: string };

/** A call that was answered before, with the requests that it took. */
export interface KeptCall {
  readonly answer: KeptAnswer;
  readonly records: readonly CallRecord[];
}

/** What an interrupted run knows already of one account, as one caller: asked by call key before anything is sent. */
export interface CallMemory {
  /** Undefined: never asked, not answered, or too long ago. */
  readonly recall: (key: string) => KeptCall | undefined;
  readonly keep: (key: string, call: KeptCall) => void;
}
