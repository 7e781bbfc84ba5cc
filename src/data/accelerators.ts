import type { Sourced } from './sourced.ts';

/** An accelerator of Elastic Inference. */
export interface Accelerator {
  readonly type: string;
  /** GB of its own memory. */
  readonly memoryInGB: number;
}

/** Every accelerator type, the smallest first. The names are also those of the API's `ProductionVariantAcceleratorType`. */
export const ACCELERATORS: Sourced<readonly Accelerator[]> = {
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/ei.html',
  asOf: '2026-11-21',
  values: [
    { type: 'ml.eia1.medium', memoryInGB: 1 },
    { type: 'ml.eia1.large', memoryInGB: 2 },
    { type: 'ml.eia2.medium', memoryInGB: 2 },
    { type: 'ml.eia1.xlarge', memoryInGB: 4 },
    { type: 'ml.eia2.large', memoryInGB: 4 },
    { type: 'ml.eia2.xlarge', memoryInGB: 8 },
  ],
};

/** Regions in which Elastic Inference was offered, by the last list of its endpoints (`api.elastic-inference`). */
export const ACCELERATOR_REGIONS: Sourced<readonly string[]> = {
  source: 'https://github.com/boto/botocore/blob/1.34.22/botocore/data/endpoints.json',
  asOf: '2026-11-21',
  values: ['ap-northeast-1', 'ap-northeast-2', 'eu-west-1', 'us-east-1', 'us-east-2', 'us-west-2'],
};

/** Repositories of the built-in algorithms that used accelerators; of the framework images, those whose repositories end in `-eia`. */
export const ACCELERATED_ALGORITHMS: Sourced<readonly string[]> = {
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/ei.html',
  asOf: '2026-11-21',
  values: ['image-classification', 'object-detection'],
};
