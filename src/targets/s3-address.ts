import { partitionOf } from '../reason/arn.ts';
import { parseS3Uri } from '../reason/references.ts';

/** The address of an object as `s3://…`, or what is wrong with it. */
export type ArtifactAddress = { readonly uri: string } | { readonly fault: string };

// General purpose buckets created before 2018 in us-east-1 may hold capitals, underscores and up to 255 characters:
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]$/;
const SUFFIX = String.raw`(?:amazonaws\.(?:com|com\.cn|eu)|c2s\.ic\.gov|sc2s\.sgov\.gov|csp\.hci\.ic\.gov|cloud\.adc-e\.uk)`;
const S3_HOST = new RegExp(String.raw`^(?:(.+)\.)?s3(?:express-[a-z0-9]+-az\d+)?(?:-fips)?(?:\.dualstack)?(?:[.-][a-z0-9-]+)?\.${SUFFIX}$`);
const ACCESS_POINT_HOST = new RegExp(String.raw`^([a-z0-9-]+)-(\d{12})\.s3-accesspoint(?:-fips)?(?:\.dualstack)?\.([a-z0-9-]+)\.${SUFFIX}$`);

const NOT_S3 = 'the host is none of S3';
const NO_KEY = 'names a bucket but no object — add the key of the artifact (a .tar.gz)';

const decoded = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
};

const throughAccessPoint = (host: string, key: string): string | undefined => {
  const [, name, account, region] = ACCESS_POINT_HOST.exec(host) ?? [];
  return region === undefined ? undefined : `s3://arn:${partitionOf(region)}:s3:${region}:${account}:accesspoint/${name}/object/${key}`;
};

const throughBucket = (host: string, path: string): string | undefined => {
  const match = S3_HOST.exec(host);
  if (match === null) return undefined;
  return match[1] === undefined ? `s3://${path}` : `s3://${match[1]}/${path}`;
};

/** The forms of https address: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html */
const fromHttps = (text: string): ArtifactAddress => {
  const { host, search, hash, pathname } = new URL(text);
  // The query of a presigned address is a credential: never repeat it.
  if (search !== '' || hash !== '') return { fault: 'carries a query or fragment, which SageMaker does not send — name the object alone, s3://bucket/key' };
  const path = decoded(pathname.slice(1));
  if (path === undefined) return { fault: 'holds a percent sign that encodes nothing — name the object as s3://bucket/key' };
  const uri = throughAccessPoint(host, path) ?? throughBucket(host, path);
  return uri === undefined ? { fault: `${NOT_S3} — SageMaker reads model artifacts from S3 only` } : fromS3(uri);
};

const fromS3 = (uri: string): ArtifactAddress => {
  const location = parseS3Uri(uri);
  if (location === undefined) return { fault: /^s3:\/\/[^/]+\/?$/.test(uri) ? NO_KEY : 'is not the address of an object in S3' };
  if (location.via === 'access-point' && location.bucket.startsWith('arn:')) return { uri };
  if (location.bucket.startsWith('arn:')) return { fault: 'names a bucket by an ARN — write s3://bucket/key' };
  return BUCKET.test(location.bucket)
    ? { uri }
    : { fault: 'names a bucket that S3 could not have: letters, digits, dots, underscores and hyphens, at least 3' };
};

/** Reads what SageMaker accepts as `ModelDataUrl` and turns it into `s3://…`, as rules read it. */
export const readArtifactAddress = (text: string): ArtifactAddress => {
  if (text.startsWith('s3://')) return fromS3(text);
  if (text.startsWith('https://')) return URL.canParse(text) ? fromHttps(text) : { fault: 'is no address that could be taken apart' };
  if (text.startsWith('arn:')) return { fault: 'is an ARN — write s3://bucket/key' };
  return { fault: /^[a-z0-9+.-]+:\/\//i.test(text) ? 'has another scheme than s3:// and https://' : 'begins neither with s3:// nor with https://' };
};

/** An address as rules read it; one that is none of S3 stays as it is, for rules to judge. */
export const asS3Uri = (address: string): string => {
  const read = readArtifactAddress(address);
  return 'uri' in read ? read.uri : address;
};
