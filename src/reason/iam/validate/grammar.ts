import type { PolicyKind } from '../../../model/policy.ts';

/** What the grammar of a kind of policy says about its statements. */
export interface Grammar {
  readonly principal: 'required' | 'forbidden';
  readonly notPrincipal: 'allowed' | 'forbidden';
  readonly resource: 'required' | 'optional' | 'forbidden';
  /** IAM itself takes the document, and is stricter about characters, Sid and Version than the services. */
  readonly keeper: 'iam' | 'other';
  /** Whether AWS takes a new document only in the current version of the language. */
  readonly version: 'current' | 'any';
  /** The only service whose actions may be named. */
  readonly service?: string;
  /** The only effect that customers may write. */
  readonly effect?: 'Deny';
}

const IDENTITY: Grammar = { principal: 'forbidden', notPrincipal: 'forbidden', resource: 'required', keeper: 'iam', version: 'current' };
const RESOURCE: Grammar = { principal: 'required', notPrincipal: 'allowed', resource: 'required', keeper: 'other', version: 'any' };

/**
 * By kind of policy. Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html,
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html,
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html (statements without Resource).
 */
export const GRAMMARS: Readonly<Record<PolicyKind, Grammar>> = {
  inline: IDENTITY,
  managed: IDENTITY,
  boundary: IDENTITY,
  session: { ...IDENTITY, version: 'any' },
  scp: { ...IDENTITY, keeper: 'other', version: 'any' },
  rcp: { ...RESOURCE, version: 'current', notPrincipal: 'forbidden', effect: 'Deny' },
  trust: { principal: 'required', notPrincipal: 'forbidden', resource: 'forbidden', keeper: 'iam', version: 'any', service: 'sts' },
  bucket: { ...RESOURCE, service: 's3' },
  key: RESOURCE,
  repository: { ...RESOURCE, resource: 'optional', service: 'ecr' },
  'vpc-endpoint': RESOURCE,
  resource: RESOURCE,
};

/** Elements of a policy document. */
export const DOCUMENT_ELEMENTS = ['Version', 'Id', 'Statement'] as const;

/** Elements of a statement. */
export const STATEMENT_ELEMENTS = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'] as const;

export type StatementElement = (typeof STATEMENT_ELEMENTS)[number];
