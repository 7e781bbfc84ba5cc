import { getBucketPolicy } from '../../aws/operations/s3.ts';
import { absent, present } from '../../model/fact.ts';
import { bucketArn } from '../../reason/references.ts';
import { defineCollector, invocation } from '../define.ts';
import { requireGeneralPurpose } from './general-purpose.ts';
import { onBucket } from './permissions.ts';

/** A bucket's policy, asked for in the bucket's own Region. */
export const s3BucketPolicy = defineCollector({
  kind: 's3.bucketPolicy',
  operations: [getBucketPolicy],
  region: ({ region }) => region,
  calls: ({ bucket }) => [invocation(getBucketPolicy, { bucket })],
  permissions: ({ bucket }, { partition }) => [onBucket('s3:GetBucketPolicy', { bucket, partition })],
  collect: async ({ bucket, region }, call) => {
    requireGeneralPurpose(bucket);
    const policy = await call(getBucketPolicy, { bucket });
    return policy.state === 'absent' ? absent : present({ kind: 'bucket', name: bucket, arn: bucketArn(bucket, region), text: policy.value });
  },
});
