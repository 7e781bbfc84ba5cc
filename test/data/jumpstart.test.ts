import { expect, test } from '@jest/globals';
import { JUMPSTART_REGIONS, jumpStartBuckets, OPTIMISED_REGIONS } from '../../src/data/jumpstart.ts';
import { REGIONS } from '../../src/data/regions.ts';

test('the Regions of JumpStart are Regions, each once', () => {
  const codes = new Set(REGIONS.values.map(({ code }) => code));
  expect(JUMPSTART_REGIONS.values.filter((region) => !codes.has(region))).toEqual([]);
  expect(new Set(JUMPSTART_REGIONS.values).size).toBe(44);
  expect(new Set(OPTIMISED_REGIONS.values).size).toBe(17);
  expect(OPTIMISED_REGIONS.values.filter((region) => !JUMPSTART_REGIONS.values.includes(region))).toEqual([]);
});

test.each([
  ['us-east-1', { content: 'jumpstart-cache-prod-us-east-1', gated: 'jumpstart-private-cache-prod-us-east-1', optimised: 'sagemaker-sd-models-prod-us-east-1' }],
  ['cn-north-1', { content: 'jumpstart-cache-prod-cn-north-1', gated: 'jumpstart-private-cache-prod-cn-north-1' }],
])('the buckets of %s', (region, buckets) => {
  expect(jumpStartBuckets(region)).toEqual(buckets);
});
