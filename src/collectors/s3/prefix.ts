import { listObjects } from '../../aws/operations/s3.ts';
import { absent, present } from '../../model/fact.ts';
import type { S3Prefix } from '../../model/facts/s3.ts';
import { defineCollector, invocation } from '../define.ts';
import { requireGeneralPurpose } from './general-purpose.ts';
import { onBucket } from './permissions.ts';

const SEPARATOR = '/';

interface Listed {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
}

interface Page {
  readonly objects: readonly Listed[];
  readonly truncated: boolean;
}

/** Keys that other keys continue after a `/`: as files they would take the place of a folder. S3 lists keys in order, so what continues one need not follow it at once. */
const clashesAmong = (keys: readonly string[]): readonly string[] => {
  const folders = new Set(
    keys.flatMap((key) =>
      key
        .split(SEPARATOR)
        .slice(0, -1)
        .map((_, index, parts) => parts.slice(0, index + 1).join(SEPARATOR)),
    ),
  );
  return keys.filter((key) => folders.has(key));
};

/** What a listing says of a prefix. */
export const prefixOf = (prefix: string, { objects, truncated }: Page): S3Prefix => ({
  objects: objects.length,
  truncated,
  isObject: objects.some(({ key }) => key === prefix),
  emptyFolders: objects.filter(({ key, size }) => size === 0 && key.endsWith(SEPARATOR)).map(({ key }) => key),
  clashes: clashesAmong(objects.map(({ key }) => key)),
});

/** What lies under a prefix, as far as one page tells, asked for in the bucket's own Region. */
export const s3Prefix = defineCollector({
  kind: 's3.prefix',
  operations: [listObjects],
  region: ({ region }) => region,
  calls: ({ bucket, prefix }) => [invocation(listObjects, { bucket, prefix })],
  permissions: ({ bucket }, { partition }) => [onBucket('s3:ListBucket', { bucket, partition })],
  collect: async ({ bucket, prefix }, call) => {
    requireGeneralPurpose(bucket);
    const page = await call(listObjects, { bucket, prefix });
    return page.state === 'absent' ? absent : present(prefixOf(prefix, page.value));
  },
});
