import type { Route } from '../operation.ts';
import { answered, defineOperation } from '../operation.ts';

const NO_SUCH_BUCKET = { name: 'NoSuchBucket' };
/** HEAD answers have no body, so the SDK names a 404 itself. */
const NOT_FOUND = { name: 'NotFound' };
const open = ({ clients, region }: Route) => clients.open('s3', region);

/** Whether a bucket exists and may be listed, and where it lies. With `expectedOwner`, another owner's bucket is refused. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
export const headBucket = defineOperation({
  name: 's3:HeadBucket',
  service: 's3',
  actions: ['s3:ListBucket'],
  absentWhen: [NOT_FOUND, NO_SUCH_BUCKET],
  whenDenied: 'S3 answers the same when the bucket belongs to another account',
  subject: ({ bucket }: { readonly bucket: string; readonly expectedOwner?: string }) => `the bucket ${bucket}`,
  send: async ({ bucket, expectedOwner }, route) => {
    const { client, sdk } = await open(route);
    const command = new sdk.HeadBucketCommand({ Bucket: bucket, ExpectedBucketOwner: expectedOwner });
    const { BucketRegion } = await client.send(command, { abortSignal: route.signal });
    return { region: answered(BucketRegion, 'BucketRegion') };
  },
});

/** A bucket's policy. Identities of other accounts than the bucket's get 405, whatever they are granted. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html */
export const getBucketPolicy = defineOperation({
  name: 's3:GetBucketPolicy',
  service: 's3',
  actions: ['s3:GetBucketPolicy'],
  absentWhen: [{ name: 'NoSuchBucketPolicy' }, NO_SUCH_BUCKET],
  subject: ({ bucket }: { readonly bucket: string }) => `the bucket ${bucket}`,
  send: async ({ bucket }, route) => {
    const { client, sdk } = await open(route);
    const { Policy } = await client.send(new sdk.GetBucketPolicyCommand({ Bucket: bucket }), { abortSignal: route.signal });
    return answered(Policy, 'Policy');
  },
});

/** An object's description. Without s3:ListBucket, S3 answers 403 where it would answer 404; HeadBucket, which is asked before, has needed that one already. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html */
export const headObject = defineOperation({
  name: 's3:HeadObject',
  service: 's3',
  actions: ['s3:GetObject'],
  absentWhen: [NOT_FOUND],
  whenDenied: 'the object may also be missing, which S3 does not tell without s3:ListBucket',
  subject: ({ bucket, key }: { readonly bucket: string; readonly key: string }) => `s3://${bucket}/${key}`,
  send: async ({ bucket, key }, route) => {
    const { client, sdk } = await open(route);
    const { ContentLength, ...described } = await client.send(new sdk.HeadObjectCommand({ Bucket: bucket, Key: key }), { abortSignal: route.signal });
    return { ...described, ContentLength: answered(ContentLength, 'Content-Length') };
  },
});

/** How much of an object is read: enough for the signature of gzip. */
const START_BYTES = 2;

/** Reads a body's first bytes, and closes it where more would follow: a server may ignore the range. */
const firstBytes = async (body: AsyncIterable<Uint8Array>): Promise<string> => {
  let read = Buffer.alloc(0);
  for await (const chunk of body) {
    read = Buffer.concat([read, chunk.subarray(0, START_BYTES)]);
    if (read.length > START_BYTES || chunk.length > START_BYTES) break;
  }
  return read.subarray(0, START_BYTES).toString('hex');
};

/** An empty object has no first byte, so S3 refuses the range. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const NOTHING_THERE = 'InvalidRange';
const emptyWhenNothingThere = (thrown: unknown): undefined => {
  if (thrown instanceof Error && thrown.name === NOTHING_THERE) return undefined;
  throw thrown;
};

/** The first two bytes of an object, hex; empty for an empty object. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export const getObjectStart = defineOperation({
  name: 's3:GetObject',
  service: 's3',
  actions: ['s3:GetObject', 's3:ListBucket'],
  absentWhen: [{ name: 'NoSuchKey' }],
  whenDenied: 'an object that is encrypted with a KMS key also needs kms:Decrypt on that key, and without s3:ListBucket S3 refuses a missing object too',
  subject: ({ bucket, key }: { readonly bucket: string; readonly key: string }) => `s3://${bucket}/${key}`,
  send: async ({ bucket, key }, route) => {
    const { client, sdk } = await open(route);
    const command = new sdk.GetObjectCommand({ Bucket: bucket, Key: key, Range: `bytes=0-${START_BYTES - 1}` });
    const found = await client.send(command, { abortSignal: route.signal }).catch(emptyWhenNothingThere);
    if (found === undefined) return { bytes: '' };
    return { bytes: await firstBytes(answered(found.Body, 'body') as AsyncIterable<Uint8Array>) };
  },
});

/** Who pays for requests. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketRequestPayment.html */
export const getBucketRequestPayment = defineOperation({
  name: 's3:GetBucketRequestPayment',
  service: 's3',
  actions: ['s3:GetBucketRequestPayment'],
  absentWhen: [NO_SUCH_BUCKET],
  subject: ({ bucket }: { readonly bucket: string }) => `the bucket ${bucket}`,
  send: async ({ bucket }, route) => {
    const { client, sdk } = await open(route);
    const { Payer } = await client.send(new sdk.GetBucketRequestPaymentCommand({ Bucket: bucket }), { abortSignal: route.signal });
    return answered(Payer, 'Payer');
  },
});

/** One page of what lies under a prefix. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export const listObjects = defineOperation({
  name: 's3:ListObjectsV2',
  service: 's3',
  actions: ['s3:ListBucket'],
  absentWhen: [NO_SUCH_BUCKET],
  subject: ({ bucket, prefix }: { readonly bucket: string; readonly prefix: string }) => `what lies under s3://${bucket}/${prefix}`,
  send: async ({ bucket, prefix }, route) => {
    const { client, sdk } = await open(route);
    const page = await client.send(new sdk.ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }), { abortSignal: route.signal });
    // S3 leaves the list out where it is empty; the count is always there.
    answered(page.KeyCount, 'KeyCount');
    const objects = (page.Contents ?? []).map(({ Key, Size }) => ({ key: answered(Key, 'Key'), size: answered(Size, 'Size') }));
    return { objects, truncated: page.IsTruncated === true };
  },
});
