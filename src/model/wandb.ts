/** What a W&B Launch queue's configuration says, as written, beside the training job that it makes. Source: https://docs.wandb.ai/launch/setup-launch-sagemaker */
export interface QueueConfig {
  /** Name of the queue, for reports. */
  readonly name?: string;
  /** `RoleArn` as written: an ARN, or a role's name that the agent completes. */
  readonly roleArn?: string;
  /** `AlgorithmSpecification.TrainingImage`: a job that brings its image. */
  readonly trainingImage?: string;
  /** `AlgorithmSpecification.TrainingInputMode`; demanded by AWS once AlgorithmSpecification is there. */
  readonly trainingInputMode?: string;
  readonly hasAlgorithmSpecification: boolean;
  /** The key of each tag, templates in it or not, equal ones more than once; none: no list of tags is written, or a template stands for it. */
  readonly tagKeys?: readonly string[];
  /** Keys that were written and hold a template such as `${…}`: their values are only known when a run starts. */
  readonly templated: readonly string[];
  /** Keys at the top of the configuration that CreateTrainingJob does not know. */
  readonly unknownKeys: readonly string[];
}

/** What the agent's `launch-config.yaml` says. Source: https://docs.wandb.ai/launch/setup-agent-advanced */
export interface AgentConfig {
  /** The W&B server; default `https://api.wandb.ai`. */
  readonly baseUrl: string;
  readonly environment?: { readonly type?: string; readonly region?: string };
  readonly registry?: RegistryConfig;
  readonly builder: BuilderConfig;
  readonly runner?: { readonly s3OutputPath?: string; readonly roleArn?: string };
}

/** `registry`, the older place of the image's destination. */
export interface RegistryConfig {
  readonly type?: string;
  readonly uri?: string;
  readonly accountId?: string;
  readonly region?: string;
  /** Accepted by the agent, and never read. */
  readonly repoName?: string;
}

export interface BuilderConfig {
  readonly type: 'docker' | 'kaniko' | 'noop';
  /** Where built images are pushed. */
  readonly destination?: string;
  /** kaniko: `s3://bucket[/prefix]` of the build context. */
  readonly buildContextStore?: string;
  readonly secretName?: string;
  readonly secretKey?: string;
}
