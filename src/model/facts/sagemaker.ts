import type { AlwaysKnown, MayExist, Reading } from '../reading.ts';

/** The serverless share of one variant of an existing endpoint. */
export interface ServerlessVariant {
  readonly name: string;
  readonly memorySizeInMB: number;
  readonly maxConcurrency: number;
}

/** An endpoint that exists, with its serverless variants (none: it runs on instances). */
export interface ExistingEndpoint {
  readonly name: string;
  readonly arn: string;
  readonly status: string;
  readonly serverless: Reading<readonly ServerlessVariant[]>;
}

/** Instances that something running holds. */
export interface InstanceUse {
  readonly name: string;
  readonly instanceType: string;
  readonly count: number;
  readonly spot: boolean;
}

/** A container of a model, or of a model package. Its environment is never read. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html */
export interface Container {
  readonly image?: string;
  readonly modelDataUrl?: string;
  /** An uncompressed or prefix source (`ModelDataSource`). */
  readonly modelDataSource?: { readonly s3Uri: string; readonly s3DataType: string; readonly compressionType: string };
  /** `SingleModel` or `MultiModel`. */
  readonly mode?: string;
  /** `Platform` or `Vpc`. */
  readonly repositoryAccessMode?: string;
  readonly modelPackageName?: string;
  /** Of a container of a model package that comes from AWS Marketplace. */
  readonly productId?: string;
  /** E.g. `XGBOOST`; of a container of a model package. */
  readonly framework?: string;
  readonly frameworkVersion?: string;
}

/** A model as DescribeModel tells it. */
export interface Model {
  readonly arn: string;
  readonly name: string;
  readonly executionRoleArn?: string;
  readonly containers: readonly Container[];
  readonly enableNetworkIsolation: boolean;
  readonly vpcConfig?: { readonly subnets: readonly string[]; readonly securityGroupIds: readonly string[] };
}

/** A variant of an endpoint configuration. */
export interface Variant {
  readonly name: string;
  readonly modelName?: string;
  readonly instanceType?: string;
  /** Instances that it begins with. */
  readonly initialInstanceCount?: number;
  readonly acceleratorType?: string;
  readonly serverlessConfig?: { readonly memorySizeInMB: number; readonly maxConcurrency: number; readonly provisionedConcurrency?: number };
}

/** An endpoint configuration as DescribeEndpointConfig tells it. */
export interface EndpointConfig {
  readonly arn: string;
  readonly name: string;
  readonly kmsKeyId?: string;
  readonly variants: readonly Variant[];
  readonly shadowVariants: readonly Variant[];
  readonly dataCapture: boolean;
  readonly asyncInference: boolean;
  readonly enableNetworkIsolation: boolean;
  readonly inVpc: boolean;
  readonly executionRoleArn?: string;
}

/** An endpoint as DescribeEndpoint tells it. */
export interface Endpoint {
  readonly arn: string;
  readonly name: string;
  readonly status: string;
  readonly configName: string;
}

/** A model package version as DescribeModelPackage tells it. */
export interface ModelPackage {
  readonly arn: string;
  /** `Completed`, … */
  readonly status: string;
  /** `Approved`, `Rejected`, `PendingManualApproval`. */
  readonly approval?: string;
  readonly containers: readonly Container[];
  /** A version of a group has one; an unversioned package none. */
  readonly version?: number;
  readonly domain?: string;
  readonly task?: string;
  readonly samplePayloadUrl?: string;
  readonly supportedContentTypes?: readonly string[];
  readonly supportedRealtimeInstanceTypes?: readonly string[];
}

/** A Studio domain as DescribeDomain tells it. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeDomain.html */
export interface Domain {
  readonly arn: string;
  readonly id: string;
  /** `InService`, `Failed`, … */
  readonly status: string;
  /** `DefaultUserSettings.ExecutionRole`. */
  readonly executionRoleArn?: string;
  /** `DefaultSpaceSettings.ExecutionRole`, of shared spaces. */
  readonly spaceExecutionRoleArn?: string;
  /** `PublicInternetOnly` or `VpcOnly`. */
  readonly networkAccess?: string;
  readonly vpcId?: string;
}

/** A user profile as DescribeUserProfile tells it. */
export interface UserProfile {
  readonly arn: string;
  readonly name: string;
  readonly status: string;
  readonly executionRoleArn?: string;
}

/** A space as DescribeSpace tells it. */
export interface Space {
  readonly arn: string;
  readonly name: string;
  readonly status: string;
  /** `Private` or `Shared`. */
  readonly sharing?: string;
  /** The user profile that owns it. */
  readonly owner?: string;
}

/** Content of a hub as DescribeHubContent tells it. */
export interface HubContent {
  readonly arn: string;
  readonly name: string;
  readonly version: string;
  /** `Available`, … */
  readonly status: string;
}

type InDomain = { readonly domainId: string; readonly region: string };

/** SageMaker facts. */
export interface SageMakerFacts {
  readonly 'sagemaker.endpoints': AlwaysKnown<{ readonly region: string }, readonly ExistingEndpoint[]>;
  readonly 'sagemaker.endpoint': MayExist<{ readonly endpointName: string; readonly region: string }, Endpoint>;
  readonly 'sagemaker.endpointConfig': MayExist<{ readonly endpointConfigName: string; readonly region: string }, EndpointConfig>;
  readonly 'sagemaker.model': MayExist<{ readonly modelName: string; readonly region: string }, Model>;
  readonly 'sagemaker.modelPackage': MayExist<{ readonly modelPackageName: string; readonly region: string }, ModelPackage>;
  /** Instances of every active endpoint of the Region. */
  readonly 'sagemaker.endpointInstances': AlwaysKnown<{ readonly region: string }, Reading<readonly InstanceUse[]>>;
  /** Instances of every training job in progress. */
  readonly 'sagemaker.trainingInstances': AlwaysKnown<{ readonly region: string }, Reading<readonly InstanceUse[]>>;
  readonly 'sagemaker.domain': MayExist<InDomain, Domain>;
  readonly 'sagemaker.userProfile': MayExist<InDomain & { readonly userProfileName: string }, UserProfile>;
  readonly 'sagemaker.space': MayExist<InDomain & { readonly spaceName: string }, Space>;
  /** `hubName`: name or ARN. */
  readonly 'sagemaker.hubContent': MayExist<{ readonly hubName: string; readonly modelId: string; readonly region: string }, HubContent>;
}
