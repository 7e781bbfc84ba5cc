import type { AlwaysKnown } from '../reading.ts';
import type { IamEngine } from './iam.ts';

/** Who runs sageready. Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export interface Caller {
  readonly account: string;
  readonly arn: string;
  readonly userId: string;
}

export interface StsFacts {
  readonly 'sts.caller': AlwaysKnown<{ readonly region: string }, Caller>;
}

/** Facts about the run itself. */
export interface RunFacts {
  /** ISO 8601, taken once; the only clock that rules and reason see. */
  readonly 'run.time': AlwaysKnown<None, string>;
  /** Whose word counts on what a principal may do. */
  readonly 'run.iamEngine': AlwaysKnown<None, IamEngine>;
}
type None = Readonly<Record<never, never>>;
