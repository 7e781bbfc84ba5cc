import { gzipSync } from 'node:zlib';
import { CreateKeyCommand, DisableKeyCommand, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { PutObjectCommand, type StorageClass } from '@aws-sdk/client-s3';
import type { ReadyAccount } from '../support/account.ts';
import { createKey, document, putArtifact } from '../support/seed.ts';
import type { Mutate, Mutation } from './matrix.ts';
import { describeMatrix } from './matrix.ts';
import { deployerPolicy, setBucketPolicy, setDeployer } from './mutations.ts';

const GB = 1024 ** 3;
const putObject = async (
  { admin, bucket, artifactKey }: ReadyAccount,
  body: Uint8Array | string,
  storageClass: StorageClass = 'STANDARD',
): Promise<undefined> => {
  await admin.s3.send(new PutObjectCommand({ Bucket: bucket, Key: artifactKey, Body: body, StorageClass: storageClass }));
};
const stored =
  (storageClass: StorageClass): Mutate =>
  (account) =>
    putObject(account, gzipSync('model'), storageClass);
const sized =
  (bytes: number): Mutate =>
  async ({ target }, { proxy }) =>
    void proxy.setSize(target.modelDataUrl ?? '', bytes);
// moto takes no ARN where it changes a key's state.
const idOf = (keyArn: string) => keyArn.split('/').at(-1);
const createSigningKey = async ({ admin }: ReadyAccount) => {
  const key = new CreateKeyCommand({ KeyUsage: 'SIGN_VERIFY', KeySpec: 'RSA_2048', MultiRegion: false });
  const { KeyMetadata } = await admin.kms.send(key);
  return KeyMetadata?.Arn ?? '';
};
const letRoleRead = ({ bucket, executionRole }: ReadyAccount) =>
  document({ Effect: 'Allow', Principal: { AWS: executionRole.arn }, Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*` });
const letBothUse = ({ executionRole, deployer }: ReadyAccount) =>
  document({ Effect: 'Allow', Principal: { AWS: [executionRole.arn, deployer.arn] }, Action: 'kms:*', Resource: '*' });
const ownedByAnother = async (account: ReadyAccount, { proxy }: Parameters<Mutate>[1]) => {
  await setBucketPolicy(account, letRoleRead(account));
  proxy.ownBucket(account.bucket, { account: '999999999999', region: account.region });
};

const FAILING: Readonly<Record<string, Mutation>> = {
  'the artifact is a zip archive': { mutate: (account) => putObject(account, 'PK\u0003\u0004'), changes: { 'artifact/artifact-is-gzip-tar': 'fail' } },
  'the artifact is empty': { mutate: (account) => putObject(account, ''), changes: { 'artifact/artifact-is-gzip-tar': 'fail' } },
  'the artifact is a bare model file': {
    mutate: async (account) => ({ modelDataUrl: await putArtifact(account, { bucket: account.bucket, key: 'churn/model.pkl' }) }),
    changes: { 'artifact/artifact-is-gzip-tar': 'fail' },
  },
  'the artifact is archived': {
    mutate: stored('GLACIER'),
    changes: { 'artifact/artifact-is-not-archived': 'fail', 'artifact/artifact-is-gzip-tar': 'not-applicable' },
  },
  'the artifact is archived deeply': {
    mutate: stored('DEEP_ARCHIVE'),
    changes: { 'artifact/artifact-is-not-archived': 'fail', 'artifact/artifact-is-gzip-tar': 'not-applicable' },
  },
  'the first bytes may not be read': {
    mutate: async ({ account }, { proxy }) => void proxy.refuse(['s3:GetObject'], { account, where: ({ operation }) => operation === 'GetObject' }),
    changes: { 'artifact/artifact-is-gzip-tar': 'cannot-tell' },
  },
  'the artifact is larger than the memory': { mutate: sized(3 * GB), changes: { 'artifact/artifact-fits-memory': 'fail' } },
  'the artifact is larger than the disk': {
    mutate: sized(5 * GB + 1),
    changes: { 'artifact/artifact-fits-memory': 'fail', 'artifact/artifact-fits-disk': 'fail' },
  },
  'the bucket belongs to another account, which lets the role read': {
    mutate: async (account, stage) => void (await ownedByAnother(account, stage)),
    changes: { 'artifact/bucket-belongs-to-this-account': 'fail' },
  },
  'the other account makes readers pay': {
    mutate: async (account, stage) => {
      await ownedByAnother(account, stage);
      stage.proxy.setPayer(account.bucket, 'Requester');
      return undefined;
    },
    changes: { 'artifact/bucket-belongs-to-this-account': 'fail', 'artifact/bucket-owner-pays': 'fail' },
  },
  'the key is disabled': {
    mutate: async ({ admin, keyArn }) => void (await admin.kms.send(new DisableKeyCommand({ KeyId: idOf(keyArn) }))),
    changes: { 'encryption/key-is-enabled': 'fail' },
  },
  'the key waits for deletion': {
    mutate: async ({ admin, keyArn }) => void (await admin.kms.send(new ScheduleKeyDeletionCommand({ KeyId: idOf(keyArn), PendingWindowInDays: 7 }))),
    changes: { 'encryption/key-is-enabled': 'fail' },
  },
  'only the artifact’s key is disabled': {
    mutate: async (account) => {
      const planned = await createKey(account, 'planned', letBothUse(account));
      await account.admin.kms.send(new DisableKeyCommand({ KeyId: idOf(account.keyArn) }));
      return { kmsKeyId: planned };
    },
    changes: { 'encryption/key-is-enabled': 'fail' },
  },
  'the key is for signing': {
    mutate: async (account) => {
      const kmsKeyId = await createSigningKey(account);
      await setDeployer(account, ...deployerPolicy(account), { Effect: 'Allow', Action: 'kms:CreateGrant', Resource: kmsKeyId });
      return { kmsKeyId };
    },
    changes: { 'encryption/key-is-symmetric': 'fail', 'encryption/key-trusts-role': 'fail', 'encryption/key-allows-role-every-use': 'not-applicable' },
  },
  'the deployer may not create grants': {
    mutate: (account) => setDeployer(account, ...deployerPolicy(account).filter((_, index) => index !== 1)),
    changes: { 'encryption/deployer-may-create-grant': 'fail' },
  },
};

const HARMLESS: Readonly<Record<string, Mutate>> = {
  'instant retrieval': stored('GLACIER_IR'),
  'seldom read': stored('STANDARD_IA'),
  'an artifact as large as the memory': sized(2 * GB),
  'readers pay, and the bucket is this account’s own': async ({ bucket }, { proxy }) => void proxy.setPayer(bucket, 'Requester'),
  'the deployer may create grants for services only': (account) =>
    setDeployer(account, ...deployerPolicy(account).filter((_, index) => index !== 1), {
      Effect: 'Allow',
      Action: 'kms:CreateGrant',
      Resource: account.keyArn,
      Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    }),
};

describeMatrix(FAILING, HARMLESS);
