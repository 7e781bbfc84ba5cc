import { describe, expect, test } from '@jest/globals';
import type { AbsentWhen } from '../../src/aws/operation.ts';
import { classify } from '../../src/aws/outcome.ts';

const REGION = 'eu-west-1';

interface Shape {
  readonly name?: string;
  readonly message?: string;
  readonly status?: number;
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the SDK decoded AWS's own error. Default: when there is a status. */
  readonly decoded?: boolean;
}

/** An error as the SDK throws it. */
const thrown = ({ name = 'Error', message = '', status, code, headers, decoded = status !== undefined }: Shape): unknown => ({
  name,
  message,
  ...(code !== undefined && { code }),
  ...(decoded && { $fault: (status ?? 0) >= 500 ? 'server' : 'client' }),
  ...(status !== undefined && { $metadata: { httpStatusCode: status, attempts: 1 } }),
  ...(headers !== undefined && { $response: { headers } }),
});

const ABSENT: readonly AbsentWhen[] = [
  { name: 'NoSuchEntityException' },
  { name: 'NotFound' },
  { name: 'InvalidVpcID.NotFound' },
  { name: 'ValidationException', message: /Could not find/ },
];

const wordFor = (shape: Shape): string => {
  const failure = classify(thrown(shape), { absentWhen: ABSENT, region: REGION });
  return failure.state === 'unknown' ? failure.reason : failure.state;
};

const HTML = { name: 'SyntaxError', message: 'Unexpected token \'<\', "<!doctype "... is not valid JSON', decoded: false };

describe('what AWS itself sends', () => {
  test.each<[string, Shape, string]>([
    ['IAM: refused', { name: 'AccessDenied', status: 403, message: 'User: x is not authorized to perform: iam:GetRole' }, 'access-denied'],
    ['KMS: refused with 400', { name: 'AccessDeniedException', status: 400 }, 'access-denied'],
    ['EC2: refused', { name: 'UnauthorizedOperation', status: 403 }, 'access-denied'],
    ['EC2: no such VPC', { name: 'InvalidVpcID.NotFound', status: 400 }, 'absent'],
    ['EC2: an id that is none', { name: 'InvalidVpcID.Malformed', status: 400 }, 'failed'],
    ['EC2: another thing is not found', { name: 'InvalidGroup.NotFound', status: 400 }, 'failed'],
    ['400 by name only', { name: 'UnauthorizedException', status: 400 }, 'access-denied'],
    ['Cognito style', { name: 'NotAuthorizedException', status: 400 }, 'access-denied'],
    ['S3: HEAD has no name', { name: 'Unknown', message: 'UnknownError', status: 403 }, 'access-denied'],
    ['401 without a name', { name: 'Unknown', status: 401 }, 'access-denied'],
    ['IAM: no such role', { name: 'NoSuchEntityException', status: 404 }, 'absent'],
    ['S3: HEAD of nothing', { name: 'NotFound', message: 'UnknownError', status: 404 }, 'absent'],
    ['SageMaker: no such endpoint', { name: 'ValidationException', message: 'Could not find endpoint "arn:aws:…".', status: 400 }, 'absent'],
    ['SageMaker: something else is invalid', { name: 'ValidationException', message: '1 validation error detected', status: 400 }, 'failed'],
    ['404 that nobody declared', { name: 'Unknown', status: 404 }, 'failed'],
    ['S3: not the owner', { name: 'MethodNotAllowed', status: 405 }, 'failed'],
    ['IAM: throttled', { name: 'Throttling', message: 'Rate exceeded', status: 400 }, 'throttled'],
    ['KMS: throttled', { name: 'ThrottlingException', status: 400 }, 'throttled'],
    ['Service Quotas: throttled', { name: 'TooManyRequestsException', status: 429 }, 'throttled'],
    ['EC2: throttled, with 503', { name: 'RequestLimitExceeded', status: 503 }, 'throttled'],
    ['429 without a name', { name: 'Unknown', status: 429 }, 'throttled'],
    ['500', { name: 'InternalFailure', status: 500 }, 'failed'],
    ['502 without a body', { name: 'Unknown', status: 502 }, 'failed'],
    ['a declared name with 500', { name: 'NoSuchEntityException', status: 500 }, 'failed'],
    ['a declared name with 403', { name: 'NoSuchEntityException', status: 403 }, 'access-denied'],
  ])('%s', (_, shape, expected) => {
    expect(wordFor(shape)).toBe(expected);
  });
});

describe('what moto sends', () => {
  test.each<[string, Shape, string]>([
    ['JSON service, not implemented', { ...HTML, status: 500 }, 'failed'],
    ['XML service, not implemented', { name: 'Error', message: '@aws-sdk XML parse error: mismatched tags', status: 500, decoded: false }, 'failed'],
    ['JSON service, refused in XML', { ...HTML, status: 403 }, 'access-denied'],
    ['IAM, refused', { name: 'AccessDenied', status: 403 }, 'access-denied'],
    ['EC2, refused', { name: 'AccessDenied', status: 403 }, 'access-denied'],
    ['S3, HEAD refused', { name: 'Unknown', message: 'UnknownError', status: 403 }, 'access-denied'],
    ['S3, HEAD of nothing', { name: 'NotFound', status: 404 }, 'absent'],
    ['unknown key, EC2', { name: 'AuthFailure', status: 401 }, 'credentials'],
    ['unknown key, IAM', { name: 'InvalidClientTokenId', status: 403 }, 'credentials'],
    ['unknown key, S3', { name: 'InvalidAccessKeyId', status: 403 }, 'credentials'],
  ])('%s', (_, shape, expected) => {
    expect(wordFor(shape)).toBe(expected);
  });
});

