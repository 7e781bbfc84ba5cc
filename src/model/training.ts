/** What CreateTrainingJob is given, as far as it is judged. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html */
export interface TrainingJob {
  readonly trainingJobName?: string;
  /** Addresses of the input channels, `s3://bucket[/prefix]`. */
  readonly inputs?: readonly string[];
  /** File systems that input channels are read from. */
  readonly fileSystems?: readonly FileSystemInput[];
  readonly resourceConfig?: ResourceConfig;
  readonly outputDataConfig?: OutputDataConfig;
  readonly stoppingCondition?: StoppingCondition;
  readonly checkpointUri?: string;
  readonly enableManagedSpotTraining?: boolean;
  readonly enableInterContainerTrafficEncryption?: boolean;
  /** How many environment variables the container gets. Their values are never kept. */
  readonly environmentVariables?: number;
}

/** `FileSystemDataSource` of an input channel. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_FileSystemDataSource.html */
export interface FileSystemInput {
  readonly fileSystemId: string;
  /** `EFS` or `FSxLustre`. */
  readonly fileSystemType?: string;
  readonly directoryPath?: string;
  /** `ro` or `rw`. */
  readonly fileSystemAccessMode?: string;
}

export interface ResourceConfig {
  readonly instanceType?: string;
  /** Default 1. */
  readonly instanceCount?: number;
  readonly volumeSizeInGB?: number;
  /** Key id or key ARN; AWS lists no alias here. */
  readonly volumeKmsKeyId?: string;
  /** Seconds for which the instances stay in a warm pool, on a quota of its own. */
  readonly keepAlivePeriodInSeconds?: number;
  /** Groups of a heterogeneous cluster, in place of one type. */
  readonly instanceGroups?: readonly InstanceGroup[];
}

/** One type of a heterogeneous cluster. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InstanceGroup.html */
export interface InstanceGroup {
  readonly instanceType: string;
  readonly instanceCount: number;
}

export interface OutputDataConfig {
  readonly s3OutputPath?: string;
  /** Key id, key ARN, alias name or alias ARN. */
  readonly kmsKeyId?: string;
}

export interface StoppingCondition {
  readonly maxRuntimeInSeconds?: number;
  readonly maxWaitTimeInSeconds?: number;
}
