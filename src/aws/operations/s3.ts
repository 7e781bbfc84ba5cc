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
    const { BucketRegion = route.region } = await client.send(command, { abortSignal: route.signal });
    return { region: BucketRegion };
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
