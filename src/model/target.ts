import type { Unknown } from './fact.ts';
import type { ContainerConfig, EndpointInputConfiguration, RecommendationLimits, TrafficPattern } from './recommendation.ts';
import type { TrainingJob } from './training.ts';
import type { AgentConfig, QueueConfig } from './wandb.ts';

/** Where in a file a value stands; both 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The file a target was read from, with the position of each of its keys. */
export interface TargetOrigin {
  readonly file: string;
  /** JSON pointer relative to the target (`/serverlessConfig/memorySizeInMB`; `` is the target itself) → position. */
  readonly positions: Readonly<Record<string, Position>>;
  /** Positions of what another file says (a queue's configuration, an agent's), by the same pointers. */
  readonly elsewhere?: Readonly<Record<string, Position & { readonly file: string }>>;
}

/** `ServerlessConfig` of a production variant, in AWS's words. */
export interface ServerlessConfig {
  /** MB. */
  readonly memorySizeInMB: number;
  readonly maxConcurrency: number;
  readonly provisionedConcurrency?: number;
}

/** `ModelDataSource`: a model that lies in S3 uncompressed, or under a prefix. */
export interface ModelDataSource {
  readonly s3Uri: string;
  readonly s3DataType?: string;
  readonly compressionType?: string;
  /** `ModelAccessConfig.AcceptEula`. */
  readonly acceptEula?: boolean;
  /** `HubAccessConfig.HubContentArn`. */
  readonly hubContentArn?: string;
}

/** `VpcConfig`: 1 to 16 subnets and 1 to 5 security groups of one VPC. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html */
export interface VpcConfig {
  readonly subnets: readonly string[];
  readonly securityGroupIds: readonly string[];
}

/**
 * How a model is hosted, in AWS's words; some of it is what a kind of endpoint does not offer, and a plan may carry it all the same.
 * Source: https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html
 */
export interface HostingFeatures {
  readonly vpcConfig?: VpcConfig;
  readonly enableNetworkIsolation?: boolean;
  readonly dataCaptureConfig?: { readonly enableCapture: boolean };
  readonly asyncInferenceConfig?: boolean;
  /** How many production variants the configuration has; default 1. */
  readonly productionVariants?: number;
  readonly shadowProductionVariants?: number;
  /** Instance type of the endpoint, e.g. `ml.g5.2xlarge`. */
  readonly instanceType?: string;
  /** Instances of the endpoint; default 1. */
  readonly initialInstanceCount?: number;
  readonly acceleratorType?: string;
  /** How many containers the model has; default 1. */
  readonly containers?: number;
  /** `SingleModel` or `MultiModel`. */
  readonly mode?: string;
  /** `repositoryAccessMode`: `Platform`, or `Vpc` for a private Docker registry. */
  readonly imageConfig?: { readonly repositoryAccessMode: string };
  readonly modelDataSource?: ModelDataSource;
}

/** What any planned deployment may have: shared, so that rules are shared by what a plan has and not by its scenario. */
interface TargetBase extends HostingFeatures {
  readonly name: string;
  /** 12 digits. The credentials' account must be this one. */
  readonly account: string;
  readonly region: string;
  /** ARN of the role that sageready takes on to read the account; none: the run's own credentials are of this account. */
  readonly assumeRole?: string;
  /** What that role's trust policy wants to be told (`sts:ExternalId`). */
  readonly externalId?: string;
  /** It exists already, as `audit` finds things: what only decides whether it can be made is not judged, and nobody deploys it. */
  readonly existing?: boolean;
  /** ARN of the role, session or user that will make the calls; `me`: whoever runs sageready. None: deployer rules are not applicable. */
  readonly deployer?: string;
  readonly origin?: TargetOrigin;
  /** Read also what takes a download (`--deep`): the configuration of the container image. */
  readonly deep?: boolean;
  /** Fields that another thing holds (an endpoint, a model, a domain) or that only a run tells, by name, or by path where a part is open: rules that look at them cannot tell. */
  readonly unresolved?: Readonly<Record<string, Unknown>>;
  /** What was filled in from elsewhere and a reader should know, such as the default role of a Studio domain. One sentence each. */
  readonly completed?: readonly string[];
  /** The role that SageMaker assumes. */
  readonly executionRoleArn?: string;
  /** Image URI `registry/repository[:tag|@digest]`: of the serving container, or of the training job where the plan trains. */
  readonly image?: string;
  /** `s3://bucket/key` of the model artifact; own images may go without. */
  readonly modelDataUrl?: string;
  /** ARN or name of the model package version that the model is made from. */
  readonly modelPackageName?: string;
  /** Key id, key ARN, alias name or alias ARN of the endpoint configuration's `KmsKeyId`. */
  readonly kmsKeyId?: string;
  readonly serverlessConfig?: ServerlessConfig;
  readonly modelName?: string;
  readonly endpointName?: string;
  readonly endpointConfigName?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** The plan trains: what CreateTrainingJob is given. */
  readonly trainingJob?: TrainingJob;
}

