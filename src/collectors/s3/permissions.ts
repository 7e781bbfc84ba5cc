import type { IamAction } from '../../model/words.ts';
import type { NeededPermission } from '../define.ts';

/** What is known of a bucket and an object before they are asked for; undefined comes from another fact. */
export interface BucketReference {
  readonly bucket: string | undefined;
  readonly partition: string;
}

/** One action on one bucket. */
export const onBucket = (action: IamAction, { bucket, partition }: BucketReference): NeededPermission =>
  bucket === undefined
    ? { action, resources: [`arn:${partition}:s3:::*`], because: 'the bucket is known only from another fact' }
    : { action, resources: [`arn:${partition}:s3:::${bucket}`] };

/** One action on one object. */
export const onObject = (action: IamAction, { bucket, key, partition }: BucketReference & { readonly key: string | undefined }): NeededPermission =>
  bucket === undefined || key === undefined
    ? { action, resources: [`arn:${partition}:s3:::${bucket ?? '*'}/*`], because: 'the object is known only from another fact' }
    : { action, resources: [`arn:${partition}:s3:::${bucket}/${key}`] };
