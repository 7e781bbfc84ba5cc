import * as z from 'zod';

const text = z.string().exactOptional();
const number = z.number().exactOptional();
const truth = z.boolean().exactOptional();

/** A training job as written: only the kind of each value is looked at. */
export const launchTrainingJob = z.object({
  trainingJobName: text,
  inputs: z.array(z.string()).exactOptional(),
  fileSystems: z.array(z.object({ fileSystemId: z.string(), fileSystemType: text, directoryPath: text, fileSystemAccessMode: text })).exactOptional(),
  resourceConfig: z
    .object({
      instanceType: text,
      instanceCount: number,
      volumeSizeInGB: number,
      volumeKmsKeyId: text,
      keepAlivePeriodInSeconds: number,
      instanceGroups: z.array(z.object({ instanceType: z.string(), instanceCount: z.number() })).exactOptional(),
    })
    .exactOptional(),
  outputDataConfig: z.object({ s3OutputPath: text, kmsKeyId: text }).exactOptional(),
  stoppingCondition: z.object({ maxRuntimeInSeconds: number, maxWaitTimeInSeconds: number }).exactOptional(),
  checkpointUri: text,
  enableManagedSpotTraining: truth,
  enableInterContainerTrafficEncryption: truth,
  environmentVariables: number,
});

const builder = z.object({ type: z.enum(['docker', 'kaniko', 'noop']), destination: text, buildContextStore: text, secretName: text, secretKey: text });

// An account id without quotes is a number for YAML, and text for the agent.
const accountId = z
  .union([z.string(), z.number()])
  .transform((id) => String(id).padStart(12, '0'))
  .exactOptional();

/** An agent's configuration as written. */
export const launchAgent = z.object({
  baseUrl: text,
  environment: z.object({ type: text, region: text }).exactOptional(),
  registry: z.object({ type: text, uri: text, accountId, region: text, repoName: text }).exactOptional(),
  builder: builder.exactOptional(),
  runner: z.object({ s3OutputPath: text, roleArn: text }).exactOptional(),
});

/** What a queue and its agent say, as written: only the kind of each value is looked at, since rules judge the rest. */
export const launchPlan = z.object({
  image: text,
  vpcConfig: z.object({ subnets: z.array(z.string()), securityGroupIds: z.array(z.string()) }).exactOptional(),
  tags: z.record(z.string(), z.string()).exactOptional(),
  enableNetworkIsolation: truth,
  trainingJob: launchTrainingJob.default({}),
  queue: z
    .object({
      roleArn: text,
      trainingImage: text,
      trainingInputMode: text,
      algorithmSpecification: z.object({}).exactOptional(),
      tagKeys: z.array(z.string()).exactOptional(),
    })
    .default({}),
  agent: launchAgent.default({}),
});

/** The same as a type. */
export type LaunchPlan = z.infer<typeof launchPlan>;
