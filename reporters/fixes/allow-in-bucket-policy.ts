import { addStatement, bucketPolicy } from '../policy-edit.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import { visible } from '../text.ts';

/** Adds a statement to a bucket's policy. */
export const allowInBucketPolicy: FixRenderer<'allow-in-bucket-policy'> = ({ bucket, statement }) => ({
  text: `Add this statement to the policy of the bucket ${visible(bucket)}, as the account that owns it. If it has no policy yet (NoSuchBucketPolicy), begin with {"Version":"2012-10-17","Statement":[]} in bucket-policy.json.`,
  commands: addStatement(bucketPolicy(bucket), statement),
});
