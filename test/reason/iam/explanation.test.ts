import { describe, expect, test } from '@jest/globals';
import type { PolicySource } from '../../../src/model/policy.ts';
import { A, type Asking, allow, answer, B, deny, KEY, OBJECT, ROLE, SESSION, to, USER } from './asking.ts';

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
    expect(notes({ on: [{ Effect: 'Deny', NotPrincipal: { AWS: ROLE }, Action: '*', Resource: '*' }] })).toContain('lists no account');
    expect(notes({ identity: [allow('*', '*', { Condition: { NumericEquals: { 'x:k': 'ten' } } })] })).toContain('not of the type');
  });

  test('the trace is made once', () => {
    const result = answer({ identity: [allow()] });
    expect(result.trace).toBe(result.trace);
    expect(result.trace.deciding).toBe(result.deciding);
  });
});