describe('answers that are none', () => {
  test.each<[string, Shape, string]>([
    ['a page of HTML with 200', { ...HTML, status: 200 }, 'failed'],
    ['a page of HTML with 404', { ...HTML, status: 404 }, 'failed'],
    ['an undecodable answer under a declared name', { name: 'NotFound', status: 404, decoded: false }, 'failed'],
    ['reset, which the SDK names TimeoutError', { name: 'TimeoutError', message: 'socket hang up', code: 'ECONNRESET' }, 'failed'],
    ['cut off in the middle', { name: 'Error', message: 'aborted', code: 'ECONNRESET', status: 200, decoded: false }, 'failed'],
    ['no answer in time', { name: 'TimeoutError', message: 'exceeded the configured 500 ms requestTimeout', code: 'ETIMEDOUT' }, 'timeout'],
    ['no connection in time', { name: 'TimeoutError', message: 'did not establish a connection' }, 'timeout'],
    ['no such host', { message: 'getaddrinfo ENOTFOUND kms.nowhere-1.amazonaws.com', code: 'ENOTFOUND' }, 'unreachable'],
    ['nobody listens', { message: 'connect ECONNREFUSED 127.0.0.1:1', code: 'ECONNREFUSED' }, 'unreachable'],
    ['a proxy signs with its own certificate', { message: 'self-signed certificate in certificate chain', code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'unreachable'],
    ['our own error', { message: 'the answer holds no Role' }, 'failed'],
  ])('%s', (_, shape, expected) => {
    expect(wordFor(shape)).toBe(expected);
  });

  test('whatever is thrown is classified', () => {
    for (const odd of [undefined, null, 'text', 7, {}])
      expect(classify(odd, { absentWhen: ABSENT, region: REGION })).toMatchObject({ state: 'unknown', reason: 'failed' });
  });
});

describe('credentials', () => {
  test.each(['ExpiredToken', 'ExpiredTokenException', 'RequestExpired', 'SignatureDoesNotMatch', 'InvalidSignatureException', 'RequestTimeTooSkewed'])(
    '%s is about the credentials alone',
    (name) => {
      expect(classify(thrown({ name, status: 403 }), { absentWhen: [], region: REGION })).toMatchObject({ state: 'credentials', perhapsRegion: false });
    },
  );

  test.each(['UnrecognizedClientException', 'InvalidClientTokenId', 'AuthFailure'])('%s may also mean that the Region is not enabled', (name) => {
    expect(classify(thrown({ name, status: 400 }), { absentWhen: [], region: REGION })).toMatchObject({ state: 'credentials', perhapsRegion: true });
  });

  test.each(['CredentialsProviderError', 'TokenProviderError'])('%s keeps its own words', (name) => {
    const message = 'The SSO session has expired — run aws sso login';
    expect(classify(thrown({ name, message }), { absentWhen: [], region: REGION })).toEqual({ state: 'credentials', perhapsRegion: false, detail: message });
  });

  test('an expired token comes with its remedy', () => {
    expect(classify(thrown({ name: 'ExpiredToken', status: 403, message: 'it is expired' }), { absentWhen: [], region: REGION })).toMatchObject({
      detail: expect.stringMatching(/renew them.*HTTP 403 ExpiredToken: it is expired/),
    });
  });
});

describe("S3's redirect", () => {
  const elsewhere = { 'x-amz-bucket-region': 'us-west-2' };
  test.each<[string, Shape]>([
    ['HEAD', { name: 'Unknown', status: 301, headers: elsewhere }],
    ['GET', { name: 'PermanentRedirect', status: 301, headers: elsewhere }],
    ['a new bucket', { name: 'TemporaryRedirect', status: 307, headers: elsewhere }],
    ['HEAD with 400', { name: 'Unknown', status: 400, headers: elsewhere }],
  ])('%s names the Region', (_, shape) => {
    expect(classify(thrown(shape), { absentWhen: ABSENT, region: REGION })).toEqual({ state: 'moved', region: 'us-west-2' });
  });

  test('a refusal that names the Region stays a refusal', () => {
    expect(wordFor({ name: 'Unknown', status: 403, headers: elsewhere })).toBe('access-denied');
  });

  test('a redirect without Region, or to the Region that was asked, has failed', () => {
    expect(wordFor({ name: 'PermanentRedirect', status: 301 })).toBe('failed');
    expect(wordFor({ name: 'Unknown', status: 301, headers: { 'x-amz-bucket-region': REGION } })).toBe('failed');
  });
});

test("the detail holds AWS's words and no parser's", () => {
  const detailOf = (shape: Shape) => classify(thrown(shape), { absentWhen: [], region: REGION });
  expect(detailOf({ name: 'AccessDenied', status: 403, message: 'no' })).toMatchObject({ detail: 'HTTP 403 AccessDenied: no' });
  expect(detailOf({ name: 'Unknown', status: 403, message: 'UnknownError' })).toMatchObject({ detail: 'HTTP 403' });
  expect(detailOf({ ...HTML, status: 500 })).toMatchObject({ detail: 'HTTP 500, not decodable' });
});
