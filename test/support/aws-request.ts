import type { IncomingHttpHeaders } from 'node:http';
import { s3Request } from './s3-request.ts';

/** How a service speaks: AWS's own protocol names, shortened. Source: https://smithy.io/2.0/aws/protocols/index.html */
export type AwsProtocol = 'query' | 'ec2' | 'json' | 'rest-xml';

/** An HTTP request as an AWS service understands it. */
export interface AwsRequest {
  /** Signing name: `iam`, `s3`, `servicequotas`. */
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** 12 digits; undefined when the access key tells none. */
  readonly account: string | undefined;
  readonly protocol: AwsProtocol;
  readonly method: string;
  /** The IAM action that the call needs first of all. */
  readonly action: string;
  /** Parameters by AWS's own names: the form, the JSON body, or `Bucket` and `Key`. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** What came over the wire. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Scope {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

const NO_SCOPE: Scope = { accessKeyId: '', region: 'us-east-1', service: 'unsigned' };

/** Reads the credential scope of Signature Version 4. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html */
const scopeOf = (authorization = ''): Scope => {
  const [, accessKeyId, region, service] = /Credential=(\w+)\/\d{8}\/([\w-]+)\/([\w-]+)\/aws4_request/.exec(authorization) ?? [];
  return accessKeyId && region && service ? { accessKeyId, region, service } : NO_SCOPE;
};

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const ACCOUNT_OFFSET = 2n ** 39n;

/**
 * The account whose key this is: nine characters after the prefix hold it in base 32, above a fixed offset, the last bit in the ninth.
 * moto makes its keys so (moto/iam/utils.py), and AWS the newer ones of its own.
 */
export const accountOfAccessKey = (accessKeyId: string): string | undefined => {
  const digits = [...accessKeyId.slice(4, 13)].map((letter) => BASE32.indexOf(letter));
  if (digits.length < 9 || digits.includes(-1)) return undefined;
  const half = digits.slice(0, 8).reduce((sum, digit) => sum * 32n + BigInt(digit), 0n) - ACCOUNT_OFFSET;
  const account = half * 2n + (Number(digits[8]) >= 16 ? 1n : 0n);
  return account < 0n || account >= 10n ** 12n ? undefined : `${account}`.padStart(12, '0');
};

const jsonObject = (text: string): Readonly<Record<string, unknown>> => {
  const value: unknown = text === '' ? {} : JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : {};
};

/** S3 names two permissions unlike its operations. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
const S3_ACTIONS: Readonly<Record<string, string>> = {
  HeadBucket: 's3:ListBucket',
  HeadObject: 's3:GetObject',
  ListObjects: 's3:ListBucket',
  ListObjectsV2: 's3:ListBucket',
  ListBuckets: 's3:ListAllMyBuckets',
};

type Call = Pick<AwsRequest, 'operation' | 'protocol' | 'input'>;

const jsonCall = (target: string, body: string): Call => ({
  operation: target.slice(target.indexOf('.') + 1),
  protocol: 'json',
  input: jsonObject(body),
});

const queryCall = ({ path, body }: HttpRequest, protocol: 'query' | 'ec2'): Call => {
  const parameters = new URLSearchParams(body || path.slice(path.indexOf('?') + 1));
  return { operation: parameters.get('Action') ?? 'Unnamed', protocol, input: Object.fromEntries(parameters) };
};

const s3Call = ({ method, path, headers }: HttpRequest): Call => {
  const copies = headers['x-amz-copy-source'] === undefined ? 'stores' : 'copies';
  const { operation, bucket, key } = s3Request(method, new URL(path, 'http://s3'), copies);
  return { operation, protocol: 'rest-xml', input: { ...(bucket && { Bucket: bucket }), ...(key && { Key: key }) } };
};

/** Security Hub names its operations by paths. Source: https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html */
const SECURITY_HUB: Readonly<Record<string, string>> = {
  'POST /findings/import': 'BatchImportFindings',
  'POST /findings': 'GetFindings',
  'POST /accounts': 'EnableSecurityHub',
  'GET /accounts': 'DescribeHub',
};

const callOf = (service: string, request: HttpRequest): Call => {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') return jsonCall(target, request.body);
  if (service === 'securityhub') return jsonCall(`.${SECURITY_HUB[`${request.method} ${request.path}`] ?? 'Unnamed'}`, request.body);
  return service === 's3' ? s3Call(request) : queryCall(request, service === 'ec2' ? 'ec2' : 'query');
};

/** Tells which call of which service an HTTP request is, where it goes and whose it is. */
export const awsRequest = (request: HttpRequest): AwsRequest => {
  const { accessKeyId, region, service } = scopeOf(request.headers.authorization);
  const call = callOf(service, request);
  const action = (service === 's3' && S3_ACTIONS[call.operation]) || `${service}:${call.operation}`;
  return { ...call, service, region, account: accountOfAccessKey(accessKeyId), method: request.method, action };
};

/** Whether a call only reads, by AWS's verbs. */
export const isReading = ({ operation }: Pick<AwsRequest, 'operation'>): boolean => /^(Describe|Get|List|Head|BatchGet|Simulate|Lookup)/.test(operation);
