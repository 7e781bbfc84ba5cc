import { absent, present } from '../../src/model/fact.ts';
import type { IdentityPolicies, Role, User } from '../../src/model/facts/iam.ts';
import type { Key } from '../../src/model/facts/kms.ts';
import type { Quota } from '../../src/model/facts/quota.ts';
import type { Bucket, S3Object } from '../../src/model/facts/s3.ts';
import type { PolicyKind, PolicySource } from '../../src/model/policy.ts';
import { ACCOUNT, DEPLOYER, KEY, REGION, ROLE } from './targets.ts';

type Statement = Readonly<Record<string, unknown>>;

/** A policy document of the given statements. */
export const policy = (kind: PolicyKind, ...statements: readonly Statement[]): PolicySource => ({
  kind,
  name: `${kind}-policy`,
  text: JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2),
});

export const trusting = (service = 'sagemaker.amazonaws.com', condition?: Statement): PolicySource =>
  policy('trust', { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole', ...(condition && { Condition: condition }) });

export const role = (changes: Partial<Role> = {}): Role => ({
  arn: ROLE,
  name: 'Execution',
  path: '/service-role/',
  roleId: 'AROAEXAMPLE',
  account: ACCOUNT,
  tags: {},
  trust: trusting(),
  ...changes,
});

export const deployerRole = (changes: Partial<Role> = {}): Role => role({ arn: DEPLOYER, name: 'Deployer', path: '/', roleId: 'AROADEPLOYER', ...changes });

export const user = (changes: Partial<User> = {}): User => ({
  arn: `arn:aws:iam::${ACCOUNT}:user/alice`,
  name: 'alice',
  path: '/',
  userId: 'AIDAEXAMPLE',
  account: ACCOUNT,
  tags: {},
  ...changes,
});

/** Identity policies that hold one inline document of the given statements. */
export const identity = (principalArn: string, ...statements: readonly Statement[]): IdentityPolicies => ({
  principalArn,
  policies: [{ kind: 'inline', name: 'inline', document: present(policy('inline', ...statements)) }],
  unread: [],
  boundary: absent,
});

export const bucket = (changes: Partial<Bucket> = {}): Bucket => ({ name: 'churn-models', region: REGION, owner: 'this-account', ...changes });
export const object = (changes: Partial<S3Object> = {}): S3Object => ({ size: 1_000_000, storageClass: 'STANDARD', encryption: 'AES256', ...changes });
export const key = (changes: Partial<Key> = {}): Key => ({
  arn: KEY,
  keyId: KEY.slice(KEY.indexOf('/') + 1),
  account: ACCOUNT,
  region: REGION,
  state: 'Enabled',
  manager: 'CUSTOMER',
  usage: 'ENCRYPT_DECRYPT',
  spec: 'SYMMETRIC_DEFAULT',
  ...changes,
});

/** The key policy that KMS gives a new key: the account may decide by IAM. */
export const delegating = (): PolicySource =>
  policy('key', { Sid: 'Enable IAM User Permissions', Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' });

export const quota = (value: number): Quota => ({ code: 'L-96300102', name: 'Maximum total concurrency', value, adjustable: true });