/** A SageMaker serverless endpoint that somebody plans to deploy. What is left out may come from a model, a model package or an endpoint that exists. */
export interface ServerlessEndpointTarget extends TargetBase {
  readonly scenario: 'serverless-endpoint';
  /** Complete the plan from what is deployed: an endpoint with its configuration and model, or a model alone. */
  readonly completeFrom?: { readonly endpoint: string } | { readonly model: string };
}

/**
 * An endpoint with an Elastic Inference accelerator: `acceleratorType`, `instanceType`, `vpcConfig` and the rest as for hosting.
 * The service has ended: https://docs.aws.amazon.com/cli/latest/reference/elastic-inference/index.html
 */
export interface ElasticInferenceTarget extends TargetBase {
  readonly scenario: 'elastic-inference';
  /** Judge as if the service still existed (`--legacy-audit`). */
  readonly legacyAudit?: boolean;
  /** An interface endpoint that the service has left behind, in place of an endpoint with an accelerator. */
  readonly interfaceEndpoint?: { readonly vpcEndpointId: string; readonly vpcId: string };
}

/** Where the execution role comes from when none is passed: a Studio domain with a user profile or a space. */
export interface StudioIdentity {
  readonly domainId: string;
  readonly userProfileName?: string;
  readonly spaceName?: string;
}

/** A JumpStart model to host, or to train; a description with both is two targets. */
export interface JumpStartModelTarget extends TargetBase {
  readonly scenario: 'jumpstart-model';
  readonly use: 'hosting' | 'training';
  /** E.g. `huggingface-llm-mistral-7b`; completed through the Region's public manifest. */
  readonly modelId?: string;
  /** None or `*`: the newest that is not deprecated. */
  readonly modelVersion?: string;
  readonly studio?: StudioIdentity;
  /** `s3://bucket[/prefix]` where a repackaged model is written; training output stands in `trainingJob`. */
  readonly outputPath?: string;
  readonly acceptEula?: boolean;
  /** A private hub that holds the model: name or ARN; none: the public one. */
  readonly hub?: string;
  /** What the model's specification says; filled in by completion. */
  readonly spec?: JumpStartPlan;
}

/** What the specification of a JumpStart model adds to a plan. */
export interface JumpStartPlan {
  readonly version: string;
  readonly deprecated: boolean;
  /** Whether hosting or training needs the model's licence to be accepted. */
  readonly gated: boolean;
  /** Buckets, other than the Region's cache bucket, that this model's files lie in. */
  readonly buckets: readonly string[];
  readonly supportedInstanceTypes: readonly string[];
  /** Repackaged with its script on deployment: written to the own bucket. */
  readonly repackaged: boolean;
  /** `s3://` address of the script that a training job runs. */
  readonly script?: string;
}

/** A Weights & Biases Launch queue whose agent starts SageMaker training jobs. `deployer` is the agent's role. */
export interface WandbLaunchQueueTarget extends TargetBase {
  readonly scenario: 'wandb-launch-queue';
  /** What the queue's configuration says beside the training job itself. */
  readonly queue: QueueConfig;
  readonly agent: AgentConfig;
}

/** An Inference Recommender job in a VPC. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateInferenceRecommendationsJob.html */
export interface InferenceRecommenderTarget extends TargetBase {
  readonly scenario: 'inference-recommender-vpc';
  readonly jobName?: string;
  readonly jobType: 'Default' | 'Advanced';
  /** As written, and completed from the model package: its own words win. */
  readonly containerConfig?: ContainerConfig;
  readonly endpointConfigurations?: readonly EndpointInputConfiguration[];
  readonly trafficPattern?: TrafficPattern;
  readonly limits?: RecommendationLimits;
  /** Names of existing endpoints to test. */
  readonly endpoints?: readonly string[];
  /** Key of the tested endpoints' storage volumes (`InputConfig.VolumeKmsKeyId`). */
  readonly volumeKmsKeyId?: string;
  /** Key of the job's output (`OutputConfig.KmsKeyId`). */
  readonly outputKmsKeyId?: string;
  /** `OutputConfig.CompiledOutputConfig.S3OutputUri`. */
  readonly compiledOutputUri?: string;
}

/** Everything that can be judged. */
export type Target = ServerlessEndpointTarget | ElasticInferenceTarget | JumpStartModelTarget | WandbLaunchQueueTarget | InferenceRecommenderTarget;
export type ScenarioId = Target['scenario'];
