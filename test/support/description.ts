import type { Target, WandbLaunchQueueTarget } from '../../src/model/target.ts';

type Raw = Readonly<Record<string, unknown>>;

const defined = (raw: Raw): Raw => Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined));

const jobOf = ({ trainingJob = {}, queue, vpcConfig, enableNetworkIsolation, tags }: WandbLaunchQueueTarget): Raw => {
  const { resourceConfig, outputDataConfig, stoppingCondition, ...job } = trainingJob;
  const { instanceType, instanceCount, volumeSizeInGB, volumeKmsKeyId } = resourceConfig ?? {};
  const image = { TrainingImage: queue.trainingImage, TrainingInputMode: queue.trainingInputMode };
  return defined({
    RoleArn: queue.roleArn,
    TrainingJobName: job.trainingJobName,
    AlgorithmSpecification: queue.hasAlgorithmSpecification ? defined(image) : undefined,
    ResourceConfig:
      resourceConfig && defined({ InstanceType: instanceType, InstanceCount: instanceCount, VolumeSizeInGB: volumeSizeInGB, VolumeKmsKeyId: volumeKmsKeyId }),
    OutputDataConfig: outputDataConfig && defined({ S3OutputPath: outputDataConfig.s3OutputPath, KmsKeyId: outputDataConfig.kmsKeyId }),
    StoppingCondition:
      stoppingCondition &&
      defined({ MaxRuntimeInSeconds: stoppingCondition.maxRuntimeInSeconds, MaxWaitTimeInSeconds: stoppingCondition.maxWaitTimeInSeconds }),
    InputDataConfig: job.inputs?.map((S3Uri, index) => ({ ChannelName: `channel${index}`, DataSource: { S3DataSource: { S3Uri } } })),
    CheckpointConfig: job.checkpointUri === undefined ? undefined : { S3Uri: job.checkpointUri },
    EnableManagedSpotTraining: job.enableManagedSpotTraining,
    EnableInterContainerTrafficEncryption: job.enableInterContainerTrafficEncryption,
    EnableNetworkIsolation: enableNetworkIsolation,
    VpcConfig: vpcConfig && { Subnets: vpcConfig.subnets, SecurityGroupIds: vpcConfig.securityGroupIds },
    Tags: tags && Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  });
};

const agentOf = ({ agent }: WandbLaunchQueueTarget): Raw => {
  const { type, destination, buildContextStore, secretName, secretKey } = agent.builder;
  const { registry, runner } = agent;
  return defined({
    base_url: agent.baseUrl,
    environment: agent.environment,
    registry:
      registry && defined({ type: registry.type, uri: registry.uri, account_id: registry.accountId, region: registry.region, repo_name: registry.repoName }),
    builder: defined({ type, destination, 'build-context-store': buildContextStore, 'secret-name': secretName, 'secret-key': secretKey }),
    runner: runner && defined({ s3_output_path: runner.s3OutputPath, role_arn: runner.roleArn }),
  });
};

const launchEntry = (target: WandbLaunchQueueTarget): Raw => {
  const { name, scenario, account, region, deployer, queue } = target;
  return defined({
    ...{ name, scenario, account, region, agentRoleArn: deployer, queueName: queue.name },
    queueConfig: { sagemaker: jobOf(target) },
    agentConfig: agentOf(target),
  });
};

/** The entry of a description that makes this target; what templates hide and what W&B does not know is not in it. */
const entryOf = (target: Target): Raw => (target.scenario === 'wandb-launch-queue' ? launchEntry(target) : { ...target });

/** The text of a description of these targets; JSON is YAML too. */
export const descriptionOf = (...targets: readonly Target[]): string => JSON.stringify({ version: 1, targets: targets.map(entryOf) }, null, 2);
