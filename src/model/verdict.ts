import type { Unknown } from './fact.ts';
import type { Fix } from './fix.ts';
import type { Trace } from './trace.ts';
import type { NonEmpty } from './words.ts';

/** What a finding is about: an ARN, or the four words that name a thing without one. */
export type Subject = string | { readonly account: string; readonly region: string; readonly kind: string; readonly name: string };

/** One observation that supports a judgement. */
export interface Evidence {
  readonly subject: Subject;
  readonly observed: string;
  readonly expected?: string;
  /** Path in the description, e.g. `['serverlessConfig', 'memorySizeInMB']`; the target's origin knows its line and column. */
  readonly field?: readonly (string | number)[];
  readonly trace?: Trace;
}

export interface Pass {
  readonly outcome: 'pass';
  readonly summary: string;
  readonly evidence?: readonly Evidence[];
  /** What a reader should know beside it, such as two engines that disagree. */
  readonly notes?: readonly string[];
}
export interface Fail {
  readonly outcome: 'fail';
  readonly summary: string;
  readonly evidence: NonEmpty<Evidence>;
  readonly fixes?: readonly Fix[];
  /** As above. */
  readonly notes?: readonly string[];
}
export interface NotApplicable {
  readonly outcome: 'not-applicable';
  readonly reason: string;
}
export interface CannotTell {
  readonly outcome: 'cannot-tell';
  readonly because: NonEmpty<Unknown>;
}
/** The rule itself is broken: ours to mend. Made by the engine only. */
export interface RuleError {
  readonly outcome: 'error';
  readonly message: string;
  readonly stack?: string;
}

/** What a rule may say. */
export type Judgement = Pass | Fail | NotApplicable | CannotTell;
/** What a report may hold. */
export type Verdict = Judgement | RuleError;
export type Outcome = Verdict['outcome'];

export const pass = (summary: string, evidence?: readonly Evidence[]): Pass => ({ outcome: 'pass', summary, ...(evidence && { evidence }) });
export const fail = (summary: string, evidence: NonEmpty<Evidence>, fixes?: readonly Fix[]): Fail => ({
  outcome: 'fail',
  summary,
  evidence,
  ...(fixes && { fixes }),
});
/** Adds what a reader should know beside a verdict. */
export const noted = <V extends Pass | Fail>(verdict: V, notes: readonly string[]): V => (notes.length === 0 ? verdict : { ...verdict, notes });
export const notApplicable = (reason: string): NotApplicable => ({ outcome: 'not-applicable', reason });
export const cannotTell = (...because: NonEmpty<Unknown>): CannotTell => ({ outcome: 'cannot-tell', because });
