import { jest } from '@jest/globals';
import { setEndpointPolicy } from '../support/break-network.ts';
import { contentArns, readyJumpStartHosting } from '../support/jumpstart-account.ts';
import { document } from '../support/seed.ts';
import { failsFor, follow, planning, withDeployer, withExecution } from './jumpstart-mutations.ts';
import { describeMatrixOf } from './matrix.ts';

jest.setTimeout(120_000);

const ANYTHING = (...actions: readonly string[]) => ({ Effect: 'Allow', Action: actions, Resource: '*' }) as const;

/** What is known of a model through its specification only. */
const OF_SPECIFICATION = [
  'image/image-exists',
  'image/image-is-no-manifest-list',
  'image/image-is-not-archived',
  'image/image-media-type-is-accepted',
  'image/registry-account-is-this-regions',
  'jumpstart/content-is-of-this-region',
  'jumpstart/instance-type-is-supported',
  'jumpstart/isolation-suits-model',
  'jumpstart/model-offers-use',
  'jumpstart/role-may-list-content',
  'jumpstart/role-may-read-model',
  'jumpstart/role-may-read-optimised-models',
  'jumpstart/version-is-not-deprecated',
];

/** What changes for a model whose files are neither packed nor packed anew. */
const UNCOMPRESSED = {
  ...follow(
    'artifact/bucket-exists',
    'identity/role-may-list-buckets',
    'identity/role-may-write-output',
    'jumpstart/role-may-encrypt-repackaged-model',
    'jumpstart/role-may-list-content',
    'jumpstart/role-may-read-repackaged-model',
    'network/bucket-policy-admits-the-vpc',
  ),
  'jumpstart/calls-need-no-eula': 'pass',
  'jumpstart/prefix-ends-in-slash': 'pass',
  'jumpstart/role-may-list-model-prefix': 'pass',
} as const;

