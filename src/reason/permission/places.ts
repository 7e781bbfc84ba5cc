import type { FactRequest } from '../../model/fact.ts';
import type { PermissionResource } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import type { ObjectLocation, Repository } from '../references.ts';
import { bucketArn, objectArn, parseImageUri, parseS3Uri } from '../references.ts';
import { keyBy, keyOfObjectAt } from '../requests.ts';

type KeyResource = Extract<PermissionResource, { readonly kind: 'kms-key' | 'key-of-object' }>;

/** Where the object of an `s3://` address lies; rules about objects depend on one that checked the address. */
export const locationOf = (uri: string): ObjectLocation => parseS3Uri(uri) ?? { bucket: '', key: '', via: 'bucket' };

/** Where a question about S3 is asked: an object, or a bucket as a whole (no key). */
export const placeInS3 = (resource: Extract<PermissionResource, { kind: 's3-object' | 's3-bucket' }>): ObjectLocation =>
  resource.kind === 's3-object' ? locationOf(resource.uri) : { bucket: resource.bucket, key: '', via: 'bucket' };

/** The ARN that is asked about. */
export const arnInS3 = (location: Pick<ObjectLocation, 'bucket' | 'key'>, region: string): string =>
  location.key === '' ? bucketArn(location.bucket, region) : objectArn(location, region);

/** The repository of an ECR image URI; rules about repositories apply to ECR images only. */
export const repositoryOf = (image: string): Repository => {
  const { ecr = { account: '', region: '' }, repository = '' } = parseImageUri(image) ?? {};
  return { ...ecr, repository };
};

/** The key that a question is about. */
export const keyRequest = (target: Target, resource: KeyResource): FactRequest<'kms.key'> =>
  resource.kind === 'kms-key' ? keyBy(target, resource.keyId) : keyBy(target, keyOfObjectAt(target, locationOf(resource.uri)));
