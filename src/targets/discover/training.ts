import type { OutputOf } from '../../aws/operation.ts';
import { listTrainingJobsSince } from '../../aws/operations/discovery.ts';
import { describeTrainingJob } from '../../aws/operations/sagemaker-training.ts';
import type { Findings } from './found.ts';
import { allOf, NOTHING, noted } from './found.ts';
import type { Where } from './where.ts';
import { missing, nameIn, placeIn, said, saidAny } from './where.ts';

type Job = OutputOf<typeof describeTrainingJob>;

// Set by W&B Launch on every run that it starts: https://docs.wandb.ai/launch/
const STARTED_BY_LAUNCH = 'WANDB_LAUNCH';
const BY_LAUNCH = 'W&B Launch started it: judged as a training job, since a queue with its agent is told by W&B and not by AWS';

const channels = ({ InputDataConfig = [] }: Job) => InputDataConfig.flatMap(({ DataSource }) => DataSource?.S3DataSource ?? []);

/** A manifest names its objects itself: only prefixes are read as they stand. */
const inputsOf = (job: Job): readonly string[] =>
  channels(job).flatMap(({ S3DataType, S3Uri }) => (S3DataType === 'S3Prefix' && S3Uri !== undefined ? [S3Uri] : []));

/** File systems that channels are read from, in the words of a description. */
const fileSystemsOf = ({ InputDataConfig = [] }: Job) =>
  InputDataConfig.flatMap(({ DataSource }) => {
    const { FileSystemId, FileSystemType, DirectoryPath, FileSystemAccessMode } = DataSource?.FileSystemDataSource ?? {};
    return FileSystemId === undefined
      ? []
      : [said({ fileSystemId: FileSystemId, fileSystemType: FileSystemType, directoryPath: DirectoryPath, fileSystemAccessMode: FileSystemAccessMode })];
  });

const trainingOf = (job: Job) => {
  const { ResourceConfig, OutputDataConfig, StoppingCondition, CheckpointConfig } = job;
  const [inputs, fileSystems] = [inputsOf(job), fileSystemsOf(job)];
  return said({
    trainingJobName: job.name,
    inputs: inputs.length > 0 ? inputs : undefined,
    fileSystems: fileSystems.length > 0 ? fileSystems : undefined,
    resourceConfig: saidAny({
      instanceType: ResourceConfig?.InstanceType,
      instanceCount: ResourceConfig?.InstanceType === undefined ? undefined : ResourceConfig.InstanceCount,
      volumeSizeInGB: ResourceConfig?.VolumeSizeInGB || undefined,
      volumeKmsKeyId: ResourceConfig?.VolumeKmsKeyId,
    }),
    outputDataConfig: saidAny({ s3OutputPath: OutputDataConfig?.S3OutputPath, kmsKeyId: OutputDataConfig?.KmsKeyId }),
    stoppingCondition: saidAny({
      maxRuntimeInSeconds: StoppingCondition?.MaxRuntimeInSeconds,
      maxWaitTimeInSeconds: StoppingCondition?.MaxWaitTimeInSeconds,
    }),
    checkpointUri: CheckpointConfig?.S3Uri,
    enableManagedSpotTraining: job.EnableManagedSpotTraining || undefined,
    enableInterContainerTrafficEncryption: job.EnableInterContainerTrafficEncryption || undefined,
  });
};

const vpcOf = ({ VpcConfig }: Job) =>
  VpcConfig?.Subnets?.length ? { subnets: VpcConfig.Subnets, securityGroupIds: VpcConfig.SecurityGroupIds ?? [] } : undefined;

const wordsOf = (job: Job): readonly string[] => {
  const others = channels(job).length - inputsOf(job).length;
  return [
    `found as ${job.arn ?? job.name}, which is ${job.status ?? 'in no state that SageMaker tells'}`,
    ...(job.failureReason === undefined ? [] : [`SageMaker says of its failure: ${job.failureReason}`]),
    ...(job.environment.includes(STARTED_BY_LAUNCH) ? [BY_LAUNCH] : []),
    ...(others > 0 ? ['what the manifests of its input name is not judged'] : []),
  ];
};

const targetOf = (where: Where, job: Job): Findings => {
  const image = job.AlgorithmSpecification?.TrainingImage;
  if (image === undefined) return noted(`the training job ${job.name} in ${where.region} runs an algorithm without an image of its own: no scenario judges it`);
  const entry = {
    name: nameIn(where, 'training-job', job.name),
    scenario: 'jumpstart-model' as const,
    ...placeIn(where),
    use: 'training',
    ...said({ executionRoleArn: job.RoleArn, image, vpcConfig: vpcOf(job), enableNetworkIsolation: job.EnableNetworkIsolation || undefined }),
    trainingJob: trainingOf(job),
  };
  return { ...NOTHING, found: [{ entry, says: wordsOf(job) }] };
};

const ofJob = async (where: Where, trainingJobName: string): Promise<Findings> => {
  const job = await where.call(describeTrainingJob, where.region, { trainingJobName });
  if (job.state === 'absent') return NOTHING;
  return job.state === 'unknown' ? missing(where, nameIn(where, 'training-job', trainingJobName), job) : targetOf(where, job.value);
};

/** Finds the training jobs that were made of late. */
export const findTrainingJobs = async (where: Where): Promise<Findings> => {
  const listing = await where.call(listTrainingJobsSince, where.region, { createdAfter: where.createdAfter });
  if (listing.state === 'unknown') return missing(where, `${where.prefix}training jobs`, listing);
  const names = listing.state === 'present' ? listing.value : [];
  return allOf(await Promise.all(names.map((name) => ofJob(where, name))));
};
