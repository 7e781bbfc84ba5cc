import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PolicyKind, PolicySource } from '../../../src/model/policy.ts';
import type { GateName, IamRepair } from '../../../src/model/trace.ts';
import { evaluate } from '../../../src/reason/iam/evaluate.ts';
import type { EvalRequest, Policies, Readable } from '../../../src/reason/iam/types.ts';
import { A, type Asking, allow, answer, B, deny, FEDERATED, KEY, OBJECT, policiesOf, policy, ROLE, ROOT, requestOf, SESSION, to, USER } from './asking.ts';

const elsewhere = [allow('ec2:*')];

const GATE_KIND: Partial<Record<GateName, PolicyKind>> = {
  scp: 'scp',
  identity: 'inline',
  boundary: 'boundary',
  session: 'session',
  'vpc-endpoint': 'vpc-endpoint',
};

const appended = (readable: Readable | undefined, kind: PolicyKind, statement: unknown): PolicySource => {
  const before = readable !== undefined && 'text' in readable ? (JSON.parse(readable.text) as { Statement: readonly unknown[] }).Statement : [];
  return policy(readable !== undefined && 'kind' in readable ? readable.kind : kind, [...before, statement] as never);
};

const without = (readable: Readable, ref: { readonly policyKind: string; readonly index: number }): Readable => {
  if (!('text' in readable) || readable.kind !== ref.policyKind) return readable;
  const { Statement } = JSON.parse(readable.text) as { Statement: readonly never[] };
  return policy(
    readable.kind,
    Statement.filter((_, index) => index !== ref.index),
  );
};

const amended = (policies: Policies, ref: { readonly policyKind: string; readonly index: number }): Policies => {
  const each = (list: readonly Readable[]): readonly Readable[] => list.map((readable) => without(readable, ref));
  const { boundary, session, resource, endpoint } = policies;
  return {
    ...policies,
    identity: each(policies.identity),
    scpLevels: policies.scpLevels.map(each),
    rcpLevels: policies.rcpLevels.map(each),
    ...(boundary !== undefined && 'text' in boundary && { boundary: without(boundary, ref) }),
    ...(session && { session: each(session) }),
    ...(resource && { resource: without(resource, ref) }),
    ...(endpoint && { endpoint: { ...endpoint, policies: each(endpoint.policies) } }),
  };
};

const LEVELS: Readonly<Record<string, (count: number) => number>> = { root: () => 0, account: (count) => count - 1, 'organizational unit 1': () => 1 };

const widened = (policies: Policies, repair: Extract<IamRepair, { readonly change: 'add-statement' }>, resourceKind: PolicyKind): Policies => {
  const added = policy(GATE_KIND[repair.gate] ?? 'inline', [repair.statement] as never);
  switch (repair.gate) {
    case 'identity':
      return { ...policies, identity: [...policies.identity, added] };
    case 'session':
      return { ...policies, session: [...(policies.session ?? []), added] };
    case 'boundary':
      return { ...policies, boundary: appended(policies.boundary as Readable, 'boundary', repair.statement) };
    case 'scp': {
      const level = LEVELS[repair.label ?? '']?.(policies.scpLevels.length);
      return { ...policies, scpLevels: policies.scpLevels.map((documents, index) => (index === level ? [...documents, added] : documents)) };
    }
    case 'vpc-endpoint':
      return { ...policies, endpoint: { type: policies.endpoint?.type ?? 'interface', policies: [...(policies.endpoint?.policies ?? []), added] } };
    default:
      return { ...policies, resource: appended(policies.resource, resourceKind, repair.statement) };
  }
};

const applied = (policies: Policies, repair: IamRepair, kind: PolicyKind): Policies =>
  repair.change === 'amend-denial' ? amended(policies, repair.statement) : widened(policies, repair, kind);

const KIND_OF: Readonly<Record<string, PolicyKind>> = { s3: 'bucket', kms: 'key', sts: 'trust', ecr: 'repository' };
const kindFor = ({ action }: EvalRequest): PolicyKind => KIND_OF[action.split(':')[0] ?? ''] ?? 'resource';

/** Applies repairs until none is offered; how many it took, and the decision at the end. */
const repaired = (asking: Asking): { readonly steps: readonly string[]; readonly decision: string } => {
  const request = requestOf(asking);
  const steps: string[] = [];
  let policies = policiesOf(asking);
  for (;;) {
    const { decision, trace } = evaluate(request, policies);
    if (trace.repair === undefined || steps.length > 40) return { steps, decision };
    steps.push(trace.repair.gate);
    policies = applied(policies, trace.repair, kindFor(request));
  }
};

