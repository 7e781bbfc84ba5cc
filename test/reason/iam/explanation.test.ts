import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PolicyKind, PolicySource } from '../../../src/model/policy.ts';
import type { GateName, IamRepair } from '../../../src/model/trace.ts';
import { evaluate } from '../../../src/reason/iam/evaluate.ts';
import type { EvalRequest, Policies, Readable } from '../../../src/reason/iam/types.ts';
import { A, type Asking, allow, answer, B, deny, FEDERATED, KEY, OBJECT, policiesOf, policy, ROLE, ROOT, requestOf, SESSION, to, USER } from './asking.ts';

const elsewhere = [allow('ec2:*')];
const NOT = 'is not authorized to perform:';

describe('the words of AWS', () => {
  test.each<[string, Asking, string]>([
    ['nothing', {}, `User: ${SESSION} ${NOT} s3:GetObject on resource: ${OBJECT} because no identity-based policy allows the s3:GetObject action`],
    ['a role', { principal: ROLE }, `User: ${ROLE} ${NOT} s3:GetObject on resource: ${OBJECT} because no identity-based policy allows the s3:GetObject action`],
    ['boundary', { identity: [allow()], boundary: elsewhere }, 'because no permissions boundary allows the s3:GetObject action'],
    ['session', { identity: [allow()], session: elsewhere }, 'because no session policy allows the s3:GetObject action'],
    ['SCP', { identity: [allow()], scps: [elsewhere] }, 'because no service control policy allows the s3:GetObject action'],
    [
      'endpoint',
      { identity: [allow()], endpoint: { type: 'interface', documents: [] }, principal: USER },
      'because no VPC endpoint policy allows the s3:GetObject action',
    ],
    ['resource policy', { identity: [allow()], resourceAccount: B }, 'because no resource-based policy allows the s3:GetObject action'],
    ['trust', { action: 'sts:AssumeRole', resource: ROLE, identity: [allow()] }, 'because no role trust policy allows the sts:AssumeRole action'],
    ['key', { action: 'kms:Decrypt', resource: KEY, identity: [allow()] }, 'because no resource-based policy allows the kms:Decrypt action'],
    ['denied by identity', { identity: [deny()] }, 'with an explicit deny in an identity-based policy'],
    ['denied by boundary', { boundary: [deny()] }, 'with an explicit deny in a permissions boundary'],
    ['denied by session', { session: [deny()] }, 'with an explicit deny in a session policy'],
    ['denied by SCP', { identity: [deny()], scps: [[deny()]] }, 'with an explicit deny in a service control policy'],
    ['denied by RCP', { scps: [[deny()]], rcps: [[{ ...deny(), Principal: '*' }]] }, 'with an explicit deny in a resource control policy'],
    ['denied by endpoint', { endpoint: { type: 'gateway', documents: [{ ...deny(), Principal: '*' }] } }, 'with an explicit deny in a VPC endpoint policy'],
    ['denied by resource', { on: [{ ...deny(), Principal: '*' }] }, 'with an explicit deny in a resource-based policy'],
    [
      'denied by trust',
      { action: 'sts:AssumeRole', resource: ROLE, on: [{ Effect: 'Deny', Principal: '*', Action: '*' }] },
      'with an explicit deny in a role trust policy',
    ],
    ['refused', { action: 'iam:PassRole', resource: `arn:aws:iam::${A}:role/aws-reserved/x`, identity: [allow()] }, 'because IAM lets nobody'],
  ])('%s', (_, asking, words) => {
    expect(answer(asking).trace.message.endsWith(words) || answer(asking).trace.message.includes(words)).toBe(true);
  });

  test('none when it is allowed or not known', () => {
    expect(answer({ identity: [allow()] }).trace.message).toBe('');
    expect(answer({ owner: 'unknown', identity: [allow()] }).trace.message).toBe('');
  });
});

