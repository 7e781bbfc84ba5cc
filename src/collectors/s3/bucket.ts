import { headBucket } from '../../aws/operations/s3.ts';
import { Refused } from '../../aws/refused.ts';
import type { Reading } from '../../model/fact.ts';
import { absent, present, unknown } from '../../model/fact.ts';
import type { Bucket } from '../../model/facts/s3.ts';
import { bucketArn } from '../../reason/references.ts';
import { defineCollector, invocation } from '../define.ts';
import { requireGeneralPurpose } from './general-purpose.ts';
import { onBucket } from './permissions.ts';

const isDenied = (reading: Reading<unknown>): boolean => reading.state === 'unknown' && reading.reason === 'access-denied';

const refusedTwice = (bucket: string, account: string, region: string): Refused => {
  const remedy = `grant s3:ListBucket on ${bucketArn(bucket, region)}, or pass --facts`;
  const message = `s3:HeadBucket was refused for the bucket ${bucket}, also without asking for the owner ${account} — ${remedy}; the bucket may belong to another account, whose policy must then admit you`;
  return new Refused(unknown('access-denied', message, { actions: ['s3:ListBucket'] }));
};

const bucketFrom = (reading: Reading<{ readonly region: string }>, name: string, owner: Bucket['owner']) => {
  if (reading.state === 'unknown') throw new Refused(reading);
  return reading.state === 'absent' ? absent : present({ name, region: reading.value.region, owner });
};

/** A bucket, its Region, and whose it is: asked first as this account's own, and when that is refused as anybody's. */
export const s3Bucket = defineCollector({
  kind: 's3.bucket',
  operations: [headBucket],
  region: ({ region }) => region,
  calls: ({ bucket, account }) => [invocation(headBucket, { bucket, expectedOwner: account })],
  surcharges: [
    { service: 's3', each: 1, per: 'bucket in another Region' },
    { service: 's3', each: 1, per: 'bucket of another account, or refused' },
  ],
  permissions: ({ bucket }, { partition }) => [onBucket('s3:ListBucket', { bucket, partition })],
  collect: async ({ bucket, account, region }, call) => {
    requireGeneralPurpose(bucket);
    const own = await call.attempt(headBucket, { bucket, expectedOwner: account });
    if (!isDenied(own)) return bucketFrom(own, bucket, 'this-account');
    const anybodys = await call.attempt(headBucket, { bucket });
    if (isDenied(anybodys)) throw refusedTwice(bucket, account, region);
    return bucketFrom(anybodys, bucket, 'other');
  },
});
