import type { Applicability } from '../model/rule.ts';
import type { InferenceRecommenderTarget, Target, VpcConfig } from '../model/target.ts';
import type { TrainingJob } from '../model/training.ts';
import { TRAINING_COUNTS } from './open-fields.ts';

/** What a planned key is for. */
export type KeyPurpose = 'endpoint-volume' | 'training-volume' | 'training-output' | 'recommender-volume' | 'recommender-output';

/** A KMS key that a plan names. */
export interface PlannedKey {
  readonly keyId: string;
  readonly purpose: KeyPurpose;
  /** Where the description names it. */
  readonly field: readonly string[];
}

const named = (keyId: string | undefined, purpose: KeyPurpose, ...field: readonly string[]): readonly PlannedKey[] =>
  keyId === undefined ? [] : [{ keyId, purpose, field }];

const recommenderKeys = (target: Target): readonly PlannedKey[] =>
  target.scenario === 'inference-recommender-vpc'
    ? [...named(target.volumeKmsKeyId, 'recommender-volume', 'volumeKmsKeyId'), ...named(target.outputKmsKeyId, 'recommender-output', 'outputKmsKeyId')]
    : [];

/** Every key that the plan names, once per purpose. */
export const plannedKeys = (target: Target): readonly PlannedKey[] => [
  ...named(target.kmsKeyId, 'endpoint-volume', 'kmsKeyId'),
  ...named(target.trainingJob?.resourceConfig?.volumeKmsKeyId, 'training-volume', 'trainingJob', 'resourceConfig', 'volumeKmsKeyId'),
  ...named(target.trainingJob?.outputDataConfig?.kmsKeyId, 'training-output', 'trainingJob', 'outputDataConfig', 'kmsKeyId'),
  ...recommenderKeys(target),
];

/** What planned instances are used for; it names the quota: `<type> for <use> usage`. */
export type InstanceUsage = 'endpoint' | 'training job' | 'spot training job';

/** Instances of one type that a plan takes. */
export interface PlannedInstances {
  readonly type: string;
  readonly count: number;
  readonly usage: InstanceUsage;
  readonly field: readonly (string | number)[];
}

const COUNT = 'trainingJob.resourceConfig.instanceCount';

const trainingInstances = ({ trainingJob, unresolved = {} }: Target): readonly PlannedInstances[] => {
  const { instanceType, instanceCount = 1, instanceGroups = [] } = trainingJob?.resourceConfig ?? {};
  // A number that only a run tells is not the default: then nothing is known of the instances, and `trainingJob` is unresolved.
  if (Object.hasOwn(unresolved, COUNT)) return [];
  const usage = trainingJob?.enableManagedSpotTraining === true ? 'spot training job' : 'training job';
  const at = ['trainingJob', 'resourceConfig'] as const;
  if (instanceGroups.length === 0)
    return instanceType === undefined ? [] : [{ type: instanceType, count: instanceCount, usage, field: [...at, 'instanceType'] }];
  return instanceGroups.map((group, place) => ({
    type: group.instanceType,
    count: group.instanceCount,
    usage,
    field: [...at, 'instanceGroups', place, 'instanceType'],
  }));
};

const testedInstances = (target: Target): readonly PlannedInstances[] => {
  if (target.scenario !== 'inference-recommender-vpc') return [];
  const listed = (target.endpointConfigurations ?? []).flatMap(({ instanceType }, place) =>
    instanceType === undefined ? [] : [{ type: instanceType, count: 1, usage: 'endpoint' as const, field: ['endpointConfigurations', place, 'instanceType'] }],
  );
  const supported = (target.containerConfig?.supportedInstanceTypes ?? []).map((type, place) => ({
    type,
    count: 1,
    usage: 'endpoint' as const,
    field: ['containerConfig', 'supportedInstanceTypes', place],
  }));
  return listed.length > 0 ? listed : supported;
};

const hostingInstances = ({ scenario, trainingJob, instanceType, initialInstanceCount = 1 }: Target): readonly PlannedInstances[] =>
  instanceType === undefined || trainingJob !== undefined || scenario === 'serverless-endpoint'
    ? []
    : [{ type: instanceType, count: initialInstanceCount, usage: 'endpoint', field: ['instanceType'] }];

/** The instances that the plan takes; for a recommender job, those that it tests, one each. */
export const plannedInstances = (target: Target): readonly PlannedInstances[] => [
  ...hostingInstances(target),
  ...trainingInstances(target),
  ...testedInstances(target),
];

