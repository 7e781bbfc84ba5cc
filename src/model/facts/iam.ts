import type { PolicySource } from '../policy.ts';
import type { MayExist, Reading } from '../reading.ts';

/** A role as GetRole tells it. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
export interface Role {
  /** With the role's path. */
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  /** `AROA…` */
  readonly roleId: string;
  readonly account: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly trust: PolicySource;
  readonly boundaryArn?: string;
}

/** A user as GetUser tells it. */
export interface User {
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  /** `AIDA…` */
  readonly userId: string;
  readonly account: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly boundaryArn?: string;
}

/** One policy that applies to a principal; `document` absent: attached, but gone. */
export interface AppliedPolicy {
  readonly kind: 'inline' | 'managed';
  readonly name: string;
  readonly arn?: string;
  /** The group through which a user has it. */
  readonly group?: string;
  readonly document: Reading<PolicySource>;
}

/** All identity policies of a role or user; each part may be refused on its own. */
export interface IdentityPolicies {
  readonly principalArn: string;
  readonly policies: readonly AppliedPolicy[];
  /** Listings that were refused: what they would have named is not in `policies`. */
  readonly unread: readonly Extract<Reading<never>, { readonly state: 'unknown' }>[];
  /** Absent: no boundary is attached. */
  readonly boundary: Reading<{ readonly arn: string; readonly document: Reading<PolicySource> }>;
}

/** Whose word counts on identity policies, boundary and service control policies: sageready's own evaluation, AWS's simulator, or the two together. */
export type IamEngine = 'local' | 'aws' | 'both';

/** One context key of a simulated request; `type` in AWS's words. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html */
export interface SimulatedKey {
  readonly key: string;
  readonly type: 'string' | 'stringList' | 'boolean' | 'numeric';
  readonly values: readonly string[];
}

/** A permission question as AWS's simulator takes it: what the principal brings, and what the plan tells of the request. */
export interface SimulatedQuestion {
  /** Role or user; with its path. */
  readonly principalArn: string;
  readonly principalContext: readonly SimulatedKey[];
  readonly action: string;
  readonly resourceArn: string;
  readonly context: readonly SimulatedKey[];
}

/** A statement that AWS's simulator matched, as it names it. */
export interface MatchedStatement {
  readonly policy: string;
  /** Not one of the documented values: AWS says "IAM Policy". */
  readonly type: string;
  readonly line?: number;
  readonly column?: number;
}

/** What AWS's simulator answers, from identity policies, boundary and service control policies. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html */
export interface Simulation {
  readonly asked: Pick<SimulatedQuestion, 'action' | 'resourceArn' | 'context'>;
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  /** Undefined: AWS did not say. */
  readonly allowedByOrganizations?: boolean;
  readonly allowedByBoundary?: boolean;
  readonly matched: readonly MatchedStatement[];
  /** Context keys that policies ask for and that the simulator was not given. */
  readonly missing: readonly string[];
}

/** IAM facts. */
export interface IamFacts {
  readonly 'iam.role': MayExist<{ readonly roleArn: string }, Role>;
  readonly 'iam.user': MayExist<{ readonly userArn: string }, User>;
  readonly 'iam.rolePolicies': MayExist<{ readonly roleArn: string }, IdentityPolicies>;
  readonly 'iam.userPolicies': MayExist<{ readonly userArn: string }, IdentityPolicies>;
  readonly 'iam.simulation': MayExist<SimulatedQuestion, Simulation>;
}
