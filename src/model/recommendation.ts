/** `ContainerConfig` of an Inference Recommender job. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobContainerConfig.html */
export interface ContainerConfig {
  readonly domain?: string;
  readonly task?: string;
  readonly framework?: string;
  readonly frameworkVersion?: string;
  readonly nearestModelName?: string;
  readonly samplePayloadUrl?: string;
  readonly supportedContentTypes?: readonly string[];
  readonly supportedInstanceTypes?: readonly string[];
  /** `RealTime` or `Serverless`; none: both. */
  readonly supportedEndpointType?: string;
}

/** One endpoint that an advanced job tests. */
export interface EndpointInputConfiguration {
  readonly instanceType?: string;
  readonly serverlessConfig?: { readonly memorySizeInMB: number; readonly maxConcurrency: number; readonly provisionedConcurrency?: number };
}

/** `TrafficPattern` of an advanced job. */
export interface TrafficPattern {
  /** `PHASES` or `STAIRS`. */
  readonly trafficType?: string;
  readonly phases?: readonly Phase[];
}

export interface Phase {
  readonly initialNumberOfUsers?: number;
  /** Users added a minute. */
  readonly spawnRate?: number;
  readonly durationInSeconds?: number;
}

/** `ResourceLimit`, `StoppingConditions` and `JobDurationInSeconds` of an advanced job. */
export interface RecommendationLimits {
  readonly maxNumberOfTests?: number;
  readonly maxParallelOfTests?: number;
  readonly jobDurationInSeconds?: number;
  readonly maxInvocations?: number;
  /** E.g. `P95`. */
  readonly latencyPercentiles?: readonly string[];
}
