import type {
  ElasticInferenceTarget,
  InferenceRecommenderTarget,
  JumpStartModelTarget,
  ServerlessEndpointTarget,
  VpcConfig,
  WandbLaunchQueueTarget,
} from '../../src/model/target.ts';

export const ACCOUNT = '123456789012';
export const REGION = 'us-east-1';
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/service-role/Execution`;
export const DEPLOYER = `arn:aws:iam::${ACCOUNT}:role/Deployer`;
export const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`;

/** A target that leaves nothing to be completed. */
export type PlainTarget = ServerlessEndpointTarget &
  Required<Pick<ServerlessEndpointTarget, 'executionRoleArn' | 'image' | 'serverlessConfig' | 'modelDataUrl' | 'kmsKeyId' | 'deployer'>>;

/** A plain serverless endpoint with artifact, key and deployer. */
export const serverless = (changes: Partial<PlainTarget> = {}): PlainTarget => ({
  scenario: 'serverless-endpoint',
  name: 'churn',
  account: ACCOUNT,
  region: REGION,
  deployer: DEPLOYER,
  executionRoleArn: ROLE,
  image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/churn:1.4`,
  modelDataUrl: 's3://churn-models/churn/model.tar.gz',
  kmsKeyId: KEY,
  serverlessConfig: { memorySizeInMB: 2048, maxConcurrency: 5 },
  modelName: 'churn',
  endpointName: 'churn',
  ...changes,
});

/** The same without some of its optional fields. */
export const without = <K extends keyof ServerlessEndpointTarget>(...fields: readonly K[]): ServerlessEndpointTarget =>
  Object.fromEntries(Object.entries(serverless()).filter(([field]) => !fields.includes(field as K))) as unknown as ServerlessEndpointTarget;

const VPC: VpcConfig = { subnets: ['subnet-a', 'subnet-b', 'subnet-c'], securityGroupIds: ['sg-jobs'] };

const HERE = { account: ACCOUNT, region: REGION, deployer: DEPLOYER, executionRoleArn: ROLE } as const;

/** A default Inference Recommender job in a VPC, of a model package version that is already read. */
export const recommender = (changes: Partial<InferenceRecommenderTarget> = {}): InferenceRecommenderTarget => ({
  scenario: 'inference-recommender-vpc',
  name: 'sizing',
  ...HERE,
  jobName: 'sizing',
  jobType: 'Default',
  modelPackageName: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:model-package/churn/1`,
  image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/churn:1.4`,
  modelDataUrl: 's3://churn-models/churn/model.tar.gz',
  vpcConfig: VPC,
  containerConfig: {
    domain: 'MACHINE_LEARNING',
    task: 'CLASSIFICATION',
    framework: 'XGBOOST',
    frameworkVersion: '1.7-1',
    samplePayloadUrl: 's3://churn-models/churn/payload.tar.gz',
    supportedContentTypes: ['text/csv'],
  },
  ...changes,
});

/** An endpoint with an accelerator in a VPC. */
export const elastic = (changes: Partial<ElasticInferenceTarget> = {}): ElasticInferenceTarget => ({
  scenario: 'elastic-inference',
  name: 'accelerated',
  ...HERE,
  image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/churn:1.4`,
  modelDataUrl: 's3://churn-models/churn/model.tar.gz',
  vpcConfig: VPC,
  instanceType: 'ml.m5.xlarge',
  acceleratorType: 'ml.eia2.medium',
  modelName: 'accelerated',
  endpointName: 'accelerated',
  ...changes,
});

/** A JumpStart model to host, with its specification already read. */
export const jumpStart = (changes: Partial<JumpStartModelTarget> = {}): JumpStartModelTarget => ({
  scenario: 'jumpstart-model',
  use: 'hosting',
  name: 'mistral',
  ...HERE,
  modelId: 'huggingface-llm-mistral-7b',
  modelVersion: '*',
  image: `763104351884.dkr.ecr.${REGION}.amazonaws.com/huggingface-pytorch-tgi-inference:2.1.1-tgi1.4.2-gpu-py310-cu121-ubuntu22.04`,
  instanceType: 'ml.g5.2xlarge',
  vpcConfig: VPC,
  endpointName: 'mistral',
  ...changes,
});

/** A JumpStart model to train. */
export const jumpStartTraining = (changes: Partial<JumpStartModelTarget> = {}): JumpStartModelTarget => {
  const { instanceType: _, endpointName: __, ...plan } = jumpStart();
  return {
    ...plan,
    use: 'training',
    name: 'mistral (training)',
    trainingJob: {
      inputs: ['s3://churn-models/train/'],
      resourceConfig: { instanceType: 'ml.g5.12xlarge', instanceCount: 1, volumeSizeInGB: 50 },
      outputDataConfig: { s3OutputPath: 's3://churn-models/output/' },
      stoppingCondition: { maxRuntimeInSeconds: 86_400 },
    },
    ...changes,
  };
};

/** A queue that trains with images that its kaniko agent builds. */
export const launchQueue = (changes: Partial<WandbLaunchQueueTarget> = {}): WandbLaunchQueueTarget => ({
  scenario: 'wandb-launch-queue',
  name: 'queue',
  ...HERE,
  queue: { name: 'training', roleArn: ROLE, hasAlgorithmSpecification: false, templated: [], unknownKeys: [] },
  agent: {
    baseUrl: 'https://api.wandb.ai',
    environment: { type: 'aws', region: REGION },
    builder: {
      type: 'kaniko',
      destination: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/launch`,
      buildContextStore: 's3://launch-context/builds',
    },
  },
  trainingJob: {
    resourceConfig: { instanceType: 'ml.m5.xlarge', instanceCount: 1, volumeSizeInGB: 30 },
    outputDataConfig: { s3OutputPath: 's3://launch-output/runs' },
    stoppingCondition: { maxRuntimeInSeconds: 86_400 },
  },
  ...changes,
});