// A JumpStart model, hosted: what its specification says, and who may read it.
describeMatrixOf(readyJumpStartHosting, {
  failing: {
    'an id that is misspelt': {
      mutate: planning({ modelId: 'huggingface-llm-mistal-7b' }),
      changes: { 'jumpstart/model-is-in-manifest': 'fail', ...follow('jumpstart/version-exists', ...OF_SPECIFICATION) },
    },
    'a version that is not there': {
      mutate: planning({ modelVersion: '3.0.0' }),
      changes: { 'jumpstart/version-exists': 'fail', ...follow(...OF_SPECIFICATION) },
    },
    'a version that is deprecated': failsFor(planning({ modelVersion: '2.9.0' }), 'jumpstart/version-is-not-deprecated'),
    'an instance type that the model does not list': failsFor(planning({ instanceType: 'ml.m5.large' }), 'jumpstart/instance-type-is-supported'),
    'more instances than the quota allows': failsFor(planning({ initialInstanceCount: 5 }), 'instances/instances-fit-quota'),
    'isolation of a model that is open': failsFor(planning({ modelId: 'open-network-model', enableNetworkIsolation: true }), 'jumpstart/isolation-suits-model'),
    'a gated model whose licence is not accepted': {
      mutate: planning({ modelId: 'meta-textgeneration-llama-3-8b' }),
      changes: { 'jumpstart/eula-is-accepted': 'fail', ...UNCOMPRESSED },
    },
    'a gated model of old': failsFor(planning({ modelId: 'meta-textgeneration-llama-2-7b' }), 'jumpstart/calls-need-no-eula'),
    'the bucket of another Region': {
      mutate: planning({ modelDataUrl: 's3://jumpstart-cache-prod-us-west-2/model.tar.gz' }),
      changes: { 'jumpstart/content-is-of-this-region': 'fail', ...follow('jumpstart/role-may-list-content', 'jumpstart/role-may-read-model') },
    },
    'the role may not read AWS’s models': failsFor(
      withExecution({ readContent: undefined }),
      'jumpstart/role-may-read-model',
      'jumpstart/role-may-read-optimised-models',
    ),
    'the role may read another Region’s models': failsFor(
      withExecution({ readContent: { Effect: 'Allow', Action: 's3:GetObject', Resource: contentArns('eu-west-1').map((arn) => `${arn}/*`) } }),
      'jumpstart/role-may-read-model',
      'jumpstart/role-may-read-optimised-models',
    ),
    'the role may read the JumpStart buckets only': failsFor(
      withExecution({ readContent: { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::jumpstart-*' } }),
      'jumpstart/role-may-read-optimised-models',
    ),
    'the role may read what is tagged, as AmazonSageMakerFullAccess says': {
      mutate: withExecution({
        readContent: { ...ANYTHING('s3:GetObject'), Condition: { StringEqualsIgnoreCase: { 's3:ExistingObjectTag/SageMaker': 'true' } } },
      }),
      changes: { 'jumpstart/role-may-read-model': 'cannot-tell', 'jumpstart/role-may-read-optimised-models': 'cannot-tell' },
    },
    'the role may not list AWS’s buckets': failsFor(withExecution({ listContent: undefined }), 'jumpstart/role-may-list-content'),
    'the role may not list AWS’s bucket of a model that lies uncompressed': {
      mutate: withExecution({ listContent: undefined }, { modelId: 'meta-textgeneration-llama-3-8b', acceptEula: true }),
      changes: { ...UNCOMPRESSED, 'jumpstart/eula-is-accepted': 'pass', 'jumpstart/role-may-list-model-prefix': 'fail' },
    },
    'the role may not list its own bucket': failsFor(withExecution({ listOwn: undefined }), 'identity/role-may-list-buckets'),
    'the role may not read its own bucket': failsFor(withExecution({ readOwn: undefined }), 'jumpstart/role-may-read-repackaged-model'),
    'the role may not write to its own bucket': failsFor(withExecution({ writeOwn: undefined }), 'identity/role-may-write-output'),
    'the role may use the key through SageMaker only': failsFor(
      withExecution(({ keyArn }) => ({
        useKey: {
          ...ANYTHING('kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'),
          Resource: keyArn,
          Condition: { StringEquals: { 'kms:ViaService': 'sagemaker.us-east-1.amazonaws.com' } },
        },
      })),
      'jumpstart/role-may-encrypt-repackaged-model',
    ),
    'the role may make no interfaces': failsFor(
      withExecution({ network: undefined }),
      'identity/role-may-use-network',
      'identity/role-may-describe-vpc-endpoints',
    ),
    'the endpoint’s policy lets the own bucket through only': failsFor(
      async (account) => {
        const own = `arn:aws:s3:::${account.bucket}`;
        const statement = { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: [own, `${own}/*`] } as const;
        await setEndpointPolicy(account, account.vpc.s3EndpointId, document(statement));
        return {};
      },
      'network/endpoint-policy-allows-plan',
      'network/endpoint-policy-allows-listing',
    ),
    'a key on local storage': failsFor(planning({ instanceType: 'ml.g5.2xlarge' }), 'encryption/key-encrypts-instance-storage'),
    'the deployer may not read the manifest': failsFor(withDeployer({ readManifest: undefined }), 'jumpstart/deployer-may-read-manifest'),
    'the deployer may set no tags': failsFor(
      withDeployer({ deploy: ANYTHING('sagemaker:CreateModel', 'sagemaker:CreateEndpointConfig', 'sagemaker:CreateEndpoint') }),
      'jumpstart/deployer-may-tag-as-sdk-does',
    ),
    'the deployer may create small endpoints only': failsFor(
      withDeployer({
        deploy: ANYTHING('sagemaker:CreateModel', 'sagemaker:CreateEndpoint', 'sagemaker:AddTags'),
        small: {
          ...ANYTHING('sagemaker:CreateEndpointConfig'),
          Condition: { 'ForAllValues:StringLike': { 'sagemaker:InstanceTypes': ['ml.t2.*'] } },
        },
      }),
      'identity/deployer-may-create-endpoint-config',
    ),
    'the deployer must leave out the key': failsFor(
      withDeployer({
        withoutKey: { ...ANYTHING('sagemaker:CreateEndpointConfig'), Effect: 'Deny', Condition: { Null: { 'sagemaker:VolumeKmsKey': 'false' } } },
      }),
      'identity/deployer-may-create-endpoint-config',
    ),
    'tags without number': {
      mutate: planning({ tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag${index}`, 'yes'])) }),
      changes: { 'jumpstart/tags-are-within-limit': 'fail', 'identity/deployer-may-add-tags': 'pass', ...follow('jumpstart/deployer-may-tag-as-sdk-does') },
    },
  },
  harmless: {
    'the version by its number': planning({ modelVersion: '2.10.0' }),
    'the version by its series': planning({ modelVersion: '2.*' }),
    'the public hub by its name': planning({ hub: 'SageMakerPublicHub' }),
    'the licence of an open model accepted': planning({ acceptEula: true }),
    'a gated model whose licence is accepted': planning({ modelId: 'meta-textgeneration-llama-3-8b', acceptEula: true }),
    'a model that is packed already': planning({ modelId: 'packed-already' }),
    'a model that is packed already, and a role that does not write': withExecution({ writeOwn: undefined, readOwn: undefined }, { modelId: 'packed-already' }),
    'a model that cannot be trained': planning({ modelId: 'pytorch-ic-untrainable' }),
    'isolation as the specification says': planning({ enableNetworkIsolation: true }),
    'the endpoint’s policy lets the buckets of the plan through only': async (account) => {
      const own = `arn:aws:s3:::${account.bucket}`;
      const buckets = [own, ...contentArns(account.region)].flatMap((arn) => [arn, `${arn}/*`]);
      const statement = { Effect: 'Allow', Principal: '*', Action: ['s3:GetObject', 's3:PutObject', 's3:ListBucket'], Resource: buckets } as const;
      await setEndpointPolicy(account, account.vpc.s3EndpointId, document(statement));
      return {};
    },
    'the role may read everything': withExecution({ readContent: ANYTHING('s3:Get*') }),
    'the deployer must name a key': withDeployer({
      withKey: { ...ANYTHING('sagemaker:CreateEndpointConfig'), Effect: 'Deny', Condition: { Null: { 'sagemaker:VolumeKmsKey': 'true' } } },
    }),
    'the deployer may read all of S3': withDeployer({ readManifest: ANYTHING('s3:*') }),
  },
});
