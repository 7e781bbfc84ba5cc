import type { Permission, PermissionResource, RequestContext } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import type { ResourceConfig, TrainingJob } from '../../model/training.ts';

const SOURCE = 'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html';

/** A plan that trains. */
export type Training = Target & { readonly trainingJob: TrainingJob };

const job = ({ trainingJob }: Training): PermissionResource => ({
  kind: 'named',
  service: 'sagemaker',
  before: 'training-job/',
  name: trainingJob.trainingJobName,
  field: 'trainingJob.trainingJobName',
});

const KEY_ARN = /^arn:[^:]+:kms:[^:]+:[^:]+:key\//;

// A key that is named otherwise than by its ARN stays unknown.
const keyContext = (name: string, keyId: string | undefined): RequestContext => {
  if (keyId === undefined) return { [name]: [] };
  return KEY_ARN.test(keyId) ? { [name]: keyId } : {};
};

const tagContext = (tags: Readonly<Record<string, string>>): RequestContext => ({
  'aws:RequestTag/*': [],
  ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, value])),
  'aws:TagKeys': Object.keys(tags),
});

// The agent of W&B adds a tag of its own to each job, whose value is the run's: https://github.com/wandb/wandb (launch, SageMaker runner)
const tagsOf = ({ scenario, tags = {} }: Target): RequestContext => (scenario === 'wandb-launch-queue' ? {} : tagContext(tags));

const placeContext = ({ vpcConfig, enableNetworkIsolation, trainingJob }: Training): RequestContext => ({
  'sagemaker:VpcSubnets': vpcConfig?.subnets ?? [],
  'sagemaker:VpcSecurityGroupIds': vpcConfig?.securityGroupIds ?? [],
  ...(enableNetworkIsolation !== undefined && { 'sagemaker:NetworkIsolation': String(enableNetworkIsolation) }),
  ...(trainingJob.enableInterContainerTrafficEncryption !== undefined && {
    'sagemaker:InterContainerTrafficEncryption': String(trainingJob.enableInterContainerTrafficEncryption),
  }),
});

const typesContext = ({ instanceType, instanceGroups = [] }: ResourceConfig): RequestContext => {
  const types = [...new Set([instanceType ?? [], instanceGroups.map((group) => group.instanceType)].flat())];
  return types.length > 0 ? { 'sagemaker:InstanceTypes': types } : {};
};

const sizeContext = ({ trainingJob: { resourceConfig = {}, outputDataConfig = {}, stoppingCondition = {} } }: Training): RequestContext => ({
  ...typesContext(resourceConfig),
  ...(resourceConfig.keepAlivePeriodInSeconds !== undefined && { 'sagemaker:KeepAlivePeriod': String(resourceConfig.keepAlivePeriodInSeconds) }),
  ...(stoppingCondition.maxRuntimeInSeconds !== undefined && { 'sagemaker:MaxRuntimeInSeconds': String(stoppingCondition.maxRuntimeInSeconds) }),
  ...keyContext('sagemaker:VolumeKmsKey', resourceConfig.volumeKmsKeyId),
  ...keyContext('sagemaker:OutputKmsKey', outputDataConfig.kmsKeyId),
});

/** What the deployer needs for CreateTrainingJob, beside passing the role. */
export const CREATE_TRAINING_JOB: readonly Permission<Training>[] = [
  {
    who: 'deployer',
    action: 'sagemaker:CreateTrainingJob',
    resource: job,
    context: (target) => ({ ...tagsOf(target), ...placeContext(target), ...sizeContext(target) }),
    source: SOURCE,
  },
];

/** What the deployer needs so that the job may be made with tags. */
export const TAG_TRAINING_JOB: readonly Permission<Training>[] = [
  {
    who: 'deployer',
    action: 'sagemaker:AddTags',
    resource: job,
    context: (target) => ({ ...tagsOf(target), 'sagemaker:TaggingAction': 'CreateTrainingJob' }),
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
  },
];

const watching = (action: 'sagemaker:DescribeTrainingJob' | 'sagemaker:StopTrainingJob'): Permission<Training> => ({
  who: 'deployer',
  action,
  resource: job,
  source: SOURCE,
});

/** What whoever follows a job needs. */
export const DESCRIBE_TRAINING_JOB: readonly Permission<Training>[] = [watching('sagemaker:DescribeTrainingJob')];
/** What whoever cancels a job needs. */
export const STOP_TRAINING_JOB: readonly Permission<Training>[] = [watching('sagemaker:StopTrainingJob')];
