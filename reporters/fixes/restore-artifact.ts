import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand } from '../shell.ts';
import { visible } from '../text.ts';

const S3_ADDRESS = /^s3:\/\/([^/]+)\/(.+)$/s;
const DAYS_TO_COPY = 7;

/** Asks for an archived artifact, then copies it in place: a restored copy expires. Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html */
export const restoreArtifact: FixRenderer<'restore-artifact'> = ({ uri, region }) => {
  const [, bucket, key] = S3_ADDRESS.exec(uri) ?? [];
  const text = `Restore ${visible(uri)}, and once that is done (hours) copy it into a storage class that can be read at once; or upload the artifact again.`;
  if (bucket === undefined || key === undefined) return { text, commands: [] };
  return {
    text,
    commands: [
      awsCommand(['s3api', 'restore-object'], { bucket, key, 'restore-request': `Days=${DAYS_TO_COPY}`, region }),
      awsCommand(['s3', 'cp', uri, uri], { 'storage-class': 'STANDARD', 'force-glacier-transfer': true, region }),
    ],
  };
};
