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

/** IAM facts. */
export interface IamFacts {
  readonly 'iam.role': MayExist<{ readonly roleArn: string }, Role>;
  readonly 'iam.user': MayExist<{ readonly userArn: string }, User>;
  readonly 'iam.rolePolicies': MayExist<{ readonly roleArn: string }, IdentityPolicies>;
  readonly 'iam.userPolicies': MayExist<{ readonly userArn: string }, IdentityPolicies>;
}
