import type { LaunchAccount } from '../support/launch-account.ts';
import { readyLaunchAccount } from '../support/launch-account.ts';
import type { Stage } from '../support/stage.ts';
import type { LaunchMutate, LaunchMutation } from './launch-mutations.ts';
import { failing, notJudged, planned, queued, resources, training } from './launch-mutations.ts';
import { describeMatrixOf } from './matrix.ts';

const DAY = 86_400;
const OUTPUT = [
  'artifact/bucket-exists',
  'identity/role-may-write-output',
  'identity/role-may-list-buckets',
  'encryption/role-may-encrypt-output',
  'encryption/role-may-make-data-keys-for-output',
] as const;

const OF_RESOURCES = [
  'encryption/key-suits-instance-type',
  'encryption/key-likely-suits-instance-type',
  'encryption/volume-key-may-be-granted',
  'instances/instances-fit-quota',
  'launch/volume-has-a-size',
  'training/instance-type-is-known',
  'training/volume-key-is-named-itself',
] as const;

const setQuota = ({ account, region }: LaunchAccount, { proxy }: Stage, name: string, value: number): void =>
  proxy.setQuota({ account, region, serviceCode: 'sagemaker', quotaCode: `L-${name.replaceAll(/\W/g, '').slice(0, 8)}`, name, value });

/** Two types in one job; so many of the second are granted. */
const grouped =
  (granted: number): LaunchMutate =>
  async (account, stage) => {
    setQuota(account, stage, 'ml.c5.xlarge for training job usage', granted);
    const instanceGroups = [
      { instanceType: 'ml.m5.xlarge', instanceCount: 1 },
      { instanceType: 'ml.c5.xlarge', instanceCount: 2 },
    ];
    return resources({ instanceType: undefined, instanceCount: undefined, instanceGroups })(account, stage);
  };

const FAILING: Readonly<Record<string, LaunchMutation>> = {
  'no output is named': { mutate: training({ outputDataConfig: undefined }), changes: { 'launch/queue-is-complete': 'fail', ...notJudged(...OUTPUT) } },
  'the output has no path': { mutate: training({ outputDataConfig: {} }), changes: { 'launch/queue-is-complete': 'fail', ...notJudged(...OUTPUT) } },
  'no resources are named': { mutate: training({ resourceConfig: undefined }), changes: { 'launch/queue-is-complete': 'fail', ...notJudged(...OF_RESOURCES) } },
  'no stopping condition is named': {
    mutate: training({ stoppingCondition: undefined }),
    changes: { 'launch/queue-is-complete': 'fail', ...notJudged('training/runtime-is-within-limits') },
  },
  'a key that CreateTrainingJob does not know': failing(queued({ unknownKeys: ['InstanceTypes'] }), 'launch/queue-keys-are-known'),
  'an algorithm without input mode': failing(queued({ hasAlgorithmSpecification: true }), 'launch/algorithm-names-input-mode'),
  'the volume has no size': failing(resources({ volumeSizeInGB: undefined }), 'launch/volume-has-a-size'),
  'the queue’s tags leave no room for the agent’s': failing(
    planned({ tags: Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`tag${index}`, 'yes'])) }),
    'launch/queue-leaves-room-for-agent-tag',
  ),
  'two tags have one key': failing(queued({ tagKeys: ['team', 'team'] }), 'launch/queue-tags-differ'),
  'containers are isolated': failing(planned({ enableNetworkIsolation: true }), 'launch/containers-reach-wandb'),
  'the output path has one slash': {
    mutate: training({ outputDataConfig: { s3OutputPath: 's3:/launch/runs' } }),
    changes: { 'artifact/bucket-exists': 'fail', ...notJudged(...OUTPUT.filter((rule) => rule !== 'artifact/bucket-exists')) },
  },
  'the job’s name has an underscore': failing(training({ trainingJobName: 'my_run' }), 'training/job-name-has-the-form'),
  'the type has no ml': {
    mutate: resources({ instanceType: 'm5.xlarge' }),
    changes: { 'training/instance-type-is-known': 'fail', 'instances/instances-fit-quota': 'cannot-tell' },
  },
  'the volume’s key is an alias': failing(resources({ volumeKmsKeyId: 'alias/launch' }), 'training/volume-key-is-named-itself'),
  'instances with storage of their own get a key': {
    mutate: async (account, stage) => {
      const { account: id, region } = account;
      const name = 'ml.r5d.large for training job usage';
      stage.proxy.setQuota({ account: id, region, serviceCode: 'sagemaker', quotaCode: 'L-TESTR5D', name, value: 1 });
      return resources({ instanceType: 'ml.r5d.large' })(account, stage);
    },
    changes: { 'encryption/key-suits-instance-type': 'fail', ...notJudged('encryption/key-likely-suits-instance-type') },
  },
  'the job runs for more than four weeks': failing(training({ stoppingCondition: { maxRuntimeInSeconds: 29 * DAY } }), 'training/runtime-is-within-limits'),
  'a spot job does not wait long enough': {
    mutate: training({ enableManagedSpotTraining: true, stoppingCondition: { maxRuntimeInSeconds: DAY, maxWaitTimeInSeconds: DAY - 1 } }),
    changes: { 'training/spot-wait-covers-runtime': 'fail' },
  },
  'a spot job does not say how long it waits': {
    mutate: training({ enableManagedSpotTraining: true }),
    changes: { 'training/spot-wait-covers-runtime': 'fail' },
  },
  'a warm pool, of which the account has none': failing(async (account, stage) => {
    setQuota(account, stage, 'ml.m5.xlarge for training warm pool usage', 0);
    return resources({ keepAlivePeriodInSeconds: 1800 })(account, stage);
  }, 'training/warm-pool-fits-quota'),
  'a warm pool, whose quota is not listed': {
    mutate: resources({ keepAlivePeriodInSeconds: 1800 }),
    changes: { 'training/warm-pool-fits-quota': 'cannot-tell' },
  },
  'groups of instances, one of them beyond its quota': failing(grouped(1), 'instances/instances-fit-quota'),
  'a hundred and one variables': failing(training({ environmentVariables: 101 }), 'training/environment-is-within-limits'),
  'five instances where four are granted': {
    mutate: resources({ instanceCount: 5 }),
    changes: { 'instances/instances-fit-quota': 'fail' },
  },
};

const HARMLESS: Readonly<Record<string, LaunchMutate>> = {
  'a warm pool, which the account may keep': async (account, stage) => {
    setQuota(account, stage, 'ml.m5.xlarge for training warm pool usage', 1);
    return resources({ keepAlivePeriodInSeconds: 1800 })(account, stage);
  },
  'groups of instances, each within its quota': grouped(2),
  'a job’s name with hyphens': training({ trainingJobName: 'my-run-1' }),
  'a spot job that waits for two days': training({
    enableManagedSpotTraining: true,
    stoppingCondition: { maxRuntimeInSeconds: DAY, maxWaitTimeInSeconds: 2 * DAY },
  }),
};

describeMatrixOf((stage) => readyLaunchAccount(stage, 'docker'), { failing: FAILING, harmless: HARMLESS });
