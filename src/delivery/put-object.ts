import type { DeliveryClients } from './clients.ts';
import { isTaken, undelivered } from './failure.ts';

/** An object that is to be put into a bucket. */
export interface NewObject {
  readonly bucket: string;
  readonly key: string;
  readonly body: Uint8Array;
  /** Media type. */
  readonly type: string;
}

/** An attempt whose answer got lost has put the object; the next one then finds it there. */
const isOwn = (error: unknown): boolean => ((error as { readonly $metadata?: { readonly attempts?: number } }).$metadata?.attempts ?? 1) > 1;

/** Puts an object where there is none yet. Throws a Stop when it is refused, or when there is one. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const putObject = async (clients: DeliveryClients, region: string, { bucket, key, body, type }: NewObject): Promise<void> => {
  try {
    const { client, sdk } = await clients.s3(region);
    await client.send(new sdk.PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: type, IfNoneMatch: '*' }));
  } catch (error) {
    if (isTaken(error) && isOwn(error)) return;
    const attempt = { action: 's3:PutObject', what: `s3://${bucket}/${key}`, whenMissing: 'name a bucket that exists' };
    throw undelivered(attempt, isTaken(error) ? new Error('there is an object of this name already') : error);
  }
};
