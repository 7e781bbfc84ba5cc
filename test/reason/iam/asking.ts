import { absent } from '../../../src/model/fact.ts';
import type { PolicyKind, PolicySource } from '../../../src/model/policy.ts';
import { evaluate } from '../../../src/reason/iam/evaluate.ts';
import { type PrincipalFacts, principalOf } from '../../../src/reason/iam/principal.ts';
import type { EvalRequest, EvalResult, Policies, Principal, Readable } from '../../../src/reason/iam/types.ts';

export const A = '123456789012';
export const B = '210987654321';
export const SESSION = `arn:aws:sts::${A}:assumed-role/app/s1`;
export const ROLE = `arn:aws:iam::${A}:role/app`;
export const USER = `arn:aws:iam::${A}:user/alice`;
export const ROOT = `arn:aws:iam::${A}:root`;
export const FEDERATED = `arn:aws:sts::${A}:federated-user/alice`;
export const OBJECT = 'arn:aws:s3:::bkt/key';
export const KEY = `arn:aws:kms:us-east-1:${A}:key/1234`;

export type Statement = Readonly<Record<string, unknown>>;

/** A document of the given statements, or the given text. */
export const policy = (kind: PolicyKind, content: readonly Statement[] | string, version: string | undefined = '2012-10-17'): PolicySource =>
  Object.freeze({
    kind,
    name: `${kind} policy`,
    text: typeof content === 'string' ? content : JSON.stringify({ ...(version !== '' && { Version: version }), Statement: content }, null, 2),
  });

export const allow = (Action: unknown = '*', Resource: unknown = '*', more: Statement = {}): Statement => ({ Effect: 'Allow', Action, Resource, ...more });
export const deny = (Action: unknown = '*', Resource: unknown = '*', more: Statement = {}): Statement => ({ Effect: 'Deny', Action, Resource, ...more });
export const to = (Principal: unknown, Action: unknown = '*', more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource: '*',
  ...more,
});

type Documents = readonly Statement[] | Readable;

export interface Asking extends Partial<Omit<EvalRequest, 'principal'>> {
  readonly principal?: string | Principal;
  readonly facts?: PrincipalFacts;
  /** Leaves out who owns the bucket. */
  readonly owner?: 'unknown';
  readonly identity?: Documents;
  readonly boundary?: Documents | 'deleted';
  readonly session?: Documents | 'none';
  readonly scps?: readonly Documents[];
  readonly rcps?: readonly Documents[];
  /** Its kind follows from the action. */
  readonly on?: Documents;
  readonly kind?: PolicyKind;
  readonly grants?: Policies['grants'];
  readonly endpoint?: { readonly type: 'gateway' | 'interface'; readonly documents: Documents };
}

const KINDS: Readonly<Record<string, PolicyKind>> = { s3: 'bucket', kms: 'key', sts: 'trust', ecr: 'repository' };

const documents = (kind: PolicyKind, content: Documents): readonly Readable[] =>
  'kind' in content || 'state' in content ? [content] : [policy(kind, content as readonly Statement[])];

const first = (kind: PolicyKind, content: Documents): Readable => documents(kind, content)[0] as Readable;

const boundaryOf = (content: Documents | 'deleted'): NonNullable<Policies['boundary']> => (content === 'deleted' ? absent : first('boundary', content));

export const policiesOf = (asking: Asking): Policies => {
  const kind = asking.kind ?? KINDS[(asking.action ?? 's3:GetObject').split(':')[0] ?? ''] ?? 'resource';
  return {
    identity: asking.identity === undefined ? [] : documents('inline', asking.identity),
    scpLevels: (asking.scps ?? []).map((level) => documents('scp', level)),
    rcpLevels: (asking.rcps ?? []).map((level) => documents('rcp', level)),
    ...(asking.boundary !== undefined && { boundary: boundaryOf(asking.boundary) }),
    ...(asking.session !== undefined && { session: asking.session === 'none' ? [] : documents('session', asking.session) }),
    ...(asking.on !== undefined && { resource: first(kind, asking.on) }),
    ...(asking.grants !== undefined && { grants: asking.grants }),
    ...(asking.endpoint !== undefined && { endpoint: { type: asking.endpoint.type, policies: documents('vpc-endpoint', asking.endpoint.documents) } }),
  };
};

export const requestOf = (asking: Asking): EvalRequest => {
  const { principal = SESSION, facts, identity, boundary, session, scps, rcps, on, kind, grants, endpoint, owner, ...request } = asking;
  const who = typeof principal === 'string' ? principalOf(principal, facts) : principal;
  if (who === undefined) throw new Error(`no principal: ${String(principal)}`);
  const needsOwner = owner === undefined && request.resourceAccount === undefined && (request.resource ?? OBJECT).includes(':s3:');
  return { action: 's3:GetObject', resource: OBJECT, context: {}, ...(needsOwner && { resourceAccount: A }), ...request, principal: who };
};

/** The whole answer to a question, most of which is left at: a role's session reads an object of its own account. */
export const answer = (asking: Asking): EvalResult => evaluate(requestOf(asking), policiesOf(asking));

/** The decision alone, with its causes when it is Unknown. */
export const decision = (asking: Asking): string => answer(asking).decision;
