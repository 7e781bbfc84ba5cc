import type { AlwaysKnown, Reading } from '../reading.ts';

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

/** SageMaker facts. */
export interface SageMakerFacts {
  readonly 'sagemaker.endpoints': AlwaysKnown<{ readonly region: string }, readonly ExistingEndpoint[]>;
}
