import { describe, expect, test } from '@jest/globals';
import { type Unknown, unknown } from '../../../src/model/fact.ts';
import type { ContextValue } from '../../../src/reason/iam/types.ts';
import { A, type Asking, allow, answer, B, decision, deny, policy, ROLE, ROOT, SESSION, type Statement, to } from './asking.ts';

const UNKNOWN = { state: 'unknown' } as const;
const open = (asking: Asking): Asking => ({ unlisted: 'unknown', ...asking });
const when = (Condition: unknown, statement: Statement = allow()): Statement => ({ ...statement, Condition });
const missing = (asking: Asking): readonly string[] => answer(asking).missing;

describe('what only AWS knows', () => {
  test.each<[string, Asking, string]>([
    ['an Allow that hangs on it', { identity: [when({ StringEquals: { 'aws:SourceIp': 'x' } })] }, 'Unknown'],
    ['a Deny that hangs on it', { identity: [allow(), when({ StringEquals: { 'aws:SourceIp': 'x' } }, deny())] }, 'Unknown'],
    ['another Allow makes it needless', { identity: [allow(), when({ StringEquals: { 'aws:SourceIp': 'x' } })] }, 'Allowed'],
    ['another Deny makes it needless', { identity: [deny(), when({ StringEquals: { 'aws:SourceIp': 'x' } })] }, 'ExplicitlyDenied'],
    ['a closed gate makes it needless', { identity: [when({ StringEquals: { 'aws:SourceIp': 'x' } })], boundary: [] }, 'ImplicitlyDenied'],
    [
      'a part that fails for certain',
      { identity: [when({ StringEquals: { 'aws:SourceIp': 'x', 'aws:RequestedRegion': 'y' } })], context: { 'aws:RequestedRegion': 'z' } },
      'ImplicitlyDenied',
    ],
    ['IfExists that anything satisfies', { identity: [when({ StringLikeIfExists: { 'aws:SourceVpce': '*' } })] }, 'Allowed'],
    ['IfExists of a service key that may hold several', { identity: [when({ StringLikeIfExists: { 'x:k': '*' } })] }, 'Unknown'],
    ['IfExists that some value fails', { identity: [when({ StringLikeIfExists: { 'aws:SourceVpce': 'vpce-*' } })] }, 'Unknown'],
    ['ForAllValues that anything satisfies', { identity: [when({ 'ForAllValues:StringLike': { 'aws:TagKeys': '*' } })] }, 'Allowed'],
    ['an operator without values', { identity: [when({ StringEquals: { 'aws:SourceIp': [] } })] }, 'ImplicitlyDenied'],
    ['Null', { identity: [when({ Null: { 'aws:TokenIssueTime': 'false' } })] }, 'Unknown'],
    ['Null either way', { identity: [when({ Null: { 'aws:TokenIssueTime': ['true', 'false'] } })] }, 'Allowed'],
    ['a variable in the resource', { identity: [allow('*', 'arn:aws:s3:::bkt/${aws:username}')] }, 'Unknown'],
    ['a variable in the resource of another bucket', { identity: [allow('*', 'arn:aws:s3:::other/${aws:username}')] }, 'ImplicitlyDenied'],
    ['a variable with a default', { identity: [allow('*', "arn:aws:s3:::bkt/${aws:username, 'key'}")] }, 'Unknown'],
    ['a variable in a condition', { identity: [when({ StringEquals: { 'x:k': '${aws:username}' } })], context: { 'x:k': 'a' } }, 'Unknown'],
    ['a variable beside a value that matches', { identity: [when({ StringEquals: { 'x:k': ['${aws:username}', 'a'] } })], context: { 'x:k': 'a' } }, 'Allowed'],
    [
      'a variable beside a value that must not match',
      { identity: [when({ StringNotEquals: { 'x:k': ['${aws:username}', 'a'] } })], context: { 'x:k': 'a' } },
      'ImplicitlyDenied',
    ],
  ])('%s', (_, asking, expected) => {
    expect(decision(open(asking))).toBe(expected);
  });

  test.each<[string, readonly Statement[], string]>([
    ['equal or not equal', [when({ StringEquals: { 'aws:SourceVpc': 'v' } }), when({ StringNotEquals: { 'aws:SourceVpc': 'v' } })], 'Allowed'],
    ['there or not there', [when({ Null: { 'aws:SourceVpc': 'true' } }), when({ Null: { 'aws:SourceVpc': 'false' } })], 'Allowed'],
    ['true, or not true', [when({ Bool: { 'aws:SecureTransport': 'true' } }), when({ BoolIfExists: { 'aws:SecureTransport': 'false' } })], 'Unknown'],
    ['one of two, which differ', [when({ StringEquals: { 'aws:SourceVpc': ['a', 'b'] } }), when({ StringEquals: { 'aws:SourceVpc': 'c' } })], 'Unknown'],
    ['both at once, of one key', [when({ StringEquals: { 'aws:SourceVpc': 'a' }, StringNotEquals: { 'aws:SourceVpc': 'a' } })], 'ImplicitlyDenied'],
    [
      'denied either way',
      [allow(), when({ StringEquals: { 'aws:SourceVpc': 'a' } }, deny()), when({ StringNotEquals: { 'aws:SourceVpc': 'a' } }, deny())],
      'ExplicitlyDenied',
    ],
    ['of a key that may hold several', [when({ StringEquals: { 'x:k': 'v' } }), when({ StringNotEquals: { 'x:k': 'v' } })], 'Unknown'],
    ['sets', [when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'v' } }), when({ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'v' } })], 'Allowed'],
    ['patterns cannot be listed', [when({ StringLike: { 'aws:SourceVpc': 'v*' } }), when({ StringNotLike: { 'aws:SourceVpc': 'v*' } })], 'Unknown'],
  ])('settled by two statements together: %s', (_, identity, expected) => {
    expect(decision(open({ identity }))).toBe(expected);
  });

  test('the keys that matter are named, once, as the policy writes them', () => {
    const twice = [
      when({ Bool: { 'aws:MultiFactorAuthPresent': 'true' }, StringLike: { 'aws:SourceIp': '1*' } }),
      when({ Bool: { 'AWS:multifactorauthpresent': 'true' } }),
    ];
    expect(missing(open({ identity: twice }))).toHaveLength(2);
    expect(missing(open({ identity: [when({ StringEquals: { 'x:k': '${aws:username}' } })] }))).toEqual(['x:k', 'aws:username']);
    expect(missing(open({ identity: [when({ StringLike: { 'aws:SourceIp': '1*' } })], boundary: [when({ StringLike: { 'aws:SourceVpc': '1*' } })] }))).toEqual([
      'aws:SourceIp',
      'aws:SourceVpc',
    ]);
  });

  test('a family of keys may be absent as a whole', () => {
    const asking = open({ identity: [when({ StringEquals: { 'aws:PrincipalTag/Team': 'x' } })] });
    const context = (value: ContextValue) => ({ 'aws:PrincipalTag/*': value });
    expect(decision({ ...asking, context: context({ state: 'absent' }) })).toBe('ImplicitlyDenied');
    expect(decision({ ...asking, context: { ...context({ state: 'absent' }), 'aws:principaltag/team': 'x' } })).toBe('Allowed');
    expect(decision({ ...asking, unlisted: 'absent', context: context(UNKNOWN) })).toBe('Unknown');
  });
});

