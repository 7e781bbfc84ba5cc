import { describe, expect, test } from '@jest/globals';
import { roleMayReadArtifact } from '../../../rules/identity/role-may-read-artifact.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import { bucket, delegating, identity, key, object, policy, role } from '../../support/facts.ts';
import { judged, testRule } from '../../support/rule.ts';
import { ACCOUNT, KEY, ROLE, serverless, without } from '../../support/targets.ts';

const target = { ...serverless(), modelDataUrl: 's3://churn-models/churn/model.tar.gz' };
const ARTIFACT = 'arn:aws:s3:::churn-models/churn/model.tar.gz';
const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::churn-models/*' };
const decrypt = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: KEY };
const encryptedObject = object({ encryption: 'aws:kms', kmsKeyId: KEY });
const bounded = (...statements: readonly object[]) => ({
  arn: `arn:aws:iam::${ACCOUNT}:policy/limit`,
  document: present(policy('boundary', ...(statements as never[]))),
});

const plain = {
  time: present('2026-11-21T12:00:00Z'),
  role: present(role()),
  user: undefined,
  rolePolicies: present(identity(ROLE, read)),
  userPolicies: undefined,
  buckets: [present(bucket())],
  bucketPolicies: [absent],
  repositoryPolicies: [],
  encrypted: [present(object())],
  keys: [absent],
  keyPolicies: [absent],
  grants: [absent],
} as const;
const sseKms = {
  ...plain,
  rolePolicies: present(identity(ROLE, read, decrypt)),
  encrypted: [present(encryptedObject)],
  keys: [present(key())],
  keyPolicies: [present(delegating())],
} as const;
const deny = (condition?: object) =>
  policy('bucket', {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::churn-models/*',
    ...(condition && { Condition: condition }),
  });
const withBucketPolicy = (source: ReturnType<typeof policy>) => ({ ...plain, bucketPolicies: [present(source)] });

testRule(roleMayReadArtifact, {
  target,
  pass: {
    'an encrypted object, delegated to IAM': sseKms,
    'an object of S3’s own encryption': plain,
    'granted by the bucket policy alone': {
      ...withBucketPolicy(policy('bucket', { Effect: 'Allow', Principal: { AWS: ROLE }, Action: 's3:GetObject', Resource: ARTIFACT })),
      rolePolicies: present(identity(ROLE)),
    },
    'a deny for insecure transport': withBucketPolicy(deny({ Bool: { 'aws:SecureTransport': 'false' } })),
    'a boundary that allows it': { ...plain, rolePolicies: present({ ...identity(ROLE, read), boundary: present(bounded(read)) }) },
    'a key that names the role': {
      ...sseKms,
      rolePolicies: present(identity(ROLE, read)),
      keyPolicies: [present(policy('key', { Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'kms:Decrypt', Resource: '*' }))],
    },
    'a key that asks for S3 in between': {
      ...sseKms,
      rolePolicies: present(identity(ROLE, read, { ...decrypt, Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } } })),
    },
    'a grant on the key': {
      ...sseKms,
      rolePolicies: present(identity(ROLE, read)),
      grants: [present([{ grantId: 'g', granteePrincipal: ROLE, operations: ['Decrypt'] }])],
    },
    'the managed key of S3': {
      ...sseKms,
      rolePolicies: present(identity(ROLE, read)),
      keys: [present(key({ manager: 'AWS' }))],
      keyPolicies: [
        present(
          policy('key', {
            Effect: 'Allow',
            Principal: { AWS: '*' },
            Action: ['kms:Decrypt'],
            Resource: '*',
            Condition: { StringEquals: { 'kms:CallerAccount': ACCOUNT, 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
          }),
        ),
      ],
    },
  },
  fail: {
    'no policy': { ...plain, rolePolicies: present(identity(ROLE)) },
    'another bucket': { ...plain, rolePolicies: present(identity(ROLE, { ...read, Resource: 'arn:aws:s3:::other/*' })) },
    'the bucket only, not its objects': { ...plain, rolePolicies: present(identity(ROLE, { ...read, Resource: 'arn:aws:s3:::churn-models' })) },
    'a boundary without it': {
      ...plain,
      rolePolicies: present({ ...identity(ROLE, read), boundary: present(bounded({ Effect: 'Allow', Action: 'logs:*', Resource: '*' })) }),
    },
    'a boundary that is gone': {
      ...plain,
      rolePolicies: present({ ...identity(ROLE, read), boundary: present({ arn: 'arn:aws:iam::1:policy/x', document: absent }) }),
    },
    'a deny in the bucket policy': withBucketPolicy(deny()),
    'a bucket that admits only a VPC endpoint': withBucketPolicy(deny({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } })),
    'another owner’s bucket without policy': { ...plain, buckets: [present(bucket({ owner: 'other' }))] },
    'no kms:Decrypt': { ...sseKms, rolePolicies: present(identity(ROLE, read)) },
    'a key without delegation': {
      ...sseKms,
      keyPolicies: [present(policy('key', { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/Admin` }, Action: 'kms:*', Resource: '*' }))],
    },
    'the object’s key is gone': { ...sseKms, keys: [absent], keyPolicies: [absent] },
    'a denial that is read, beside a policy that is not': {
      ...plain,
      rolePolicies: present({
        ...identity(ROLE, { Effect: 'Deny', Action: 's3:*', Resource: '*' }),
        unread: [unknown('access-denied', 'x', { actions: ['iam:ListAttachedRolePolicies'] })],
      }),
    },
  },
  cannotTell: {
    'one policy unread': {
      ...plain,
      rolePolicies: present({ ...identity(ROLE), unread: [unknown('access-denied', 'x', { actions: ['iam:ListAttachedRolePolicies'] })] }),
    },
    'grants unread, and only they could allow': {
      ...sseKms,
      rolePolicies: present(identity(ROLE, read)),
      grants: [unknown('access-denied', 'x', { actions: ['kms:ListGrants'] })],
    },
    'a condition on the source address': withBucketPolicy(deny({ NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })),
  },
  notApplicable: { 'no artifact': { target: without('modelDataUrl') } },
});

describe('what it says', () => {
  const verdictOn = (row: Parameters<typeof judged<typeof target, never, never>>[2]) => judged(roleMayReadArtifact as never, target, row);

  test('grants the very object to the role', () => {
    expect(verdictOn({ ...plain, rolePolicies: present(identity(ROLE)) } as never)).toMatchObject({
      evidence: [{ subject: ROLE, observed: expect.stringContaining('s3:GetObject') }],
      fixes: [{ kind: 'grant', principalArn: ROLE, statement: { Effect: 'Allow', Action: expect.anything(), Resource: expect.anything() } }],
    });
  });
  test('points at the denying statement of the bucket policy', () => {
    expect(verdictOn(withBucketPolicy(deny()) as never)).toMatchObject({
      fixes: [
        {
          kind: 'amend-denial',
          holder: expect.stringMatching(/^arn:aws:s3:::[^/]+$/),
          statement: { policyKind: 'bucket', index: 0, line: expect.any(Number) },
        },
      ],
    });
  });
  test('mends the key policy, not the role, when the key delegates nothing', () => {
    const row = {
      ...sseKms,
      keyPolicies: [present(policy('key', { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/Admin` }, Action: 'kms:*', Resource: '*' }))],
    };
    expect(verdictOn(row as never)).toMatchObject({ fixes: [{ kind: 'allow-in-key-policy', keyArn: KEY }] });
  });
});
