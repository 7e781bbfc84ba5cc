import { jest } from '@jest/globals';
import type { JumpStartAccount } from '../support/jumpstart-account.ts';
import { readyJumpStartTraining } from '../support/jumpstart-account.ts';
import { failsFor, follow, planning, withDeployer, withExecution } from './jumpstart-mutations.ts';
import { describeMatrixOf } from './matrix.ts';

jest.setTimeout(120_000);

type Job = NonNullable<JumpStartAccount['target']['trainingJob']>;

const ANYTHING = (...actions: readonly string[]) => ({ Effect: 'Allow', Action: actions, Resource: '*' }) as const;

/** A training job that says something else. */
const training = (change: Partial<Job> | ((account: JumpStartAccount) => Partial<Job>)) =>
  planning<JumpStartAccount>((account) => ({
    trainingJob: { ...account.target.trainingJob, ...(typeof change === 'function' ? change(account) : change) },
  }));

const onType = (instanceType: string) => training(({ target: { trainingJob } }) => ({ resourceConfig: { ...trainingJob?.resourceConfig, instanceType } }));

/** The role reads one object of the bucket, and no other. */
const oneFile = ({ bucket }: JumpStartAccount) => ({
  readOwn: { ...ANYTHING('s3:GetObject'), Resource: `arn:aws:s3:::${bucket}/train/instructions.jsonl` },
});

// A JumpStart model, trained: who may read the data and write what comes of it.
describeMatrixOf(readyJumpStartTraining, {
  failing: {
    'a model that cannot be trained': {
      mutate: planning({ modelId: 'pytorch-ic-untrainable' }),
      changes: {
        'jumpstart/model-offers-use': 'fail',
        ...follow(
          'image/image-exists',
          'image/image-is-no-manifest-list',
          'image/image-is-not-archived',
          'image/image-media-type-is-accepted',
          'image/registry-account-is-this-regions',
          'jumpstart/content-is-of-this-region',
          'jumpstart/instance-type-is-supported',
          'jumpstart/role-may-list-content',
          'jumpstart/role-may-read-model',
          'jumpstart/role-may-read-optimised-models',
          'jumpstart/version-is-not-deprecated',
        ),
      },
    },
    'an instance type that the model does not list': failsFor(onType('ml.m5.large'), 'jumpstart/instance-type-is-supported'),
    'a key on local storage': {
      mutate: onType('ml.g5.12xlarge'),
      changes: { 'encryption/key-suits-instance-type': 'fail', ...follow('encryption/key-likely-suits-instance-type') },
    },
    'isolation of a model that is open': failsFor(planning({ modelId: 'open-network-model', enableNetworkIsolation: true }), 'jumpstart/isolation-suits-model'),
    'the role may not read AWS’s models': failsFor(
      withExecution({ readContent: undefined }),
      'jumpstart/role-may-read-model',
      'jumpstart/role-may-read-optimised-models',
    ),
    'the role may read AWS’s models, and not the script that trains them': failsFor(
      withExecution(({ region }) => ({
        readContent: {
          ...ANYTHING('s3:GetObject'),
          Resource: [`arn:aws:s3:::jumpstart-cache-prod-${region}/huggingface-training/*`, 'arn:aws:s3:::sagemaker-sd-models-prod-*/*'],
        },
      })),
      'jumpstart/role-may-read-model',
    ),
    'the role may not read the training data': failsFor(withExecution({ readOwn: undefined }), 'identity/role-may-read-inputs'),
    'the role may read one file, and a folder is trained on': failsFor(async (account, stage) => {
      await withExecution(oneFile)(account, stage);
      return training({ inputs: [`s3://${account.bucket}/train`] })(account, stage);
    }, 'identity/role-may-read-inputs'),
    'a file system, of which only its groups are read': {
      mutate: training({ fileSystems: [{ fileSystemId: 'fs-0123456789abcdef0', fileSystemType: 'FSxLustre' }] }),
      changes: { 'training/file-systems-are-in-a-vpc': 'pass', 'training/file-systems-are-within-reach': 'cannot-tell' },
    },
    'the role may not write the results': failsFor(withExecution({ writeOwn: undefined }), 'identity/role-may-write-output'),
    'the role may not list its bucket': failsFor(withExecution({ listOwn: undefined }), 'identity/role-may-list-buckets'),
    'the role may not encrypt': failsFor(
      withExecution(({ keyArn }) => ({ useKey: { ...ANYTHING('kms:Decrypt', 'kms:GenerateDataKey'), Resource: keyArn } })),
      'encryption/role-may-encrypt-output',
    ),
    'neither may grant the key': failsFor(async (account, stage) => {
      await withDeployer({ useKey: undefined })(account, stage);
      return withExecution({ grantKey: undefined })(account, stage);
    }, 'encryption/volume-key-may-be-granted'),
    'the deployer may train on small instances only': failsFor(
      withDeployer({
        deploy: ANYTHING('sagemaker:AddTags'),
        small: { ...ANYTHING('sagemaker:CreateTrainingJob'), Condition: { 'ForAllValues:StringLike': { 'sagemaker:InstanceTypes': ['ml.t2.*'] } } },
      }),
      'identity/deployer-may-create-training-job',
    ),
    'the deployer may set no tags': failsFor(withDeployer({ deploy: ANYTHING('sagemaker:CreateTrainingJob') }), 'jumpstart/deployer-may-tag-as-sdk-does'),
    'more instances than the quota allows': failsFor(
      training(({ target: { trainingJob } }) => ({ resourceConfig: { ...trainingJob?.resourceConfig, instanceCount: 5 } })),
      'instances/instances-fit-quota',
      'network/members-reach-each-other',
    ),
    'a bucket that is not there': {
      mutate: training({ inputs: ['s3://no-such-bucket-of-anybody/train/'] }),
      changes: {
        'artifact/bucket-exists': 'fail',
        ...follow(
          'identity/role-may-list-buckets',
          'identity/role-may-read-inputs',
          'identity/role-may-write-output',
          'network/bucket-policy-admits-the-vpc',
          'network/endpoint-policy-allows-listing',
          'network/endpoint-policy-allows-plan',
        ),
      },
    },
  },
  harmless: {
    'the role may read the one file that is trained on': async (account, stage) => {
      await withExecution(oneFile)(account, stage);
      return training({ inputs: [`s3://${account.bucket}/train/instructions.jsonl`] })(account, stage);
    },
    'the deployer alone may grant the key': withExecution({ grantKey: undefined }),
    'the deployer hosts nothing': withDeployer({ deploy: ANYTHING('sagemaker:CreateTrainingJob', 'sagemaker:AddTags') }),
    'no keys': training(({ bucket }) => ({
      resourceConfig: { instanceType: 'ml.m5.xlarge', instanceCount: 1, volumeSizeInGB: 50 },
      outputDataConfig: { s3OutputPath: `s3://${bucket}/output` },
    })),
    'a key that the role may not use for volumes, without keys': async (account, stage) => {
      await withDeployer({ useKey: undefined })(account, stage);
      await withExecution({ grantKey: undefined, useKey: undefined })(account, stage);
      const { bucket } = account;
      return training({
        resourceConfig: { instanceType: 'ml.m5.xlarge', instanceCount: 1, volumeSizeInGB: 50 },
        outputDataConfig: { s3OutputPath: `s3://${bucket}/output` },
      })(account, stage);
    },
    'the version by its number': planning({ modelVersion: '2.10.0' }),
    'isolation as the specification says': planning({ enableNetworkIsolation: true }),
    'the role may write everything': withExecution({ writeOwn: ANYTHING('s3:PutObject') }),
  },
});