/** How many instances a training job has, of whatever type; one where it names none, and none where only a run tells. */
const trainingMembers = (target: Target): number =>
  trainingInstances(target).reduce((sum, { count }) => sum + count, 0) || (target.trainingJob?.resourceConfig?.instanceCount ?? 1);

/** How many instances the plan has at the same time in its subnets. A default recommender job names none: one. */
export const instancesAtOnce = (target: Target): number => {
  if (target.scenario === 'inference-recommender-vpc') return target.limits?.maxParallelOfTests ?? 1;
  return plannedInstances(target).reduce((sum, { count }) => sum + count, 0) || 1;
};

/** A plan that runs in a VPC of the account. */
export type WithVpc = Target & { readonly vpcConfig: VpcConfig };

/** Plans that name a VPC, with however many subnets and security groups; serverless endpoints have none. */
export const namesVpc: Applicability<WithVpc> = {
  accepts: (target): target is WithVpc => target.scenario !== 'serverless-endpoint' && target.vpcConfig !== undefined,
  otherwise: 'the plan names no VPC (vpcConfig)',
  fields: ['vpcConfig'],
};

/** Plans whose instances get interfaces in the account's subnets. That no subnet or no group is named is judged by `network/vpc-config-is-within-limits`. */
export const inVpc: Applicability<WithVpc> = {
  accepts: (target): target is WithVpc => namesVpc.accepts(target) && target.vpcConfig.subnets.length > 0 && target.vpcConfig.securityGroupIds.length > 0,
  otherwise: 'the plan names no VPC (vpcConfig)',
  fields: ['vpcConfig'],
};

const readsS3 = ({ scenario, modelDataUrl, modelDataSource, trainingJob }: Target): boolean =>
  scenario === 'inference-recommender-vpc' || [modelDataUrl, modelDataSource, trainingJob].some((one) => one !== undefined);

/** The same, but for what exists without a model in S3: that it runs proves that it can do without a way there. */
export const inVpcWithS3: Applicability<WithVpc> = {
  accepts: (target): target is WithVpc => inVpc.accepts(target) && (target.existing !== true || readsS3(target)),
  otherwise: 'the plan names no VPC (vpcConfig), or it exists and reads nothing from S3',
  fields: inVpc.fields ?? [],
};

/** Plans that host a model on instances in a VPC. */
export const hostsInVpc: Applicability<WithVpc> = {
  accepts: (target): target is WithVpc => inVpc.accepts(target) && target.scenario !== 'inference-recommender-vpc' && target.trainingJob === undefined,
  otherwise: 'the plan hosts no model in a VPC',
  fields: ['vpcConfig'],
};

/** Inference Recommender jobs in a VPC. */
export const recommendsInVpc: Applicability<WithVpc & InferenceRecommenderTarget> = {
  accepts: (target): target is WithVpc & InferenceRecommenderTarget => inVpc.accepts(target) && target.scenario === 'inference-recommender-vpc',
  otherwise: 'this is no Inference Recommender job in a VPC',
  fields: ['vpcConfig'],
};

/** A plan that trains in a VPC. */
export type TrainingInVpc = WithVpc & { readonly trainingJob: TrainingJob };
export const trainsInVpc: Applicability<TrainingInVpc> = {
  accepts: (target): target is TrainingInVpc => inVpc.accepts(target) && target.trainingJob !== undefined,
  otherwise: 'the plan trains nothing in a VPC',
  fields: ['vpcConfig'],
};

/** Training jobs of several instances, which talk to each other. */
export const trainsTogetherInVpc: Applicability<TrainingInVpc> = {
  accepts: (target): target is TrainingInVpc => trainsInVpc.accepts(target) && trainingMembers(target) > 1,
  otherwise: 'the plan trains on no more than one instance in a VPC',
  fields: ['vpcConfig', ...TRAINING_COUNTS],
};

/** The same, with a role that SageMaker uses the network as. */
export const withRoleInVpc: Applicability<WithVpc & { readonly executionRoleArn: string }> = {
  accepts: (target): target is WithVpc & { readonly executionRoleArn: string } => inVpc.accepts(target) && target.executionRoleArn !== undefined,
  otherwise: 'the plan names no VPC (vpcConfig), or no execution role',
  fields: ['vpcConfig', 'executionRoleArn'],
};
