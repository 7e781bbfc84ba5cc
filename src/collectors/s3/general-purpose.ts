import { Refused } from '../../aws/refused.ts';
import { unknown } from '../../model/fact.ts';
import { parseS3Uri } from '../../reason/references.ts';

const ANY_KEY = 'key';

/** Throws Refused for what stands in a bucket's place but follows other rules. */
export const requireGeneralPurpose = (bucket: string): void => {
  const via = parseS3Uri(`s3://${bucket}/${ANY_KEY}`)?.via ?? 'bucket';
  if (via === 'bucket') return;
  const what = via === 'access-point' ? 'an access point' : 'a directory bucket';
  throw new Refused(unknown('unsupported', `${bucket} is ${what}, whose permissions are not judged — name the bucket behind it, or check by hand`));
};
