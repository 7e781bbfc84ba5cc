import type { Manner, Notation } from '../notation.ts';
import { at, atBoth, channels, formed, ignored, tagsWithKeys, within } from '../notation.ts';
import { templatesIn } from '../template.ts';

const JOB = 'trainingJob';

const RESOURCES: Notation = {
  InstanceType: at(JOB, 'resourceConfig', 'instanceType'),
  InstanceCount: at(JOB, 'resourceConfig', 'instanceCount'),
  VolumeSizeInGB: at(JOB, 'resourceConfig', 'volumeSizeInGB'),
  VolumeKmsKeyId: at(JOB, 'resourceConfig', 'volumeKmsKeyId'),
  KeepAlivePeriodInSeconds: at(JOB, 'resourceConfig', 'keepAlivePeriodInSeconds'),
  InstanceGroups: at(JOB, 'resourceConfig', 'instanceGroups'),
  ...ignored('TrainingPlanArn', 'InstancePlacementConfig', 'InstancePreferences'),
};

const ALGORITHM: Notation = {
  TrainingImage: atBoth(['image'], ['queue', 'trainingImage']),
  TrainingInputMode: at('queue', 'trainingInputMode'),
  ...ignored('AlgorithmName', 'MetricDefinitions', 'EnableSageMakerMetricsTimeSeries', 'ContainerEntrypoint', 'ContainerArguments', 'TrainingImageConfig'),
};

/**
 * What a queue hands to CreateTrainingJob: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html
 * `region`, `profile` and `EcrRepoName` are what the agent takes for itself.
 */
export const QUEUE: Notation = {
  TrainingJobName: at(JOB, 'trainingJobName'),
  RoleArn: at('queue', 'roleArn'),
  AlgorithmSpecification: within(ALGORITHM, 'queue', 'algorithmSpecification'),
  InputDataConfig: channels([JOB, 'inputs'], [JOB, 'fileSystems']),
  OutputDataConfig: within(
    { S3OutputPath: at(JOB, 'outputDataConfig', 's3OutputPath'), KmsKeyId: at(JOB, 'outputDataConfig', 'kmsKeyId'), ...ignored('CompressionType') },
    ...[JOB, 'outputDataConfig'],
  ),
  ResourceConfig: within(RESOURCES, JOB, 'resourceConfig'),
  StoppingCondition: within(
    {
      MaxRuntimeInSeconds: at(JOB, 'stoppingCondition', 'maxRuntimeInSeconds'),
      MaxWaitTimeInSeconds: at(JOB, 'stoppingCondition', 'maxWaitTimeInSeconds'),
      ...ignored('MaxPendingTimeInSeconds'),
    },
    ...[JOB, 'stoppingCondition'],
  ),
  CheckpointConfig: within({ S3Uri: at(JOB, 'checkpointUri'), ...ignored('LocalPath') }),
  VpcConfig: at('vpcConfig'),
  Tags: tagsWithKeys(['tags'], ['queue', 'tagKeys']),
  Environment: formed('count', JOB, 'environmentVariables'),
  EnableNetworkIsolation: at('enableNetworkIsolation'),
  EnableManagedSpotTraining: at(JOB, 'enableManagedSpotTraining'),
  EnableInterContainerTrafficEncryption: at(JOB, 'enableInterContainerTrafficEncryption'),
  ...ignored('HyperParameters', 'DebugHookConfig', 'DebugRuleConfigurations', 'TensorBoardOutputConfig', 'ExperimentConfig', 'ProfilerConfig'),
  ...ignored('ProfilerRuleConfigurations', 'RetryStrategy', 'RemoteDebugConfig', 'InfraCheckConfig', 'SessionChainingConfig', 'ServerlessJobConfig'),
  ...ignored('MlflowConfig', 'ModelPackageConfig', 'Region', 'Profile', 'EcrRepoName'),
};

const pascal = (key: string): string =>
  key
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

// The agent takes keys at the top in snake case as well, and hands on what is in them as it stands:
// https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/runner/sagemaker_runner.py
/** How a queue's configuration is read whose training job begins at this depth of its document. */
export const queueManner = (top: number): Manner => ({
  spelt: (key, depth) => (depth === top ? pascal(key) : key),
  isOpen: (value) => templatesIn(value).length > 0,
});

/** The field of a target that a key of the queue decides. */
export const fieldOfKey = (key: string): string => {
  switch (pascal(key)) {
    case 'RoleArn':
      return 'executionRoleArn';
    case 'VpcConfig':
      return 'vpcConfig';
    case 'Tags':
      return 'tags';
    case 'AlgorithmSpecification':
      return 'image';
    case 'EnableNetworkIsolation':
      return 'enableNetworkIsolation';
    default:
      return JOB;
  }
};

type Raw = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where in a queue's document the training job begins: at the top, or as W&B nests it. Undefined: it is for another kind of resource. */
export const jobIn = (document: Raw): { readonly job: Raw; readonly at: readonly string[] } | { readonly resource: string } => {
  const [outer, path] = isMap(document['resource_args']) ? [document['resource_args'], ['resource_args']] : [document, []];
  if (isMap(outer['sagemaker'])) return { job: outer['sagemaker'], at: [...path, 'sagemaker'] };
  const other = OTHER_RESOURCES.find((resource) => Object.hasOwn(outer, resource));
  return other === undefined ? { job: outer, at: path } : { resource: other };
};

const OTHER_RESOURCES = ['kubernetes', 'vertex', 'local-container', 'local-process'] as const;

/** Whether a map has any key of CreateTrainingJob. */
export const isTrainingJob = (job: Raw): boolean => Object.keys(job).some((key) => Object.hasOwn(QUEUE, pascal(key)));
