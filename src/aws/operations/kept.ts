import { bytesWithin } from '../object-text.ts';
import type { Route } from '../operation.ts';
import { answered, defineOperation } from '../operation.ts';
import { drain } from '../pages.ts';

const MOST_MEGABYTES = 500;
const NO_SUCH_BUCKET = { name: 'NoSuchBucket' };
const open = ({ clients, region }: Route) => clients.open('s3', region);

/** The names of what is kept directly under a prefix (empty, or ending in a slash), in the order of S3: by their bytes. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export const listKept = defineOperation({
  name: 's3:ListObjectsV2',
  service: 's3',
  actions: ['s3:ListBucket'],
  serves: 'run',
  absentWhen: [NO_SUCH_BUCKET],
  subject: ({ bucket, prefix }: { readonly bucket: string; readonly prefix: string; readonly part: 'names' }) => `what is kept under s3://${bucket}/${prefix}`,
  send: async ({ bucket, prefix }, route) => {
    const { client, sdk } = await open(route);
    return drain(route, async (ContinuationToken) => {
      const command = new sdk.ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, Delimiter: '/', ContinuationToken });
      const page = await client.send(command, { abortSignal: route.signal });
      answered(page.KeyCount, 'KeyCount');
      const items = (page.Contents ?? []).map(({ Key }) => answered(Key, 'Key').slice(prefix.length)).filter((name) => name !== '');
      return { items, next: page.IsTruncated === true ? answered(page.NextContinuationToken, 'NextContinuationToken') : undefined };
    });
  },
});

/** One kept object, whole, or its first bytes. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export const getKept = defineOperation({
  name: 's3:GetObject',
  service: 's3',
  actions: ['s3:GetObject'],
  serves: 'run',
  absentWhen: [{ name: 'NoSuchKey' }, NO_SUCH_BUCKET],
  whenDenied: 'the object may also be missing, which S3 does not tell without s3:ListBucket',
  subject: ({ bucket, key }: { readonly bucket: string; readonly key: string; readonly part: 'kept'; readonly first?: number }) => `s3://${bucket}/${key}`,
  send: async ({ bucket, key, first }, route) => {
    const { client, sdk } = await open(route);
    const range = first === undefined ? {} : { Range: `bytes=0-${first - 1}` };
    const answer = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: key, ...range }), { abortSignal: route.signal });
    return bytesWithin({ ...answer, Body: answered(answer.Body, 'body') }, MOST_MEGABYTES);
  },
});
