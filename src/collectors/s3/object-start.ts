import { getObjectStart } from '../../aws/operations/s3.ts';
import { defineCollector, invocation } from '../define.ts';
import { requireGeneralPurpose } from './general-purpose.ts';
import { onBucket, onObject } from './permissions.ts';

/** The first bytes of an object, asked for in its bucket's own Region. */
export const s3ObjectStart = defineCollector({
  kind: 's3.objectStart',
  operations: [getObjectStart],
  region: ({ region }) => region,
  calls: ({ bucket, key }) => [invocation(getObjectStart, { bucket, key })],
  permissions: ({ bucket, key }, { partition }) => [onObject('s3:GetObject', { bucket, key, partition }), onBucket('s3:ListBucket', { bucket, partition })],
  collect: async ({ bucket, key }, call) => {
    requireGeneralPurpose(bucket);
    return call(getObjectStart, { bucket, key });
  },
});
