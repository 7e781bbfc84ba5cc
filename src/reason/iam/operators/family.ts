import type { Tokens } from '../glob.ts';

/** Whether a request's value satisfies a policy's value; undefined: the request's value is not of the operator's type, so nothing matches. */
export type ValueTest = (actual: string) => boolean | undefined;

/** How operators of one type compare. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export interface Family {
  /** Prepares a policy's value; undefined: it is not of the operator's type. */
  readonly compile: (value: Tokens) => ValueTest | undefined;
  /** Whether policy variables are filled in. */
  readonly variables: boolean;
  /** Values of a request that, together with any other text, tell apart every outcome; undefined: they cannot be listed. */
  readonly samples?: (value: Tokens) => readonly string[] | undefined;
}
