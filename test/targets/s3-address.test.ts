import { describe, expect, test } from '@jest/globals';
import { parseS3Uri } from '../../src/reason/references.ts';
import { readArtifactAddress } from '../../src/targets/s3-address.ts';

describe('the address of an artifact', () => {
  test.each([
    ['s3://my-bucket/a/model.tar.gz', 's3://my-bucket/a/model.tar.gz'],
    ['s3://Old_Bucket.1/k', 's3://Old_Bucket.1/k'],
    ['s3://my-point-abc123-s3alias/k', 's3://my-point-abc123-s3alias/k'],
    ['s3://models--use1-az4--x-s3/k', 's3://models--use1-az4--x-s3/k'],
    ['s3://arn:aws:s3:us-east-1:123456789012:accesspoint/point/object/a/k', 's3://arn:aws:s3:us-east-1:123456789012:accesspoint/point/object/a/k'],
    ['https://s3.us-east-1.amazonaws.com/my-bucket/a/model.tar.gz', 's3://my-bucket/a/model.tar.gz'],
    ['https://s3.amazonaws.com/my-bucket/k', 's3://my-bucket/k'],
    ['https://s3-us-west-2.amazonaws.com/my-bucket/k', 's3://my-bucket/k'],
    ['https://s3.dualstack.eu-west-1.amazonaws.com/my-bucket/k', 's3://my-bucket/k'],
    ['https://s3-fips.us-gov-west-1.amazonaws.com/my-bucket/k', 's3://my-bucket/k'],
    ['https://my.dotted.bucket.s3.eu-west-1.amazonaws.com/a%20b/k', 's3://my.dotted.bucket/a b/k'],
    ['https://my-bucket.s3.amazonaws.com/k', 's3://my-bucket/k'],
    ['https://my-bucket.s3.cn-north-1.amazonaws.com.cn/k', 's3://my-bucket/k'],
    ['https://models--use1-az4--x-s3.s3express-use1-az4.us-east-1.amazonaws.com/k', 's3://models--use1-az4--x-s3/k'],
    [
      'https://my-point-123456789012.s3-accesspoint.cn-north-1.amazonaws.com.cn/a/k',
      's3://arn:aws-cn:s3:cn-north-1:123456789012:accesspoint/my-point/object/a/k',
    ],
  ])('%s is %s, which rules can read', (given, uri) => {
    expect(readArtifactAddress(given)).toEqual({ uri });
    expect(parseS3Uri(uri)).toBeDefined();
  });
  test.each([
    ['s3://my-bucket', 'names a bucket but no object'],
    ['s3://my-bucket/', 'names a bucket but no object'],
    ['s3:///key', 'is not the address of an object'],
    ['s3://<bucket>/key', 'S3 could not have'],
    ['s3://arn:aws:s3:::my-bucket/key', 'by an ARN'],
    ['arn:aws:s3:::my-bucket/key', 'is an ARN'],
    ['https://example.com/model.tar.gz', 'the host is none of S3'],
    ['https://s3.us-east-1.amazonaws.com/my-bucket', 'names a bucket but no object'],
    ['https://s3.us-east-1.amazonaws.com.evil.example/my-bucket/k', 'the host is none of S3'],
    ['https://my-bucket.s3.amazonaws.com/k%zz', 'percent sign'],
    ['https://', 'taken apart'],
    ['http://s3.amazonaws.com/my-bucket/k', 'another scheme'],
    ['my-bucket/key', 'begins neither'],
    ['', 'begins neither'],
  ])('%s is refused: %s', (given, words) => {
    expect(readArtifactAddress(given)).toEqual({ fault: expect.stringContaining(words) });
  });
  test('a presigned address is refused without repeating its signature', () => {
    const read = readArtifactAddress('https://my-bucket.s3.amazonaws.com/k?X-Amz-Signature=MARKER');
    expect(read).toEqual({ fault: expect.stringContaining('query') });
    expect(JSON.stringify(read)).not.toContain('MARKER');
  });
});
