import type { PolicyKind, PolicyStatement } from './policy.ts';

/** The answer to one permission question. `Unknown`: some completion of the missing context would change it. */
export type IamDecision = 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied' | 'Unknown';

/** The places that must agree before AWS allows a request. */
export type GateName = 'scp' | 'rcp' | 'vpc-endpoint' | 'resource-policy' | 'identity' | 'boundary' | 'session' | 'delegation' | 'grant' | 'service';

/** One statement in one document, so that a reader finds it: position is 1-based, in the document's own text. */
export interface StatementRef {
  readonly policy: string;
  readonly policyKind: PolicyKind;
  readonly policyArn?: string;
  readonly sid?: string;
  readonly index: number;
  /** JSON pointer (RFC 6901) of the statement. */
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
}

/** Which of the four tests of a statement did not hold, with the policy's value against the request's. */
export interface FailedTest {
  readonly part: 'action' | 'resource' | 'principal' | 'condition';
  readonly outcome: 'no' | 'unknown';
  /** For a condition: `Operator key`. */
  readonly detail?: string;
  readonly policyValue: string;
  readonly actual: string;
}

/** A statement that matched, or nearly did. */
export interface StatementTrace {
  readonly statement: StatementRef;
  readonly effect: 'Allow' | 'Deny';
  readonly match: 'yes' | 'no' | 'unknown';
  readonly failed: readonly FailedTest[];
}

/** What one gate said. `label` names the level of an organisation policy. */
export interface GateTrace {
  readonly gate: GateName;
  readonly label?: string;
  readonly verdict: 'allows' | 'denies' | 'silent' | 'unknown' | 'not-applicable';
  /** Statements that matched, and near misses (all but one test held). */
  readonly statements: readonly StatementTrace[];
}

/** The smallest change that would turn a denial into an allow at one gate. `label` names the level of an organisation policy. */
export type IamRepair =
  | {
      readonly change: 'add-statement';
      readonly gate: GateName;
      readonly statement: PolicyStatement;
      readonly policy?: StatementRef['policy'];
      readonly label?: string;
    }
  | { readonly change: 'amend-denial'; readonly gate: GateName; readonly statement: StatementRef; readonly why: string };

/** How a permission question was decided: data only, safe to print. */
export interface IamTrace {
  readonly kind: 'iam';
  readonly decision: IamDecision;
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly gates: readonly GateTrace[];
  readonly deciding: readonly StatementRef[];
  /** Condition keys whose value only AWS knows and that could change the decision. */
  readonly missing: readonly string[];
  /** The words that AWS would use in its own denial message; empty when allowed. */
  readonly message: string;
  readonly repair?: IamRepair;
  readonly notes: readonly string[];
}

/** What decides at a hop. */
export type NetworkStage =
  | 'name-resolution'
  | 'security-group-egress'
  | 'network-acl-out'
  | 'route'
  | 'gateway'
  | 'endpoint'
  | 'endpoint-policy'
  | 'bucket-policy'
  | 'network-acl-in'
  | 'security-group-ingress'
  | 'network-acl-return';

/** One hop of a network path. */
export interface NetworkHop {
  readonly stage: NetworkStage;
  /** The id of the place that decides: a subnet, group, NACL, route table, gateway or endpoint, or a bucket's ARN. */
  readonly from: string;
  /** The id of the place that the packet is handed to, where there is one. */
  readonly to?: string;
  /** The rule, route or setting that decided, in words. */
  readonly decidedBy: string;
  readonly verdict: 'passes' | 'stops' | 'unknown';
}

/** How a packet would travel, up to the hop that stops it. */
export interface NetworkTrace {
  readonly kind: 'network';
  readonly question: string;
  readonly verdict: NetworkHop['verdict'];
  readonly hops: readonly NetworkHop[];
  /** What a reader should know beside it, such as a NAT gateway that stands in for an endpoint. */
  readonly notes: readonly string[];
}

export type Trace = IamTrace | NetworkTrace;
