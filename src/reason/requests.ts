import type { Derived, FactRequest } from '../model/fact.ts';
import { existing, fact, from } from '../model/fact.ts';
import type { Key } from '../model/facts/kms.ts';
import type { Bucket, S3Object } from '../model/facts/s3.ts';
import type { Target } from '../model/target.ts';
import type { WithArtifact, WithRole } from './applicability.ts';
import type { ObjectLocation, Repository } from './references.ts';
import { objectArn, parseS3Uri, regionOfKey } from './references.ts';

// The selections stand here once, by name: two requests that share a selection are one fact in the plan.
const regionOfBucket = (bucket: Bucket): string => bucket.region;
const nameOfOthers = ({ owner, name }: Bucket): string | undefined => (owner === 'other' ? name : undefined);
const keyOfObject = (object: S3Object): string | undefined => object.kmsKeyId;
const arnOfKey = (key: Key): string => key.arn;

/** The role that SageMaker will run as. */
export const executionRole = (target: WithRole): FactRequest<'iam.role'> => fact('iam.role', { roleArn: target.executionRoleArn });

/** The same role, once `identity/role-exists` has passed. */
export const existingExecutionRole = (target: WithRole) => existing(executionRole(target), 'identity/role-exists');

/** Where the artifact lies; undefined when the address is none that S3 knows. */
export const artifactLocation = (target: WithArtifact): ObjectLocation | undefined => parseS3Uri(target.modelDataUrl);

/** The bucket of a location, as the target's account sees it. */
export const bucketAt = (target: Target, bucket: string): FactRequest<'s3.bucket'> =>
  fact('s3.bucket', { bucket, account: target.account, region: target.region });

/** The Region of a bucket, wherever the target is. */
export const regionAt = (target: Target, bucket: string): Derived<string> => from(bucketAt(target, bucket), regionOfBucket);

/** An object, asked for in its bucket's own Region. */
export const objectAt = (target: Target, { bucket, key }: { readonly bucket: string; readonly key: string }): FactRequest<'s3.object'> =>
  fact('s3.object', { bucket, key, region: regionAt(target, bucket) });

/** The first bytes of an object. */
export const objectStartAt = (target: Target, { bucket, key }: { readonly bucket: string; readonly key: string }): FactRequest<'s3.objectStart'> =>
  fact('s3.objectStart', { bucket, key, region: regionAt(target, bucket) });

/** Who pays for reading another owner's bucket; absent for a bucket of the target's own account, where AWS asks nobody. */
export const payerOfOthers = (target: Target, bucket: string): FactRequest<'s3.payer'> =>
  fact('s3.payer', { bucket: from(bucketAt(target, bucket), nameOfOthers), region: regionAt(target, bucket) });

/** A bucket's policy; absent when it has none. */
export const bucketPolicyAt = (target: Target, bucket: string): FactRequest<'s3.bucketPolicy'> =>
  fact('s3.bucketPolicy', { bucket, region: regionAt(target, bucket) });

/** The customer or AWS managed key that an object is encrypted with; nothing selected: none. */
export const keyOfObjectAt = (target: Target, location: { readonly bucket: string; readonly key: string }): Derived<string> =>
  from(objectAt(target, location), keyOfObject);

/** A key, by whatever form of reference; an ARN is asked for in its own Region. */
export const keyBy = (target: Target, keyId: string | Derived<string>): FactRequest<'kms.key'> =>
  fact('kms.key', { keyId, region: (typeof keyId === 'string' && regionOfKey(keyId)) || target.region });

/** A key's policy. */
export const keyPolicyOf = (key: FactRequest<'kms.key'>): FactRequest<'kms.keyPolicy'> => fact('kms.keyPolicy', { keyArn: from(key, arnOfKey) });

/** A key's grants. */
export const grantsOf = (key: FactRequest<'kms.key'>): FactRequest<'kms.grants'> => fact('kms.grants', { keyArn: from(key, arnOfKey) });

/** A repository's policy; absent when it has none. */
export const repositoryPolicyAt = ({ account, region, repository }: Repository): FactRequest<'ecr.repositoryPolicy'> =>
  fact('ecr.repositoryPolicy', { account, region, repository });

/** The organisation of the target's account; absent when it is in none. */
export const organizationOf = ({ account, region }: Target): FactRequest<'organizations.organization'> =>
  fact('organizations.organization', { account, region });

/** The artifact's bucket, once `artifact/bucket-exists` has passed (which it does for general purpose buckets only). */
export const existingBucket = (target: WithArtifact) => existing(bucketAt(target, artifactLocation(target)?.bucket ?? ''), 'artifact/bucket-exists');

/** The artifact, once `artifact/artifact-exists` has passed (which it does for objects of general purpose buckets only). */
export const existingArtifact = (target: WithArtifact) =>
  existing(objectAt(target, artifactLocation(target) ?? { bucket: '', key: '' }), 'artifact/artifact-exists');

/** The artifact's ARN; its address as it stands, where S3 knows none such. */
export const artifactArn = (target: WithArtifact): string => {
  const location = artifactLocation(target);
  return location === undefined ? target.modelDataUrl : objectArn(location, target.region);
};
