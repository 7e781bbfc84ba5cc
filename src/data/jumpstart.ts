import type { Sourced } from './sourced.ts';

/** Where AWS keeps JumpStart's models of one Region. */
export interface JumpStartBuckets {
  /** Manifest, specifications and open models. */
  readonly content: string;
  /** Models whose licence must be accepted. */
  readonly gated: string;
  /** Models that were optimised beforehand; not in every Region. */
  readonly optimised?: string;
}

/**
 * Regions of every partition that have JumpStart content, by code. The list grows: a Region outside it may have content all the same.
 * The buckets are named alike in all of them, so that the partition only shows in their ARNs.
 */
export const JUMPSTART_REGIONS: Sourced<readonly string[]> = {
  source: 'https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/jumpstart/region_config.json',
  asOf: '2026-11-21',
  values: [
    ...['af-south-1', 'ap-east-1', 'ap-east-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-south-2'],
    ...['ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7'],
    ...['ca-central-1', 'ca-west-1', 'cn-north-1', 'cn-northwest-1', 'eu-central-1', 'eu-central-2', 'eu-isoe-west-1', 'eu-north-1'],
    ...['eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'eusc-de-east-1', 'il-central-1', 'me-central-1', 'me-south-1'],
    ...['mx-central-1', 'sa-east-1', 'us-east-1', 'us-east-2', 'us-gov-east-1', 'us-gov-west-1', 'us-iso-east-1', 'us-isob-east-1'],
    ...['us-isof-east-1', 'us-isof-south-1', 'us-west-1', 'us-west-2'],
  ],
};

/** Regions that have a bucket of models optimised beforehand. */
export const OPTIMISED_REGIONS: Sourced<readonly string[]> = {
  source: JUMPSTART_REGIONS.source,
  asOf: JUMPSTART_REGIONS.asOf,
  values: [
    ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'ca-central-1', 'eu-central-1'],
    ...['eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'sa-east-1', 'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
  ],
};

/** The buckets of a Region, by their names' form: also right where a Region is newer than the table. */
export const jumpStartBuckets = (region: string): JumpStartBuckets => ({
  content: `jumpstart-cache-prod-${region}`,
  gated: `jumpstart-private-cache-prod-${region}`,
  ...(OPTIMISED_REGIONS.values.includes(region) && { optimised: `sagemaker-sd-models-prod-${region}` }),
});