describe('what could not be read', () => {
  const unread = (what: string): Unknown => unknown('access-denied', `${what} was refused`);
  const document = unread('iam:GetPolicyVersion');
  test.each<[string, Asking, string]>([
    ['identity', { identity: document }, 'Unknown'],
    ['identity, when the resource denies', { identity: document, on: [{ ...deny(), Principal: '*' }] }, 'ExplicitlyDenied'],
    ['boundary', { identity: [allow()], boundary: document }, 'Unknown'],
    ['session policy', { identity: [allow()], session: document }, 'Unknown'],
    ['SCP', { identity: [allow()], scps: [document] }, 'Unknown'],
    ['SCP of the management account', { identity: [allow()], scps: [document], facts: { inManagementAccount: true } }, 'Allowed'],
    ['RCP', { identity: [allow()], rcps: [document] }, 'Unknown'],
    ['RCP of a service that has none', { action: 'iam:PassRole', resource: ROLE, identity: [allow()], rcps: [document] }, 'Allowed'],
    ['resource policy', { identity: [allow()], on: document }, 'Unknown'],
    ['resource policy of a request without resource', { action: 's3:ListAllMyBuckets', resource: '*', identity: [allow()], on: document }, 'Allowed'],
    ['endpoint policy', { identity: [allow()], endpoint: { type: 'gateway', documents: document } }, 'Unknown'],
    ['boundary of root, which has none', { principal: ROOT, boundary: document }, 'Allowed'],
  ])('%s', (_, asking, expected) => {
    const result = answer(asking);
    expect(result.decision).toBe(expected);
    expect(result.unread).toEqual(expected === 'Unknown' ? [document] : []);
  });

  test('what stays possible is told', () => {
    expect(answer({ identity: document }).possible).toEqual(['Allowed', 'ImplicitlyDenied', 'ExplicitlyDenied']);
    expect(answer({ identity: [], boundary: document }).possible).toEqual(['ImplicitlyDenied', 'ExplicitlyDenied']);
    expect(answer({ identity: [allow()], rcps: [document] }).possible).toEqual(['Allowed', 'ExplicitlyDenied']);
    expect(answer({ identity: [allow()] }).possible).toEqual(['Allowed']);
  });

  test('a boundary that may exist, and NotPrincipal', () => {
    const on = [{ Effect: 'Deny', NotPrincipal: { AWS: [ROLE, SESSION, A] }, Action: '*', Resource: '*' }];
    expect(answer({ identity: [allow()], boundary: document, on })).toMatchObject({ decision: 'Unknown', unread: [document] });
    expect(decision({ identity: [allow()], boundary: document, on, principal: SESSION.replaceAll(A, B) })).toBe('ExplicitlyDenied');
  });

  test('delegation', () => {
    const key: Asking = { action: 'kms:Decrypt', resource: `arn:aws:kms:us-east-1:${A}:key/k` };
    expect(decision({ ...key, on: document })).toBe('Unknown');
    expect(decision({ ...key, identity: document, on: [to({ AWS: ROLE })] })).toBe('Unknown');
    expect(decision({ ...key, identity: policy('inline', [allow()]), on: [to({ AWS: A })] })).toBe('Allowed');
  });
});