describe('the smallest repair', () => {
  test.each<[string, Asking, readonly string[]]>([
    ['identity', {}, ['identity']],
    ['boundary', { identity: [allow()], boundary: elsewhere }, ['boundary']],
    ['deleted boundary', { identity: [allow()], boundary: 'deleted' }, ['boundary']],
    ['session', { identity: [allow()], session: 'none' }, ['session']],
    ['federated user without session policy', { principal: FEDERATED, identity: [allow()] }, ['session']],
    ['SCP at the root', { identity: [allow()], scps: [elsewhere, [allow()], [allow()]] }, ['scp']],
    ['SCP of the unit', { identity: [allow()], scps: [[allow()], [], [allow()]] }, ['scp']],
    ['endpoint', { identity: [allow()], endpoint: { type: 'gateway', documents: [to('*', 'ec2:*')] } }, ['vpc-endpoint']],
    ['bucket of another account', { identity: [allow()], resourceAccount: B }, ['resource-policy']],
    ['own side of it', { on: [to({ AWS: A })], resourceAccount: B }, ['identity']],
    ['service', { principal: 's3.amazonaws.com' }, ['resource-policy']],
    ['anonymous', { principal: 'anonymous', on: [to({ AWS: A })] }, ['resource-policy']],
    ['key without delegation', { action: 'kms:Decrypt', resource: KEY, identity: [allow()] }, ['delegation']],
    ['key without anything', { action: 'kms:Decrypt', resource: KEY }, ['resource-policy']],
    ['key with delegation', { action: 'kms:Decrypt', resource: KEY, on: [to({ AWS: A })] }, ['identity']],
    ['key as root', { action: 'kms:Decrypt', resource: KEY, principal: ROOT }, ['delegation']],
    ['trust', { action: 'sts:AssumeRole', resource: ROLE, principal: 'sagemaker.amazonaws.com' }, ['resource-policy']],
    [
      'repository of another account',
      { action: 'ecr:BatchGetImage', resource: `arn:aws:ecr:us-east-1:${B}:repository/r`, identity: [allow()] },
      ['resource-policy'],
    ],
    ['role named, boundary silent', { on: [to({ AWS: ROLE })], boundary: elsewhere }, ['boundary']],
    ['denial', { identity: [allow(), deny()] }, ['identity']],
    ['denial by SCP', { identity: [allow()], scps: [[allow(), deny('s3:*')]] }, ['scp']],
    ['two denials', { identity: [allow(), deny()], on: [{ ...deny(), Principal: '*' }] }, ['resource-policy', 'identity']],
    ['a key with a wildcard in its name', { resource: 'arn:aws:s3:::bkt/a*b?$' }, ['identity']],
    ['no resource', { action: 's3:ListAllMyBuckets', resource: '*' }, ['identity']],
    ['identity and boundary', { boundary: elsewhere }, ['identity', 'boundary']],
    ['everything', { resourceAccount: B, boundary: [], session: [], scps: [[]] }, ['scp', 'resource-policy', 'identity', 'boundary', 'session']],
  ])('%s', (_, asking, gates) => {
    expect(repaired(asking)).toEqual({ steps: gates, decision: 'Allowed' });
  });

  test('names the request and nothing else', () => {
    expect(answer({}).trace.repair).toEqual({
      change: 'add-statement',
      gate: 'identity',
      statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: OBJECT },
    });
    expect(answer({ resource: 'arn:aws:s3:::bkt/a*' }).trace.repair).toMatchObject({ statement: { Resource: 'arn:aws:s3:::bkt/a${*}' } });
    expect(answer({ action: 'sts:AssumeRole', resource: ROLE, principal: 'sagemaker.amazonaws.com' }).trace.repair).toMatchObject({
      statement: { Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' },
    });
  });

  test.each<[string, Asking]>([
    ['allowed', { identity: [allow()] }],
    ['unknown', { owner: 'unknown', identity: [allow()] }],
    ['refused by AWS', { action: 'iam:PassRole', resource: `arn:aws:iam::${A}:role/aws-reserved/x`, identity: [allow()] }],
    ['impossible across accounts', { action: 'kms:PutKeyPolicy', resource: KEY.replace(A, B), identity: [allow()] }],
  ])('none: %s', (_, asking) => {
    expect(answer(asking).trace.repair).toBeUndefined();
  });

  test('one after the other, repairs end in an allow', () => {
    const own = fc.record({
      Effect: fc.constantFrom('Allow', 'Deny'),
      Action: fc.constantFrom('*', 's3:*', 'ec2:*', 'kms:Decrypt'),
      Resource: fc.constantFrom('*', 'arn:aws:s3:::bkt/*', KEY),
    });
    const named = fc
      .tuple(own, fc.constantFrom<unknown>('*', { AWS: A }, { AWS: ROLE }, { AWS: SESSION }, { AWS: USER }))
      .map(([rest, Principal]) => ({ ...rest, Principal }));
    const some = fc.array(own, { maxLength: 2 });
    const drawn = fc.record(
      {
        principal: fc.constantFrom(SESSION, ROLE, USER, ROOT, 's3.amazonaws.com', 'anonymous'),
        what: fc.constantFrom({ action: 's3:GetObject', resource: OBJECT }, { action: 'kms:Decrypt', resource: KEY }),
        resourceAccount: fc.constantFrom(A, B),
        identity: some,
        boundary: some,
        session: some,
        scps: fc.array(some, { maxLength: 1 }),
        on: fc.array(named, { maxLength: 2 }),
      },
      { requiredKeys: ['principal', 'what', 'resourceAccount', 'identity'] },
    );
    fc.assert(
      fc.property(drawn, ({ what, ...rest }) => ['Allowed', 'Unknown'].includes(repaired({ ...rest, ...what }).decision)),
      { numRuns: 400 },
    );
  });
});
