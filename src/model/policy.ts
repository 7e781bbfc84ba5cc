/** Where a policy document stands; decides which grammar applies and how a report names it. */
export type PolicyKind =
  | 'inline'
  | 'managed'
  | 'boundary'
  | 'session'
  | 'scp'
  | 'rcp'
  | 'trust'
  | 'bucket'
  | 'key'
  | 'repository'
  | 'vpc-endpoint'
  | 'resource';

/** A policy document as AWS stores it or an author wrote it: text, so that findings have line and column. Compiled once per frozen object. */
export interface PolicySource {
  readonly kind: PolicyKind;
  /** Policy name, or for a resource's only policy the resource's name. */
  readonly name: string;
  /** ARN of the managed policy, or of the resource that carries the document. */
  readonly arn?: string;
  /** The JSON text, decoded. */
  readonly text: string;
}

/** One statement in IAM's own spelling, ready to paste. */
export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | Readonly<Record<string, string | readonly string[]>>;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}
