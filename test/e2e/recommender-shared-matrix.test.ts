import { gzipSync } from 'node:zlib';
import { PutImageCommand, PutImageTagMutabilityCommand } from '@aws-sdk/client-ecr';
import { DeleteRoleCommand, DeleteRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateKeyCommand, DisableKeyCommand } from '@aws-sdk/client-kms';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { adminClients } from '../support/clients.ts';
import { readyLoadTestAccount } from '../support/load-test-account.ts';
import type { RecommenderAccount } from '../support/recommender-account.ts';
import { allow, packageWords, registerVersion } from '../support/recommender-account.ts';
import { createBucket, document, putArtifact } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import type { MutateIn, MutationIn } from './matrix.ts';
import { describeMatrixOf, none } from './matrix.ts';
import { setBucketPolicy } from './mutations.ts';
import { ecrOf, setDeployerTo, setExecutionTo } from './recommender-mutations.ts';

type Mutate = MutateIn<RecommenderAccount>;
type Mutation = MutationIn<RecommenderAccount>;

const OF_THE_IMAGE = ['image/image-media-type-is-accepted', 'image/image-is-no-manifest-list', 'image/image-is-not-archived', 'image/image-tag-is-fixed'];

const OF_THE_REPOSITORY = [...OF_THE_IMAGE, 'image/image-exists', 'recommender/image-is-not-vpc-restricted'];
const OF_THE_BUCKETS = [
  'artifact/artifact-exists',
  'artifact/artifact-is-gzip-tar',
  'artifact/artifact-is-in-this-region',
  'artifact/artifact-is-not-archived',
  'artifact/bucket-belongs-to-this-account',
  'artifact/bucket-owner-pays',
  'identity/role-may-list-buckets',
  'identity/role-may-read-artifact',
  'identity/role-may-write-output',
  'network/endpoint-policy-allows-listing',
  'network/endpoint-policy-allows-plan',
  'recommender/artifact-is-not-vpc-restricted',
  'recommender/payload-exists',
  'recommender/payload-is-gzip-tar',
  'recommender/payload-is-in-this-region',
  'recommender/payload-is-not-vpc-restricted',
  'recommender/role-may-read-payload',
];
const OF_THE_ROLE = [
  'identity/deployer-may-pass-role',
  'identity/role-may-describe-vpc-endpoints',
  'identity/role-may-list-buckets',
  'identity/role-may-pull-image',
  'identity/role-may-read-artifact',
  'identity/role-may-use-network',
  'identity/role-may-write-logs',
  'identity/role-may-write-output',
  'identity/role-trusts-sagemaker',
  'network/endpoint-policy-allows-listing',
  'network/endpoint-policy-allows-plan',
  'recommender/artifact-is-not-vpc-restricted',
  'recommender/image-is-not-vpc-restricted',
  'recommender/payload-is-not-vpc-restricted',
  'recommender/role-may-grant-volume-key',
  'recommender/role-may-host-candidates',
  'recommender/role-may-make-data-keys-for-results',
  'recommender/role-may-modify-network-interfaces',
  'recommender/role-may-pass-itself',
  'recommender/role-may-read-payload',
];

const removeRole = async ({ admin }: RecommenderAccount, name: string, policy: string): Promise<undefined> => {
  await admin.iam.send(new DeleteRolePolicyCommand({ RoleName: name, PolicyName: policy }));
  await admin.iam.send(new DeleteRoleCommand({ RoleName: name }));
  return undefined;
};

/** A version with another image, or another artifact. */
const versionOf =
  (changes: (account: RecommenderAccount) => { readonly image?: string; readonly modelDataUrl?: string }): Mutate =>
  async (account) => {
    const { image, bucket, artifactKey } = account;
    const own = { group: 'churn', image, modelDataUrl: `s3://${bucket}/${artifactKey}` };
    return { modelPackageName: await registerVersion(account, { ...own, ...changes(account) }, packageWords(bucket)) };
  };

const rewritten =
  (action: string, change: (body: string) => string): Mutate =>
  async ({ account }, { proxy }) =>
    void proxy.rewrite({ on: [action], account, change });

