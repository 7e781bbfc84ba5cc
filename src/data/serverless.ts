import type { Sourced } from './sourced.ts';

const GUIDE = 'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html';
const READ = '2026-11-21';

/** Memory sizes that serverless endpoints come in, MB, ascending. */
export const MEMORY_SIZES_MB: Sourced<readonly number[]> = { source: GUIDE, asOf: READ, values: [1024, 2048, 3072, 4096, 5120, 6144] };

/** What `MaxConcurrency` and `ProvisionedConcurrency` of one endpoint may be, both ends included. */
export const CONCURRENCY_OF_ENDPOINT: Sourced<{ readonly least: number; readonly most: number }> = {
  source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariantServerlessConfig.html',
  asOf: READ,
  values: { least: 1, most: 200 },
};

/**
 * Largest container image, bytes: the guide's 10 GB are 10 GiB in the service's own refusal
 * (https://github.com/aws/deep-learning-containers/issues/4616). Whether compressed or not is undocumented.
 */
export const LARGEST_IMAGE_BYTES: Sourced<number> = { source: GUIDE, asOf: READ, values: 10 * 1024 ** 3 };

/** Disk that a container may write to, GB, whatever its memory size. */
export const EPHEMERAL_DISK_GB: Sourced<number> = { source: GUIDE, asOf: READ, values: 5 };

const REGIONS_OF_1000 = ['us-east-1', 'us-east-2', 'us-west-2', 'ap-southeast-1', 'ap-southeast-2', 'ap-northeast-1', 'eu-central-1', 'eu-west-1'];
const REGIONS_OF_500 = [
  ...['us-west-1', 'af-south-1', 'ap-east-1', 'ap-south-1', 'ap-northeast-2', 'ap-northeast-3', 'ca-central-1'],
  ...['eu-west-2', 'eu-west-3', 'eu-south-1', 'eu-north-1', 'me-south-1', 'sa-east-1'],
];

/** Regions that Serverless Inference is documented for. The Regions of China are excluded by name; of others the guide says nothing. */
export const SERVERLESS_REGIONS: Sourced<readonly string[]> = { source: GUIDE, asOf: READ, values: [...REGIONS_OF_1000, ...REGIONS_OF_500] };

/**
 * Quotas as documented. The applied ones of a young account are far lower, so nothing may be judged by these;
 * for the total concurrency ask Service Quotas (`SERVERLESS_TOTAL_CONCURRENCY`).
 */
export const DOCUMENTED_SERVERLESS_QUOTAS: Sourced<{
  /** Region → concurrency that all its serverless endpoints share. */
  readonly totalConcurrency: ReadonlyMap<string, number>;
  readonly endpointsPerRegion: number;
}> = {
  source: GUIDE,
  asOf: READ,
  values: {
    totalConcurrency: new Map([...REGIONS_OF_1000.map((region) => [region, 1000] as const), ...REGIONS_OF_500.map((region) => [region, 500] as const)]),
    endpointsPerRegion: 50,
  },
};
