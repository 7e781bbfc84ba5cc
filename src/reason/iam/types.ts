import type { Absent, Unknown } from '../../model/fact.ts';
import type { KeyGrant } from '../../model/facts/kms.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { IamDecision, IamTrace, StatementRef } from '../../model/trace.ts';

/** A context key without a value. `absent`: we know that AWS will not send the key. `unknown`: only AWS knows at run time. */
export type Absence = { readonly state: 'absent' } | { readonly state: 'unknown' };

/** A context value; a list stands for a key that may hold several. An empty list counts as absent. */
export type ContextValue = string | readonly string[] | Absence;

/** Context keys in any case; compared in lower case. `aws:PrincipalTag/*` speaks for all such keys that are not listed. */
export type EvalContext = Readonly<Record<string, ContextValue>>;

/** Who makes the request, as the policies see it. */
export type Principal =
  | {
      readonly type: 'role-session';
      readonly account: string;
      /** Role ARN with its path; when only the session is known, without (`pathKnown: false`: compared by name only). */
      readonly roleArn: string;
      readonly pathKnown: boolean;
      readonly roleId?: string;
      /** Undefined: unknown. */
      readonly sessionName?: string;
      readonly serviceLinked: boolean;
      readonly inManagementAccount: boolean;
    }
  | { readonly type: 'iam-user'; readonly account: string; readonly userArn: string; readonly userId?: string; readonly inManagementAccount: boolean }
  | { readonly type: 'federated-user'; readonly account: string; readonly arn: string; readonly userArn?: string; readonly inManagementAccount: boolean }
  | { readonly type: 'root'; readonly account: string; readonly partition: string; readonly inManagementAccount: boolean }
  | { readonly type: 'service'; readonly name: string }
  /** Whoever comes with a token of this identity provider (web identity or SAML), before a role is assumed. */
  | { readonly type: 'identity-provider'; readonly provider: string }
  | { readonly type: 'anonymous' };

/** One question. */
export interface EvalRequest {
  readonly principal: Principal;
  /** One concrete action, no wildcard. */
  readonly action: string;
  /** ARN, or `*` for an action without resource type. */
  readonly resource: string;
  /** Needed where the ARN names no account (S3); else taken from the ARN. */
  readonly resourceAccount?: string;
  readonly context: EvalContext;
  /** What a key that `context` does not list is. Default `absent`. */
  readonly unlisted?: 'absent' | 'unknown';
  /** The KMS encryption context of the request. */
  readonly encryptionContext?: Readonly<Record<string, string>>;
  /** The key is an AWS managed key (resource control policies do not reach it). */
  readonly awsManagedKey?: boolean;
  /** The resource's account is the organisation's management account. */
  readonly resourceInManagementAccount?: boolean;
}

/** A document, or why it could not be read: an unread document may hold any statement. */
export type Readable = PolicySource | Unknown;

/** Everything that may decide. An absent kind and an empty one differ. */
export interface Policies {
  readonly identity: readonly Readable[];
  /** Undefined: none attached. Absent: attached, but deleted (limits to nothing). */
  readonly boundary?: Readable | Absent;
  /** Undefined: none passed. */
  readonly session?: readonly Readable[];
  /** Root, OUs…, account; empty: not in an organisation. */
  readonly scpLevels: readonly (readonly Readable[])[];
  /** Of the resource's account. `RCPFullAWSAccess` is implied per level. */
  readonly rcpLevels: readonly (readonly Readable[])[];
  /** Undefined: the resource has none. */
  readonly resource?: Readable;
  readonly grants?: readonly KeyGrant[] | Unknown;
  /** Only if the request really crosses it. */
  readonly endpoint?: { readonly type: 'gateway' | 'interface'; readonly policies: readonly Readable[] };
}

/** The answer; `trace` is built when it is read. */
export interface EvalResult {
  readonly decision: IamDecision;
  /** Every decision that is still possible; more than one only when Unknown. Without `Allowed`, the request is denied whatever is unknown. */
  readonly possible: readonly Exclude<IamDecision, 'Unknown'>[];
  /** Context keys that could change the decision; empty unless Unknown. */
  readonly missing: readonly string[];
  /** Unread documents that could change the decision; empty unless Unknown. */
  readonly unread: readonly Unknown[];
  readonly deciding: readonly StatementRef[];
  /** The trace's own, without the work of making the rest of it. */
  readonly repair: IamTrace['repair'];
  readonly trace: IamTrace;
}