const setArtifact =
  (body: Uint8Array | string, storageClass: 'STANDARD' | 'GLACIER' = 'STANDARD'): Mutate =>
  async ({ admin, bucket, artifactKey }) =>
    void (await admin.s3.send(new PutObjectCommand({ Bucket: bucket, Key: artifactKey, Body: body, StorageClass: storageClass })));

const lettingRead = ({ bucket, executionRole }: RecommenderAccount, effect = 'Allow') =>
  document({
    Effect: effect as 'Allow',
    Principal: { AWS: executionRole.arn },
    Action: ['s3:GetObject', 's3:ListBucket', 's3:PutObject'],
    Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
  });
const ownedByAnother = async (account: RecommenderAccount, { proxy }: Stage): Promise<void> => {
  await setBucketPolicy(account, lettingRead(account));
  proxy.ownBucket(account.bucket, { account: '999999999999', region: account.region });
};

const FAILING: Readonly<Record<string, Mutation>> = {
  'the execution role is gone': {
    mutate: (account) => removeRole(account, account.executionRole.name, 'Execution'),
    changes: { 'identity/role-exists': 'fail', ...none(...OF_THE_ROLE) },
  },
  'the deployer is gone': {
    mutate: (account) => removeRole(account, account.deployer.name, 'Deploy'),
    changes: {
      'identity/deployer-exists': 'fail',
      ...none('identity/deployer-may-pass-role', 'recommender/deployer-may-create-job', 'recommender/deployer-may-use-keys'),
    },
  },
  'the image is in another Region': {
    mutate: versionOf(({ image }) => ({ image: image.replace('us-east-1', 'eu-west-1') })),
    changes: { 'image/image-is-in-this-region': 'fail', ...none(...OF_THE_REPOSITORY, 'image/repository-exists', 'identity/role-may-pull-image') },
  },
  'the image comes from another Region’s AWS registry': {
    mutate: versionOf(() => ({ image: '763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference:2.6.0-cpu-py312' })),
    changes: {
      'image/registry-account-is-this-regions': 'fail',
      ...none(...OF_THE_REPOSITORY, 'image/repository-exists', 'image/image-is-in-this-region', 'identity/role-may-pull-image'),
    },
  },
  'the repository is gone': {
    mutate: versionOf(({ image }) => ({ image: image.replace('/churn:', '/other:') })),
    changes: { 'image/repository-exists': 'fail', ...none(...OF_THE_REPOSITORY) },
  },
  'the tag is gone': {
    mutate: versionOf(({ image }) => ({ image: image.replace(':1.4', ':9') })),
    changes: { 'image/image-exists': 'fail', ...none(...OF_THE_IMAGE) },
  },
  'the image was pushed with an OCI index': {
    mutate: rewritten('ecr:DescribeImages', (body) => body.replace('vnd.docker.distribution.manifest.v2+json', 'vnd.oci.image.index.v1+json')),
    changes: { 'image/image-media-type-is-accepted': 'fail' },
  },
  'the image is a list of manifests': {
    mutate: rewritten('ecr:DescribeImages', (body) => body.replace('manifest.v2+json', 'manifest.list.v2+json')),
    changes: { 'image/image-is-no-manifest-list': 'fail' },
  },
  'the image is archived': {
    mutate: async ({ account }, { proxy }) => void proxy.archiveImages(account, 'churn'),
    changes: { 'image/image-is-not-archived': 'fail' },
  },
  'the tag can be moved': {
    mutate: async (account) => void (await ecrOf(account).send(new PutImageTagMutabilityCommand({ repositoryName: 'churn', imageTagMutability: 'MUTABLE' }))),
    changes: { 'image/image-tag-is-fixed': 'fail' },
  },
  'the bucket of the artifact is gone': {
    mutate: versionOf(() => ({ modelDataUrl: 's3://churn-gone/churn/model.tar.gz' })),
    changes: { 'artifact/bucket-exists': 'fail', ...none(...OF_THE_BUCKETS) },
  },
  'the artifact is gone': {
    mutate: async ({ admin, bucket, artifactKey }) => void (await admin.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: artifactKey }))),
    changes: {
      'artifact/artifact-exists': 'fail',
      ...none('artifact/artifact-is-gzip-tar', 'artifact/artifact-is-not-archived', 'identity/role-may-read-artifact'),
    },
  },
  'the artifact is in another Region': {
    mutate: async (account, stage) => {
      const there = { ...account, region: 'eu-west-1', admin: await adminClients({ ...account, region: 'eu-west-1' }) };
      const bucket = `churn-elsewhere-${account.account}`;
      await createBucket(there, bucket);
      await setExecutionTo(account, {}, allow('s3:GetObject', `arn:aws:s3:::${bucket}/*`), allow('s3:ListBucket', `arn:aws:s3:::${bucket}`));
      const modelDataUrl = await putArtifact(there, { bucket, key: 'model.tar.gz' });
      return versionOf(() => ({ modelDataUrl }))(account, stage);
    },
    changes: { 'artifact/artifact-is-in-this-region': 'fail' },
  },
  'the artifact is archived': {
    mutate: setArtifact(gzipSync('model'), 'GLACIER'),
    changes: { 'artifact/artifact-is-not-archived': 'fail', ...none('artifact/artifact-is-gzip-tar') },
  },
  'the artifact is a zip archive': { mutate: setArtifact('PK\u0003\u0004'), changes: { 'artifact/artifact-is-gzip-tar': 'fail' } },
  'the artifact lies uncompressed': {
    mutate: async ({ bucket }) => ({ modelDataSource: { s3Uri: `s3://${bucket}/churn/`, s3DataType: 'S3Prefix', compressionType: 'None' } }),
    changes: { 'recommender/model-data-is-packed': 'fail' },
  },
  'the bucket belongs to another account': {
    mutate: async (account, stage) => void (await ownedByAnother(account, stage)),
    changes: { 'artifact/bucket-belongs-to-this-account': 'fail' },
  },
  'another account’s bucket makes readers pay': {
    mutate: async (account, stage) => {
      await ownedByAnother(account, stage);
      stage.proxy.setPayer(account.bucket, 'Requester');
      return undefined;
    },
    changes: { 'artifact/bucket-belongs-to-this-account': 'fail', 'artifact/bucket-owner-pays': 'fail' },
  },
  'the key is disabled': {
    // moto takes no ARN where it changes a key's state.
    mutate: async ({ admin, keyArn }) => void (await admin.kms.send(new DisableKeyCommand({ KeyId: keyArn.split('/').at(-1) }))),
    changes: { 'encryption/key-is-enabled': 'fail' },
  },
  'the key of the results signs': {
    mutate: async (account) => {
      const key = new CreateKeyCommand({ KeyUsage: 'SIGN_VERIFY', KeySpec: 'RSA_2048', MultiRegion: false });
      const { KeyMetadata: { Arn = '' } = {} } = await account.admin.kms.send(key);
      await setExecutionTo(account, {}, allow('kms:*', Arn));
      await setDeployerTo(account, (statements) => [...statements, allow('kms:*', Arn)]);
      return { outputKmsKeyId: Arn };
    },
    changes: { 'encryption/key-is-symmetric': 'fail' },
  },
  'the key is one that AWS manages': {
    mutate: rewritten('kms:DescribeKey', (body) => body.replace(/"KeyManager": ?"CUSTOMER"/, '"KeyManager": "AWS"')),
    changes: { 'encryption/key-is-customer-managed': 'fail' },
  },
};

const HARMLESS: Readonly<Record<string, Mutate>> = {
  'an artifact of S3’s own encryption': setArtifact(gzipSync('model')),
  'another image in the same repository': async (account, stage) => {
    const imageManifest = JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      config: { size: 1_000_000 },
      layers: [],
    });
    await ecrOf(account).send(new PutImageCommand({ repositoryName: 'churn', imageTag: '2', imageManifest }));
    return versionOf(({ image }) => ({ image: image.replace(':1.4', ':2') }))(account, stage);
  },
  'a bucket policy for the role': async (account) => void (await setBucketPolicy(account, lettingRead(account))),
};

describeMatrixOf(readyLoadTestAccount, { failing: FAILING, harmless: HARMLESS });
