import { DeleteRoleCommand, DeleteRolePolicyCommand } from '@aws-sdk/client-iam';
import { DisableKeyCommand } from '@aws-sdk/client-kms';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { AcceleratorAccount } from '../support/accelerator-account.ts';
import { readyAcceleratorAccount } from '../support/accelerator-account.ts';
import { deployerStatements } from '../support/account.ts';
import { withoutPurposes } from '../support/break-accelerator.ts';
import { createImage, createInstanceEndpoint, createKey, document, trustingService } from '../support/seed.ts';
import type { Matrix } from './matrix.ts';
import { describeMatrixOf, none } from './matrix.ts';
import { putInline, setBucketPolicy, setTrust } from './mutations.ts';

const setDeployer = async ({ admin, deployer, executionRole }: AcceleratorAccount, keep: (action: string) => boolean): Promise<undefined> => {
  const statements = deployerStatements(executionRole.arn, '*').map((one) => ({ ...one, Action: [one.Action].flat().filter(keep) }));
  await putInline({ admin }, deployer.name, 'Deploy', document(...statements.filter(({ Action }) => Action.length > 0)));
};

const withoutRight = (action: string) => (account: AcceleratorAccount) => setDeployer(account, (one) => one !== action);

const readOnlyThrough = ({ bucket }: AcceleratorAccount, endpointId: string): string =>
  document({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${bucket}/*`,
    Condition: { StringNotEquals: { 'aws:SourceVpce': endpointId } },
  });

const NO_ROLE = none(
  'accelerator/role-has-documented-policy',
  'accelerator/role-may-connect',
  'identity/deployer-may-pass-role',
  'identity/role-may-list-buckets',
  'identity/role-may-read-artifact',
  'identity/role-may-use-network',
  'identity/role-may-write-logs',
  'identity/role-trusts-sagemaker',
  'network/bucket-policy-admits-the-vpc',
  'network/endpoint-policy-allows-listing',
  'network/endpoint-policy-allows-plan',
);
const NO_DEPLOYER = none(
  'identity/deployer-may-create-endpoint',
  'identity/deployer-may-create-endpoint-config',
  'identity/deployer-may-create-model',
  'identity/deployer-may-pass-role',
);
const NO_IMAGE = none('image/image-is-no-manifest-list', 'image/image-is-not-archived', 'image/image-media-type-is-accepted');
const OWN_IMAGE = {
  ...none('accelerator/image-is-built-for-accelerators', 'image/registry-account-is-this-regions'),
  'image/image-is-in-this-region': 'pass',
} as const;
const NO_ARTIFACT = none(
  'accelerator/artifact-fits-accelerator',
  'artifact/artifact-is-gzip-tar',
  'artifact/artifact-is-not-archived',
  'identity/role-may-read-artifact',
);
const POLICY = { 'accelerator/role-has-documented-policy': 'fail' } as const;

/** What is judged as soon as there is a key. */
const KEY = {
  'encryption/deployer-may-create-grant': 'pass',
  'encryption/key-allows-role-every-use': 'pass',
  'encryption/key-exists': 'pass',
  'encryption/key-is-customer-managed': 'pass',
  'encryption/key-is-symmetric': 'pass',
  'encryption/key-trusts-role': 'pass',
} as const;

const failing: Matrix<AcceleratorAccount>['failing'] = {
  'the execution role is gone': {
    mutate: async ({ admin, executionRole }) => {
      await admin.iam.send(new DeleteRolePolicyCommand({ RoleName: executionRole.name, PolicyName: 'Execution' }));
      await admin.iam.send(new DeleteRoleCommand({ RoleName: executionRole.name }));
    },
    changes: { 'identity/role-exists': 'fail', ...NO_ROLE },
  },
  'the role trusts another service': {
    mutate: async (account) => void (await setTrust(account, document(trustingService('ec2.amazonaws.com')))),
    changes: { 'identity/role-trusts-sagemaker': 'fail' },
  },
  'the role may not read the artifact': { mutate: (account) => withoutPurposes(account, ['read']), changes: { 'identity/role-may-read-artifact': 'fail' } },
  'the role may not list buckets': {
    mutate: (account) => withoutPurposes(account, ['storage']),
    changes: { 'identity/role-may-list-buckets': 'fail', ...POLICY },
  },
  'the role may not write logs': { mutate: (account) => withoutPurposes(account, ['logs']), changes: { 'identity/role-may-write-logs': 'fail', ...POLICY } },
  'the role may not use the network': {
    mutate: (account) => withoutPurposes(account, ['network']),
    changes: { 'identity/role-may-use-network': 'fail', ...POLICY },
  },
  'the deployer is not in IAM': {
    mutate: async ({ account }) => ({ deployer: `arn:aws:iam::${account}:role/Nobody` }),
    changes: { 'identity/deployer-exists': 'fail', ...NO_DEPLOYER },
  },
  'the deployer may not pass the role': { mutate: withoutRight('iam:PassRole'), changes: { 'identity/deployer-may-pass-role': 'fail' } },
  'the deployer may not create models': { mutate: withoutRight('sagemaker:CreateModel'), changes: { 'identity/deployer-may-create-model': 'fail' } },
  'the deployer may not create endpoints': { mutate: withoutRight('sagemaker:CreateEndpoint'), changes: { 'identity/deployer-may-create-endpoint': 'fail' } },
  'the deployer may not add the tags of the plan': {
    mutate: async (account) => {
      await withoutRight('sagemaker:AddTags')(account);
      return { tags: { team: 'vision' } };
    },
    changes: { 'identity/deployer-may-add-tags': 'fail' },
  },
  'the image of another Region’s registry': {
    mutate: async () => ({ image: '763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference-eia:1.5.1-cpu-py3' }),
    changes: { 'image/registry-account-is-this-regions': 'fail', 'image/image-exists': 'not-applicable', ...NO_IMAGE },
  },
  'a tag that is not there': {
    mutate: async () => ({ image: '763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference-eia:9.9.9-cpu-py3' }),
    changes: { 'image/image-exists': 'fail', ...NO_IMAGE },
  },
  'a repository that is not there': {
    mutate: async ({ account }) => ({ image: `${account}.dkr.ecr.us-east-1.amazonaws.com/captions:1` }),
    changes: { 'image/repository-exists': 'fail', 'image/image-exists': 'not-applicable', ...NO_IMAGE, ...OWN_IMAGE, 'identity/role-may-pull-image': 'pass' },
  },
  'an image that the role may not pull': {
    mutate: async (account) => {
      await withoutPurposes(account, ['pull']);
      return { image: await createImage(account, 'captions', '1.5.1') };
    },
    changes: { 'identity/role-may-pull-image': 'fail', ...POLICY, ...OWN_IMAGE, 'image/image-tag-is-fixed': 'pass', 'image/repository-exists': 'pass' },
  },
  'the artifact is gone': {
    mutate: async ({ admin, bucket, artifactKey }) => void (await admin.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: artifactKey }))),
    changes: { 'artifact/artifact-exists': 'fail', ...NO_ARTIFACT },
  },
  'the artifact is no archive': {
    mutate: async ({ admin, bucket, artifactKey }) => void (await admin.s3.send(new PutObjectCommand({ Bucket: bucket, Key: artifactKey, Body: 'model' }))),
    changes: { 'artifact/artifact-is-gzip-tar': 'fail' },
  },
  'the bucket belongs to another account': {
    mutate: async ({ bucket, region }, { proxy }) => void proxy.ownBucket(bucket, { account: '999999999999', region }),
    changes: {
      'artifact/bucket-belongs-to-this-account': 'fail',
      'identity/role-may-list-buckets': 'fail',
      'identity/role-may-read-artifact': 'fail',
      'network/bucket-policy-admits-the-vpc': 'not-applicable',
    },
  },
  'the bucket admits another VPC endpoint only': {
    mutate: async (account) => void (await setBucketPolicy(account, readOnlyThrough(account, 'vpce-0123'))),
    changes: { 'network/bucket-policy-admits-the-vpc': 'fail', 'identity/role-may-read-artifact': 'fail', 'artifact/artifact-is-gzip-tar': 'cannot-tell' },
  },
  'no instance of that type is granted': {
    mutate: async ({ account, region }, { proxy }) =>
      void proxy.setQuota({ account, region, serviceCode: 'sagemaker', quotaCode: 'L-TESTM5XL', name: 'ml.m5.xlarge for endpoint usage', value: 0 }),
    changes: { 'instances/instances-fit-quota': 'fail' },
  },
  'others use up the instances': {
    mutate: async (account) =>
      void (await createInstanceEndpoint(account, {
        name: 'busy',
        executionRoleArn: account.executionRole.arn,
        image: account.target.image ?? '',
        instanceType: 'ml.m5.xlarge',
        count: 2,
      })),
    changes: { 'instances/instances-fit-quota': 'fail' },
  },
  'the key is disabled': {
    mutate: async (account) => {
      const kmsKeyId = await createKey(account, 'volume');
      await withoutPurposes(account, [], { Effect: 'Allow', Action: 'kms:*', Resource: kmsKeyId });
      await account.admin.kms.send(new DisableKeyCommand({ KeyId: kmsKeyId.slice(kmsKeyId.indexOf('/') + 1) }));
      return { kmsKeyId };
    },
    changes: { ...KEY, 'encryption/key-encrypts-instance-storage': 'pass', 'encryption/key-is-enabled': 'fail' },
  },
  'a key for a type with local storage': {
    mutate: async (account, { proxy }) => {
      const { account: id, region } = account;
      proxy.setQuota({ account: id, region, serviceCode: 'sagemaker', quotaCode: 'L-TESTG4', name: 'ml.g4dn.xlarge for endpoint usage', value: 2 });
      const kmsKeyId = await createKey(account, 'volume');
      await withoutPurposes(account, [], { Effect: 'Allow', Action: 'kms:*', Resource: kmsKeyId });
      return { kmsKeyId, instanceType: 'ml.g4dn.xlarge' };
    },
    changes: { ...KEY, 'encryption/key-is-enabled': 'pass', 'encryption/key-encrypts-instance-storage': 'fail' },
  },
};

const harmless: Matrix<AcceleratorAccount>['harmless'] = {
  'tags that the deployer may set': async () => ({ tags: { team: 'vision' } }),
  'two instances': async () => ({ initialInstanceCount: 2 }),
};

describeMatrixOf(readyAcceleratorAccount, { failing, harmless });
