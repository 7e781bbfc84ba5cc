import type { Derived, FactRequest } from '../model/fact.ts';
import { existing, fact, from } from '../model/fact.ts';
import type { Key } from '../model/facts/kms.ts';
import type { Bucket, S3Object } from '../model/facts/s3.ts';
import type { Target } from '../model/target.ts';
import type { WithArtifact, WithKey } from './applicability.ts';
import type { ObjectLocation } from './references.ts';
import { parseS3Uri, regionOfKey } from './references.ts';

// The selections stand here once, by name: two requests that share a selection are one fact in the plan.
const regionOfBucket = (bucket: Bucket): string => bucket.region;
const keyOfObject = (object: S3Object): string | undefined => object.kmsKeyId;
const arnOfKey = (key: Key): string => key.arn;

/** The role that SageMaker will run as. */
export const executionRole = (target: Target): FactRequest<'iam.role'> => fact('iam.role', { roleArn: target.executionRoleArn });

/** The same role, once `identity/role-exists` has passed. */
export const existingExecutionRole = (target: Target) => existing(executionRole(target), 'identity/role-exists');

/** Where the artifact lies; undefined when the address is none that S3 knows. */
export const artifactLocation = (target: WithArtifact): ObjectLocation | undefined => parseS3Uri(target.modelDataUrl);

/** The bucket of a location, as the target's account sees it. */
export const bucketAt = (target: Target, bucket: string): FactRequest<'s3.bucket'> =>
  fact('s3.bucket', { bucket, account: target.account, region: target.region });

/** The Region of a bucket, wherever the target is. */
const regionAt = (target: Target, bucket: string): Derived<string> => from(bucketAt(target, bucket), regionOfBucket);

/** An object, asked for in its bucket's own Region. */
export const objectAt = (target: Target, { bucket, key }: { readonly bucket: string; readonly key: string }): FactRequest<'s3.object'> =>
  fact('s3.object', { bucket, key, region: regionAt(target, bucket) });

/** A bucket's policy; absent when it has none. */
export const bucketPolicyAt = (target: Target, bucket: string): FactRequest<'s3.bucketPolicy'> =>
  fact('s3.bucketPolicy', { bucket, region: regionAt(target, bucket) });

/** The customer or AWS managed key that an object is encrypted with; nothing selected: none. */
export const keyOfObjectAt = (target: Target, location: { readonly bucket: string; readonly key: string }): Derived<string> =>
  from(objectAt(target, location), keyOfObject);

/** A key, by whatever form of reference; an ARN is asked for in its own Region. */
export const keyBy = (target: Target, keyId: string | Derived<string>): FactRequest<'kms.key'> =>
  fact('kms.key', { keyId, region: (typeof keyId === 'string' && regionOfKey(keyId)) || target.region });

/** The key that the plan names for the endpoint configuration. */
export const plannedKey = (target: WithKey): FactRequest<'kms.key'> => keyBy(target, target.kmsKeyId);

/** A key's policy. */
export const keyPolicyOf = (key: FactRequest<'kms.key'>): FactRequest<'kms.keyPolicy'> => fact('kms.keyPolicy', { keyArn: from(key, arnOfKey) });

/** A key's grants. */
export const grantsOf = (key: FactRequest<'kms.key'>): FactRequest<'kms.grants'> => fact('kms.grants', { keyArn: from(key, arnOfKey) });

/** The artifact's bucket, once `artifact/bucket-exists` has passed (which it does for general purpose buckets only). */
export const existingBucket = (target: WithArtifact) => existing(bucketAt(target, artifactLocation(target)?.bucket ?? ''), 'artifact/bucket-exists');
