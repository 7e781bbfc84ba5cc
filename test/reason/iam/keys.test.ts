import { describe, expect, test } from '@jest/globals';
import { unknown } from '../../../src/model/fact.ts';
import type { KeyGrant } from '../../../src/model/facts/kms.ts';
import { A, type Asking, allow, answer, B, decision, deny, KEY, ROLE, ROOT, SESSION, to, USER } from './asking.ts';

const decrypt: Asking = { action: 'kms:Decrypt', resource: KEY };
const delegating = [to({ AWS: ROOT }, 'kms:*')];
const grant = (more: Partial<KeyGrant> = {}): KeyGrant => ({ grantId: 'g', granteePrincipal: ROLE, operations: ['Decrypt'], ...more });

describe('key policies', () => {
  test.each<[string, Asking, string]>([
    ['K1: not even root without the key policy', { principal: ROOT, on: [to({ AWS: USER })] }, 'ImplicitlyDenied'],
    ['K1: no policy at all', { identity: [allow()] }, 'ImplicitlyDenied'],
    ['K2: delegation and IAM', { identity: [allow()], on: delegating }, 'Allowed'],
    ['K2: delegation alone', { on: delegating }, 'ImplicitlyDenied'],
    ['K2: IAM alone', { identity: [allow()], on: [to({ AWS: USER })] }, 'ImplicitlyDenied'],
    ['K2: of other actions', { identity: [allow()], on: [to({ AWS: A }, 'kms:Encrypt')] }, 'ImplicitlyDenied'],
    ['K2: an IAM denial binds all the same', { identity: [deny()], on: [to({ AWS: ROLE })] }, 'ExplicitlyDenied'],
    ['K3: the role', { on: [to({ AWS: ROLE }, 'kms:Decrypt')] }, 'Allowed'],
    [
      'K3: everyone of an account',
      { on: [to('*', 'kms:*', { Condition: { StringEquals: { 'kms:CallerAccount': A } } })], context: { 'kms:CallerAccount': A } },
      'Allowed',
    ],
    ['keyless actions are IAM alone', { action: 'kms:ListKeys', resource: '*', identity: [allow()] }, 'Allowed'],
    ['K4: both sides', { resource: KEY.replace(A, B), identity: [allow()], on: [to({ AWS: A })] }, 'Allowed'],
    ['K4: without IAM', { resource: KEY.replace(A, B), on: [to({ AWS: ROLE })] }, 'ImplicitlyDenied'],
    [
      'K4: an operation that does not work',
      { action: 'kms:PutKeyPolicy', resource: KEY.replace(A, B), identity: [allow()], on: [to({ AWS: A })] },
      'ImplicitlyDenied',
    ],
    ['K4: ReEncryptFrom works', { action: 'kms:ReEncryptFrom', resource: KEY.replace(A, B), identity: [allow()], on: [to({ AWS: A })] }, 'Allowed'],
    [
      'K7: one key for each pair',
      { on: [to('*', '*', { Condition: { StringEquals: { 'kms:EncryptionContext:Dept': 'IT' } } })], encryptionContext: { Dept: 'IT' } },
      'Allowed',
    ],
    [
      'K7: which keys',
      { on: [to('*', '*', { Condition: { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'Dept' } } })], encryptionContext: { Dept: 'IT' } },
      'Allowed',
    ],
    [
      'K7: a pair that is not there',
      { on: [to('*', '*', { Condition: { Null: { 'kms:EncryptionContext:Dept': 'true' } } })], encryptionContext: {} },
      'Allowed',
    ],
  ])('%s', (_, asking, expected) => {
    expect(decision({ ...decrypt, ...asking })).toBe(expected);
  });
});

