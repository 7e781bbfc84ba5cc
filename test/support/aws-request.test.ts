import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accountOfAccessKey, awsRequest, isReading } from './aws-request.ts';

const signedFor = (service: string, region = 'eu-west-1', key = 'ASIAQAAAAAAAAAAAAAAA') => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${key}/20260102/${region}/${service}/aws4_request, SignedHeaders=host;x-amz-date, Signature=abc`,
});

const s3 = (method: string, path: string, headers: Readonly<Record<string, string>> = {}) =>
  awsRequest({ method, path, headers: { ...signedFor('s3'), ...headers }, body: '' });

describe('what a request is', () => {
  test('the query protocol names it in the form', () => {
    const request = awsRequest({ method: 'POST', path: '/', headers: signedFor('iam', 'us-east-1'), body: 'Action=GetRole&Version=2010-05-08&RoleName=a%2Bb' });
    expect(request).toMatchObject({
      service: 'iam',
      operation: 'GetRole',
      region: 'us-east-1',
      protocol: 'query',
      action: 'iam:GetRole',
      input: { RoleName: 'a+b' },
    });
  });

  test('the JSON protocol names it in a header', () => {
    const headers = { ...signedFor('servicequotas'), 'x-amz-target': 'ServiceQuotasV20190624.GetServiceQuota' };
    const request = awsRequest({ method: 'POST', path: '/', headers, body: '{"ServiceCode":"sagemaker"}' });
    expect(request).toMatchObject({ protocol: 'json', region: 'eu-west-1', action: 'servicequotas:GetServiceQuota', input: { ServiceCode: 'sagemaker' } });
  });

  test.each([
    ['GET', '/', 'ListBuckets', 's3:ListAllMyBuckets'],
    ['HEAD', '/models', 'HeadBucket', 's3:ListBucket'],
    ['HEAD', '/models/', 'HeadBucket', 's3:ListBucket'],
    ['GET', '/models?policy', 'GetBucketPolicy', 's3:GetBucketPolicy'],
    ['GET', '/models?publicAccessBlock=', 'GetPublicAccessBlock', 's3:GetPublicAccessBlock'],
    ['GET', '/models?list-type=2&prefix=a', 'ListObjectsV2', 's3:ListBucket'],
    ['PUT', '/models', 'CreateBucket', 's3:CreateBucket'],
    ['PUT', '/models?policy', 'PutBucketPolicy', 's3:PutBucketPolicy'],
    ['DELETE', '/models', 'DeleteBucket', 's3:DeleteBucket'],
    ['HEAD', '/models/a/b.tar.gz', 'HeadObject', 's3:GetObject'],
    ['GET', '/models/a?x-id=GetObject', 'GetObject', 's3:GetObject'],
    ['GET', '/models/a?tagging', 'GetObjectTagging', 's3:GetObjectTagging'],
    ['PUT', '/models/a?x-id=PutObject', 'PutObject', 's3:PutObject'],
    ['POST', '/models?delete', 'DeleteObjects', 's3:DeleteObjects'],
  ])('S3 names it by %s %s: %s', (method, path, operation, action) => {
    expect(s3(method, path)).toMatchObject({ service: 's3', protocol: 'rest-xml', operation, action });
  });

  test('S3 keys are decoded, slashes kept', () => {
    expect(s3('HEAD', '/models/a%20b/c%2Bd').input).toEqual({ Bucket: 'models', Key: 'a b/c+d' });
  });

  test('a copy is told from an upload by its header', () => {
    expect(s3('PUT', '/models/a', { 'x-amz-copy-source': '/models/b' }).operation).toBe('CopyObject');
  });

  test('an unsigned request belongs to no account', () => {
    expect(awsRequest({ method: 'GET', path: '/', headers: {}, body: '' })).toMatchObject({ service: 'unsigned', account: undefined });
  });

  test('reading calls are told from writing ones', () => {
    const operations = ['GetRole', 'ListRolePolicies', 'DescribeKey', 'HeadBucket', 'CreateModel', 'PutObject', 'AssumeRole', 'DeleteObject', 'Unnamed'];
    expect(operations.filter((operation) => isReading({ operation }))).toEqual(['GetRole', 'ListRolePolicies', 'DescribeKey', 'HeadBucket']);
  });
});

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The inverse, written the other way round: the number's binary digits in groups of five. */
const keyFor = (account: number): string => {
  const bits = (BigInt(account) + 2n ** 40n).toString(2).padEnd(45, '0');
  return `ASIA${(bits.match(/.{5}/g) ?? []).map((group) => ALPHABET[Number.parseInt(group, 2)]).join('')}XXXXXXX`;
};

describe('whose a key is', () => {
  test('every account is read back from its key', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (account) => accountOfAccessKey(keyFor(account)) === `${account}`.padStart(12, '0')));
  });

  test('a key that holds none tells none', () => {
    expect(['', 'anybody', 'AKIAIOSFODNN7EXAMPLE', 'test'].map(accountOfAccessKey)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
