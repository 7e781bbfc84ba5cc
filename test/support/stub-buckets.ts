import type { IncomingHttpHeaders } from 'node:http';
import type { HttpAnswer } from './aws-error.ts';
import { errorAnswer, refusalAnswer } from './aws-error.ts';
import type { AwsRequest } from './aws-request.ts';

/** Where a bucket lies and whose it is. */
export interface BucketHome {
  readonly account: string;
  readonly region: string;
}

/** In S3's own words. */
export type Payer = 'BucketOwner' | 'Requester';

/** STUB of what S3 does with a bucket's owner, Region and payer: moto ignores `ExpectedBucketOwner`, answers for a bucket in every Region, and knows no `?requestPayment`. */
export interface BucketStub {
  /** Says where a bucket is at home; buckets created through the proxy are known by themselves. */
  readonly own: (bucket: string, home: BucketHome) => void;
  /** Says who pays for requests to a bucket; default: its owner. */
  readonly setPayer: (bucket: string, payer: Payer) => void;
  /** Says how large an object is, in bytes: what no test wants to upload. */
  readonly setSize: (uri: string, bytes: number) => void;
  /** The size that was set for the object that a HeadObject asks about. */
  readonly sizeOf: (request: AwsRequest) => number | undefined;
  /** Notes what a creating or deleting call that moto accepted means. */
  readonly learn: (request: AwsRequest, body: string) => void;
  /** Undefined: this call is moto's. */
  readonly answer: (request: AwsRequest, headers: IncomingHttpHeaders) => HttpAnswer | undefined;
}

const redirect = (request: AwsRequest, region: string): HttpAnswer => {
  const message = 'The bucket you are attempting to access must be addressed using the specified endpoint.';
  const answer = errorAnswer(request, { status: 301, code: 'PermanentRedirect', message });
  return { ...answer, headers: { ...answer.headers, 'x-amz-bucket-region': region } };
};

const paidBy = (payer: Payer): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><RequestPaymentConfiguration><Payer>${payer}</Payer></RequestPaymentConfiguration>`,
});

const bucketOf = ({ service, input }: AwsRequest): string | undefined =>
  service === 's3' && typeof input['Bucket'] === 'string' ? input['Bucket'] : undefined;

const homeOf = ({ account = '' }: AwsRequest, body: string): BucketHome => ({
  account,
  region: /<LocationConstraint[^>]*>([^<]+)</.exec(body)?.[1] ?? 'us-east-1',
});

/** Makes the stub, with no bucket known. Region comes before owner, as in S3: the wrong Region's servers know no owner. */
export const bucketStub = (): BucketStub => {
  const homes = new Map<string, BucketHome>();
  const payers = new Map<string, Payer>();
  const sizes = new Map<string, number>();
  return {
    own: (bucket, home) => void homes.set(bucket, home),
    setPayer: (bucket, payer) => void payers.set(bucket, payer),
    setSize: (uri, bytes) => void sizes.set(uri, bytes),
    sizeOf: ({ operation, input }) => (operation === 'HeadObject' ? sizes.get(`s3://${input['Bucket']}/${input['Key']}`) : undefined),
    learn: (request, body) => {
      const bucket = bucketOf(request);
      if (bucket === undefined) return;
      if (request.operation === 'CreateBucket') homes.set(bucket, homeOf(request, body));
      if (request.operation === 'DeleteBucket') homes.delete(bucket);
    },
    answer: (request, headers) => {
      const bucket = bucketOf(request) ?? '';
      const home = request.operation === 'CreateBucket' ? undefined : homes.get(bucket);
      if (home === undefined) return undefined;
      if (home.region !== request.region) return redirect(request, home.region);
      const expected = headers['x-amz-expected-bucket-owner'];
      if (expected !== undefined && expected !== home.account) return refusalAnswer(request, 'access-denied');
      return request.operation === 'GetBucketRequestPayment' ? paidBy(payers.get(bucket) ?? 'BucketOwner') : undefined;
    },
  };
};