describe('K5: grants', () => {
  test.each<[string, Asking, string]>([
    ['alone are enough', { grants: [grant()] }, 'Allowed'],
    ['case of the operation does not matter', { action: 'kms:decrypt', grants: [grant()] }, 'Allowed'],
    ['not for other operations', { action: 'kms:Encrypt', grants: [grant()] }, 'ImplicitlyDenied'],
    ['not for others', { principal: USER, grants: [grant()] }, 'ImplicitlyDenied'],
    ['the session', { boundary: [], grants: [grant({ granteePrincipal: SESSION })] }, 'Allowed'],
    ['the account', { grants: [grant({ granteePrincipal: A })] }, 'Allowed'],
    ['a service', { principal: 'sagemaker.amazonaws.com', grants: [grant({ granteePrincipal: 'sagemaker.amazonaws.com' })] }, 'Allowed'],
    ['a role within its boundary', { boundary: [allow()], grants: [grant()] }, 'Allowed'],
    ['a role beyond its boundary', { boundary: [], grants: [grant()] }, 'ImplicitlyDenied'],
    ['a role beyond its session policy', { session: [allow('s3:*')], grants: [grant()] }, 'ImplicitlyDenied'],
    ['a denial wins', { grants: [grant()], on: [{ ...deny(), Principal: '*' }] }, 'ExplicitlyDenied'],
    ['an SCP stops them', { grants: [grant()], scps: [[allow('s3:*')]] }, 'ImplicitlyDenied'],
    ['across accounts', { resource: KEY.replace(A, B), grants: [grant()] }, 'Allowed'],
    ['equal context', { grants: [grant({ encryptionContextEquals: { a: '1' } })], encryptionContext: { a: '1' } }, 'Allowed'],
    ['equal context, more than that', { grants: [grant({ encryptionContextEquals: { a: '1' } })], encryptionContext: { a: '1', b: '2' } }, 'ImplicitlyDenied'],
    ['equal context, keys have case', { grants: [grant({ encryptionContextEquals: { a: '1' } })], encryptionContext: { A: '1' } }, 'ImplicitlyDenied'],
    ['context that contains', { grants: [grant({ encryptionContextSubset: { a: '1' } })], encryptionContext: { a: '1', b: '2' } }, 'Allowed'],
    ['context that lacks', { grants: [grant({ encryptionContextSubset: { a: '1' } })] }, 'ImplicitlyDenied'],
    ['an empty equal context', { grants: [grant({ encryptionContextEquals: {} })], encryptionContext: { a: '1' } }, 'ImplicitlyDenied'],
    [
      'no constraint on DescribeKey',
      { action: 'kms:DescribeKey', grants: [grant({ operations: ['DescribeKey'], encryptionContextEquals: { a: '1' } })] },
      'Allowed',
    ],
    ['source', { grants: [grant({ sourceArn: 'arn:aws:x' })], context: { 'aws:SourceArn': 'arn:aws:x' } }, 'Allowed'],
    ['another source', { grants: [grant({ sourceArn: 'arn:aws:x' })], context: { 'aws:SourceArn': 'arn:aws:y' } }, 'ImplicitlyDenied'],
    ['no source', { grants: [grant({ sourceArn: 'arn:aws:x' })] }, 'ImplicitlyDenied'],
    ['only for KMS', { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', grants: [grant({ operations: ['GetObject'] })] }, 'ImplicitlyDenied'],
  ])('%s', (_, asking, expected) => {
    expect(decision({ ...decrypt, ...asking })).toBe(expected);
  });

  test('that could not be read can only allow', () => {
    const unread = unknown('access-denied', 'kms:ListGrants was refused');
    expect(answer({ ...decrypt, grants: unread })).toMatchObject({ decision: 'Unknown', possible: ['Allowed', 'ImplicitlyDenied'], unread: [unread] });
    expect(decision({ ...decrypt, grants: unread, on: [to({ AWS: ROLE })] })).toBe('Allowed');
    expect(decision({ ...decrypt, grants: unread, identity: [deny()] })).toBe('ExplicitlyDenied');
  });

  test('whose constraint hangs on what only AWS knows', () => {
    const asking: Asking = { ...decrypt, unlisted: 'unknown' };
    expect(answer({ ...asking, grants: [grant({ encryptionContextSubset: { a: '1' } })] })).toMatchObject({
      decision: 'Unknown',
      missing: ['kms:EncryptionContextKeys'],
    });
    expect(answer({ ...asking, grants: [grant({ sourceArn: 'arn:aws:x' })] })).toMatchObject({ decision: 'Unknown', missing: ['aws:SourceArn'] });
  });
});
