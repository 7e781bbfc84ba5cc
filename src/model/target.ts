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
}

/** `ServerlessConfig` of a production variant, in AWS's words. */
export interface ServerlessConfig {
  /** MB. */
  readonly memorySizeInMB: number;
  readonly maxConcurrency: number;
  readonly provisionedConcurrency?: number;
}

/** A SageMaker serverless endpoint that somebody plans to deploy. */
export interface ServerlessEndpointTarget extends TargetBase {
  readonly scenario: 'serverless-endpoint';
  readonly executionRoleArn: string;
  /** Image URI `registry/repository[:tag|@digest]`. */
  readonly image: string;
  /** `s3://bucket/key` of the model artifact; own images may go without. */
  readonly modelDataUrl?: string;
  /** Key id, key ARN, alias name or alias ARN of the endpoint configuration's `KmsKeyId`. */
  readonly kmsKeyId?: string;
  readonly serverlessConfig: ServerlessConfig;
  readonly modelName?: string;
  readonly endpointName?: string;
  readonly endpointConfigName?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** Everything that can be judged. */
export type Target = ServerlessEndpointTarget;
export type ScenarioId = Target['scenario'];
