import { getBucketRequestPayment } from '../../aws/operations/s3.ts';
import { absent, present } from '../../model/fact.ts';
import { defineCollector, invocation } from '../define.ts';
import { requireGeneralPurpose } from './general-purpose.ts';
import { onBucket } from './permissions.ts';

/** Who pays for requests to a bucket, asked for in the bucket's own Region. */
export const s3Payer = defineCollector({
  kind: 's3.payer',
  operations: [getBucketRequestPayment],
  region: ({ region }) => region,
  calls: ({ bucket }) => [invocation(getBucketRequestPayment, { bucket })],
  permissions: ({ bucket }, { partition }) => [onBucket('s3:GetBucketRequestPayment', { bucket, partition })],
  collect: async ({ bucket }, call) => {
    requireGeneralPurpose(bucket);
    const payer = await call(getBucketRequestPayment, { bucket });
    return payer.state === 'absent' ? absent : present({ payer: payer.value });
  },
});
