/** What an S3 request says by method, path and query alone: S3 has no action name in its protocol. */
export interface S3Request {
  readonly operation: string;
  readonly bucket?: string;
  readonly key?: string;
}

interface Asked {
  readonly method: string;
  readonly query: URLSearchParams;
  readonly copies: 'copies' | 'stores';
}

const VERBS: Readonly<Record<string, string>> = { GET: 'Get', PUT: 'Put', DELETE: 'Delete', POST: 'Post' };

/** Sub-resources of a bucket, by query key, as they stand in the names of operations. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html */
const OF_BUCKET: Readonly<Record<string, string>> = {
  acl: 'BucketAcl',
  encryption: 'BucketEncryption',
  lifecycle: 'BucketLifecycleConfiguration',
  location: 'BucketLocation',
  ownershipControls: 'BucketOwnershipControls',
  policy: 'BucketPolicy',
  policyStatus: 'BucketPolicyStatus',
  publicAccessBlock: 'PublicAccessBlock',
  requestPayment: 'BucketRequestPayment',
  tagging: 'BucketTagging',
  versioning: 'BucketVersioning',
};

/** The same for objects. */
const OF_OBJECT: Readonly<Record<string, string>> = {
  acl: 'ObjectAcl',
  attributes: 'ObjectAttributes',
  'legal-hold': 'ObjectLegalHold',
  retention: 'ObjectRetention',
  tagging: 'ObjectTagging',
};

const WHOLE_BUCKET: Readonly<Record<string, string>> = {
  HEAD: 'HeadBucket',
  GET: 'ListObjects',
  PUT: 'CreateBucket',
  DELETE: 'DeleteBucket',
  POST: 'DeleteObjects',
};
const WHOLE_OBJECT: Readonly<Record<string, string>> = {
  HEAD: 'HeadObject',
  GET: 'GetObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
  POST: 'CreateMultipartUpload',
};

const partNamed = (names: Readonly<Record<string, string>>, { method, query }: Asked): string | undefined => {
  const part = [...query.keys()].map((key) => names[key]).find((name) => name !== undefined);
  return part && `${VERBS[method] ?? method}${part}`;
};

const bucketOperation = (asked: Asked): string => {
  if (asked.method === 'GET' && asked.query.get('list-type') === '2') return 'ListObjectsV2';
  return partNamed(OF_BUCKET, asked) ?? WHOLE_BUCKET[asked.method] ?? `${asked.method}Bucket`;
};

const objectOperation = (asked: Asked): string => {
  if (asked.method === 'PUT' && asked.query.has('partNumber')) return 'UploadPart';
  if (asked.method === 'PUT' && asked.copies === 'copies') return 'CopyObject';
  return partNamed(OF_OBJECT, asked) ?? WHOLE_OBJECT[asked.method] ?? `${asked.method}Object`;
};

/** Names the operation of a path-style S3 request. */
export const s3Request = (method: string, url: URL, copies: Asked['copies'] = 'stores'): S3Request => {
  const [bucket = '', ...rest] = url.pathname.slice(1).split('/').map(decodeURIComponent);
  const key = rest.join('/');
  const asked = { method, query: url.searchParams, copies };
  if (bucket === '') return { operation: 'ListBuckets' };
  return key === '' ? { operation: bucketOperation(asked), bucket } : { operation: objectOperation(asked), bucket, key };
};