describe('where a decision comes from', () => {
  const source: PolicySource = {
    kind: 'managed',
    name: 'Models',
    arn: `arn:aws:iam::${A}:policy/Models`,
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "ec2:*", "Resource": "*" },
      { "Sid": "Read", "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" }
  ]
}`,
  };

  test('the statement, with its place in the text', () => {
    const expected = { policy: 'Models', policyKind: 'managed', policyArn: source.arn, sid: 'Read', index: 1, pointer: '/Statement/1', line: 5, column: 7 };
    expect(answer({ identity: source }).deciding).toEqual([expected]);
  });

  test('all denying statements', () => {
    const { deciding } = answer({ identity: [allow(), deny(), deny('s3:*')], on: [{ ...deny(), Principal: '*' }] });
    expect(deciding.map(({ policyKind, index }) => `${policyKind} ${index}`)).toEqual(['bucket 0', 'inline 1', 'inline 2']);
  });

  test('nothing decides an implicit denial', () => {
    expect(answer({ identity: [allow('ec2:*')] }).deciding).toEqual([]);
  });

  test('what decides is open where the answer is', () => {
    const { deciding } = answer({ unlisted: 'unknown', identity: [allow('ec2:*'), allow('*', '*', { Condition: { StringLike: { 'aws:SourceIp': '1*' } } })] });
    expect(deciding.map(({ index }) => index)).toEqual([1]);
  });

  test.each<[string, Asking, object]>([
    ['action', { identity: [allow(['s3:Put*', 's3:List*'])] }, { part: 'action', outcome: 'no', policyValue: 's3:Put*, s3:List*', actual: 's3:GetObject' }],
    ['resource', { identity: [allow('*', 'arn:aws:s3:::bkt')] }, { part: 'resource', outcome: 'no', policyValue: 'arn:aws:s3:::bkt', actual: OBJECT }],
    [
      'principal',
      { on: [to({ Service: 'ec2.amazonaws.com' })] },
      { part: 'principal', outcome: 'no', policyValue: 'Service ec2.amazonaws.com', actual: SESSION },
    ],
    [
      'NotPrincipal',
      { on: [{ Effect: 'Deny', NotPrincipal: { AWS: ROLE }, Action: '*', Resource: '*' }] },
      { part: 'principal', policyValue: `anything but ${ROLE}` },
    ],
    [
      'condition',
      { identity: [allow('*', '*', { Condition: { StringEquals: { 'aws:RequestedRegion': ['a', 'b'] } } })], context: { 'AWS:requestedregion': 'c' } },
      { part: 'condition', outcome: 'no', detail: 'StringEquals aws:RequestedRegion', policyValue: 'a, b', actual: 'c' },
    ],
    [
      'condition on what is absent',
      { identity: [allow('*', '*', { Condition: { Bool: { 'x:k': 'true' } } })] },
      { part: 'condition', detail: 'Bool x:k', actual: 'absent' },
    ],
    [
      'condition on what is unknown',
      { unlisted: 'unknown', identity: [allow('*', '*', { Condition: { Bool: { 'x:k': 'true' } } })] },
      { part: 'condition', outcome: 'unknown', actual: 'unknown' },
    ],
  ])('near miss: %s', (_, asking, failed) => {
    const statements = answer(asking).trace.gates.flatMap((gate) => gate.statements);
    expect(statements).toHaveLength(1);
    expect(statements[0]?.failed).toEqual([expect.objectContaining(failed)]);
  });

  test('a statement that misses by two parts is no near miss', () => {
    expect(answer({ identity: [allow('ec2:*', 'arn:aws:s3:::x')] }).trace.gates).toEqual([{ gate: 'identity', verdict: 'silent', statements: [] }]);
  });

  test('each gate with its verdict', () => {
    const asking: Asking = { identity: [allow()], boundary: [], scps: [[allow()], [deny()]], rcps: [[]], on: [], facts: {} };
    const verdicts = answer(asking).trace.gates.map(({ gate, label, verdict }) => [gate, label, verdict]);
    expect(verdicts).toEqual([
      ['rcp', 'account', 'silent'],
      ['scp', 'root', 'allows'],
      ['scp', 'account', 'denies'],
      ['resource-policy', undefined, 'silent'],
      ['identity', undefined, 'allows'],
      ['boundary', undefined, 'silent'],
    ]);
  });

  test('gates that do not apply', () => {
    const { gates } = answer({ scps: [[deny()]], rcps: [[deny()]], facts: { inManagementAccount: true } }).trace;
    expect(gates.map(({ gate, verdict }) => [gate, verdict])).toEqual([
      ['rcp', 'not-applicable'],
      ['scp', 'not-applicable'],
      ['identity', 'silent'],
    ]);
  });

  test('notes tell what is odd', () => {
    const notes = (asking: Asking): string => answer(asking).trace.notes.join('\n');
    expect(notes({ identity: [allow('*', 'arn:aws:s3')] })).toContain('fewer than the six fields');
    expect(notes({ identity: [allow('*:*')] })).toContain('documented nowhere');
    expect(notes({ identity: [allow('s3:')] })).toContain('matches nothing');
    expect(notes({ on: [to({ AWS: `arn:aws:iam::${A}:role/*` })] })).toContain('matches nobody');
    expect(notes({ identity: [allow('*', '*', { Condition: { NumericEquals: { 'x:k': 'ten' } } })] })).toContain('not of the type');
  });

  test('the trace is made once', () => {
    const result = answer({ identity: [allow()] });
    expect(result.trace).toBe(result.trace);
    expect(result.trace.deciding).toBe(result.deciding);
  });
});

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
