import { headObject } from '../../aws/operations/s3.ts';
import { absent, present } from '../../model/fact.ts';
import { defineCollector, invocation } from '../define.ts';
import { requireGeneralPurpose } from './general-purpose.ts';
import { onObject } from './permissions.ts';

/** S3 leaves the header out for it. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html */
const DEFAULT_STORAGE_CLASS = 'STANDARD';

/** An object, asked for in its bucket's own Region. User metadata is not taken. */
export const s3Object = defineCollector({
  kind: 's3.object',
  operations: [headObject],
  region: ({ region }) => region,
  calls: ({ bucket, key }) => [invocation(headObject, { bucket, key })],
  // s3:ListBucket, without which a missing object is refused and not absent, is the bucket's own fact's.
  permissions: ({ bucket, key }, { partition }) => [onObject('s3:GetObject', { bucket, key, partition })],
  collect: async ({ bucket, key }, call) => {
    requireGeneralPurpose(bucket);
    const object = await call(headObject, { bucket, key });
    if (object.state === 'absent') return absent;
    const { ContentLength, StorageClass = DEFAULT_STORAGE_CLASS, ArchiveStatus, Restore, ServerSideEncryption, SSEKMSKeyId } = object.value;
    return present({
      size: ContentLength,
      storageClass: StorageClass,
      ...(ArchiveStatus !== undefined && { archiveStatus: ArchiveStatus }),
      ...(Restore !== undefined && { restore: Restore }),
      ...(ServerSideEncryption !== undefined && { encryption: ServerSideEncryption }),
      ...(SSEKMSKeyId !== undefined && { kmsKeyId: SSEKMSKeyId }),
    });
  },
});
