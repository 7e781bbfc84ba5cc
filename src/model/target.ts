import type { Unknown } from './fact.ts';

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
}

/** What every planned deployment has. */
interface TargetBase {
  readonly name: string;
  /** 12 digits. The credentials' account must be this one. */
  readonly account: string;
  readonly region: string;
  /** ARN of the role, session or user that will make the calls; `me`: whoever runs sageready. None: deployer rules are not applicable. */
  readonly deployer?: string;
  readonly origin?: TargetOrigin;
  /** Read also what takes a download (`--deep`): the configuration of the container image. */
  readonly deep?: boolean;
  /** Fields that another thing holds (an endpoint, a model, a model package) and that could not be read: rules that look at them cannot tell. */
  readonly unresolved?: Readonly<Record<string, Unknown>>;
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
}

/**
 * What serverless endpoints do not offer, in AWS's words, as a plan or something deployed may carry it all the same.
 * Source: https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html
 */
export interface HostingFeatures {
  readonly vpcConfig?: { readonly subnets: readonly string[]; readonly securityGroupIds: readonly string[] };
  readonly enableNetworkIsolation?: boolean;
  readonly dataCaptureConfig?: { readonly enableCapture: boolean };
  readonly asyncInferenceConfig?: boolean;
  /** How many production variants the configuration has; default 1. */
  readonly productionVariants?: number;
  readonly shadowProductionVariants?: number;
  readonly instanceType?: string;
  readonly acceleratorType?: string;
  /** How many containers the model has; default 1. */
  readonly containers?: number;
  /** `SingleModel` or `MultiModel`. */
  readonly mode?: string;
  /** `repositoryAccessMode`: `Platform`, or `Vpc` for a private Docker registry. */
  readonly imageConfig?: { readonly repositoryAccessMode: string };
  readonly modelDataSource?: ModelDataSource;
}

/** A SageMaker serverless endpoint that somebody plans to deploy. What is left out may come from a model, a model package or an endpoint that exists. */
export interface ServerlessEndpointTarget extends TargetBase, HostingFeatures {
  readonly scenario: 'serverless-endpoint';
  readonly executionRoleArn?: string;
  /** Image URI `registry/repository[:tag|@digest]`. */
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
  /** Complete the plan from what is deployed: an endpoint with its configuration and model, or a model alone. */
  readonly completeFrom?: { readonly endpoint: string } | { readonly model: string };
}

/** Everything that can be judged. */
export type Target = ServerlessEndpointTarget;
export type ScenarioId = Target['scenario'];
