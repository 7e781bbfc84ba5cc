import { parseArn, partitionOf } from './arn.ts';

/** Where an object lies. */
export interface ObjectLocation {
  /** Bucket name, or the access point or directory bucket that stands in its place. */
  readonly bucket: string;
  readonly key: string;
  /** `access-point` and `directory-bucket` have rules of their own, which are not judged here. */
  readonly via: 'bucket' | 'access-point' | 'directory-bucket';
}

const S3_URI = /^s3:\/\/([^/]+)\/(.+)$/;
const ACCESS_POINT = /^s3:\/\/(arn:[^:]+:s3[^:]*:[^:]*:[^:]*:accesspoint[/:][^/]+)\/(?:object\/)?(.+)$/;

const kindOfBucket = (bucket: string): ObjectLocation['via'] => {
  if (bucket.endsWith('--x-s3')) return 'directory-bucket';
  return bucket.endsWith('-s3alias') || bucket.endsWith('--xa-s3') ? 'access-point' : 'bucket';
};

/** Reads `s3://bucket/key`. Directory buckets end in `--x-s3`, access-point aliases in `-s3alias`. */
export const parseS3Uri = (uri: string): ObjectLocation | undefined => {
  const point = ACCESS_POINT.exec(uri);
  if (point?.[1] !== undefined && point[2] !== undefined) return { bucket: point[1], key: point[2], via: 'access-point' };
  const [, bucket, key] = S3_URI.exec(uri) ?? [];
  return bucket === undefined || key === undefined ? undefined : { bucket, key, via: kindOfBucket(bucket) };
};

/** An image URI taken apart. `ecr` is undefined for any other registry. */
export interface ImageReference {
  readonly registry: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly ecr?: { readonly account: string; readonly region: string };
}

const IMAGE = /^([^/]+)\/([^@:]+)(?::([^@]+))?(?:@(sha256:[0-9a-f]{64}))?$/;
const ECR_HOST =
  /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|on\.aws|c2s\.ic\.gov|sc2s\.sgov\.gov|csp\.hci\.ic\.gov|cloud\.adc-e\.uk)$/;

/** Reads `registry/repository[:tag][@digest]`. ECR hosts: https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html */
export const parseImageUri = (uri: string): ImageReference | undefined => {
  const [, registry, repository, tag, digest] = IMAGE.exec(uri) ?? [];
  if (registry === undefined || repository === undefined) return undefined;
  const [, account, region] = ECR_HOST.exec(registry) ?? [];
  return {
    registry,
    repository,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
    ...(account !== undefined && region !== undefined && { ecr: { account, region } }),
  };
};

/** A repository of ECR. */
export interface Repository {
  /** 12 digits: the registry. */
  readonly account: string;
  readonly region: string;
  readonly repository: string;
}

/** The ARN of a repository. */
export const repositoryArn = ({ account, region, repository }: Repository): string =>
  `arn:${partitionOf(region)}:ecr:${region}:${account}:repository/${repository}`;

/** The ARN of an S3 object. */
export const objectArn = (location: { readonly bucket: string; readonly key: string }, region: string): string =>
  `arn:${partitionOf(region)}:s3:::${location.bucket}/${location.key}`;

/** The ARN of an S3 bucket. */
export const bucketArn = (bucket: string, region: string): string => `arn:${partitionOf(region)}:s3:::${bucket}`;

/** The Region that a key reference names, if it names one. */
export const regionOfKey = (keyId: string): string | undefined => parseArn(keyId)?.region;

const ANY = '*';

/** Whether a plan means a version: one by its number, all by `*`, those of a series by `2.*`. */
export const meansVersion = (wanted: string, version: string): boolean =>
  wanted.endsWith(ANY) ? version.startsWith(wanted.slice(0, -ANY.length)) : version === wanted;
