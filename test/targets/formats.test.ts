import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseImageUri } from '../../src/reason/references.ts';
import * as formats from '../../src/targets/formats.ts';

type Name = keyof typeof formats;

const ROLE = 'arn:aws:iam::123456789012:role/path/Name';
const KEY = '11111111-2222-3333-4444-555555555555';

const ACCEPTED: Readonly<Record<Name, readonly string[]>> = {
  targetName: ['churn', 'Größe 2', '顧客', 'a/b:c (d) @1 + 2_3.4', 'x'.repeat(100)],
  accountId: ['123456789012', '000000000000'],
  regionCode: ['us-east-1', 'us-gov-west-1', 'cn-north-1', 'us-isob-east-1', 'eu-isoe-west-1', 'ap-southeast-7', 'mx-central-1', 'eusc-de-east-1'],
  roleArn: [ROLE, 'arn:aws-cn:iam::123456789012:role/N', 'arn:aws-iso-b:iam::123456789012:role/a/b/c+=,.@_-'],
  assumableRole: [ROLE, 'arn:aws-us-gov:iam::123456789012:role/SagereadyAudit'],
  externalId: ['ab', 'a+b=c,d.e@f:g/h-i_1', 'x'.repeat(1224)],
  deployer: [
    'me',
    ROLE,
    'arn:aws-us-gov:iam::123456789012:user/division_abc/Bob',
    'arn:aws:iam::123456789012:root',
    'arn:aws:sts::123456789012:assumed-role/Name/session@example.com',
    'arn:aws:iam::123456789012:role/odd!path$/Name',
  ],
  imageUri: [
    '123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1.4',
    '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/a/b/c',
    `registry:5000/x@sha256:${'a'.repeat(64)}`,
    `h.example/x:tag@sha256:${'0'.repeat(64)}`,
    `h/${'x'.repeat(253)}`,
  ],
  artifactAddress: ['s3://my-bucket/key', 'https://s3.us-east-1.amazonaws.com/my-bucket/key', 's3://arn:aws:s3:us-east-1:123456789012:accesspoint/p/k'],
  keyReference: [
    KEY,
    `mrk-${'0'.repeat(32)}`,
    'alias/aws/s3',
    'alias/my_key',
    `arn:aws:kms:us-east-1:123456789012:key/${KEY}`,
    'arn:aws-cn:kms:cn-north-1:123456789012:alias/x',
  ],
  sagemakerName: ['a', 'Churn-2048', 'a--b', 'x'.repeat(63)],
  modelPackageName: [
    'arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/3',
    'arn:aws-cn:sagemaker:cn-north-1:123456789012:model-package/Churn',
    'churn-1',
  ],
  word: ['ml.m5.large', 's3://b/p/'],
  recommendationsJobName: ['a', 'churn-sizing-3', 'x'.repeat(64)],
  domainId: ['d-abcdefghijkl', 'd-1-2'],
  s3Prefix: ['s3://bucket', 's3://bucket/', 's3://bucket/a b/c', 's3://arn:aws:s3:us-east-1:123456789012:accesspoint/p'],
  webAddress: ['https://wandb.example.com', 'http://10.0.0.1:8080/wandb'],
  tagKey: ['team', 'a b', 'größe:x/y=z+@-_.', 'x'.repeat(128)],
  tagValue: ['', '1.4', 'x'.repeat(256)],
};

const REFUSED: Readonly<Record<Name, readonly (readonly [text: string, says: string])[]>> = {
  targetName: [
    ['', 'is empty'],
    [' x', 'right form'],
    ['a\u001b[31m', String.raw`\u{1b}`],
    ['<name>', 'right form'],
    ['x'.repeat(101), '101 characters'],
  ],
  accountId: [
    ['1234-5678-9012', 'hyphens'],
    ['12345678901', 'quotes'],
    ['1234567890123', '12 digits'],
    ['my-alias', 'alias'],
    ['', 'empty'],
  ],
  regionCode: [
    ['us-east-1a', 'Availability Zone'],
    ['use1-az4', 'Availability Zone'],
    ['US-EAST-1', 'lower case'],
    ['US East', 'lower case'],
    ['us east', 'space'],
    ['us-east', 'right form'],
  ],
  roleArn: [
    ['arn:aws:sts::123456789012:assumed-role/Name/session', 'session'],
    ['arn:aws:iam::123456789012:instance-profile/Name', 'instance profile'],
    ['arn:aws:iam::123456789012:user/Bob', 'is a user'],
    ['Name', 'write its ARN'],
    ['role/Name', 'write its ARN'],
    ['arn:aws:iam::123456789012:role/*', 'wildcard'],
    ['arn:aws:s3:::bucket', 'not the ARN of a role'],
    ['arn:aws:iam::1234:role/Name', 'not the ARN of a role'],
    [`arn:aws:iam::123456789012:role/${'x'.repeat(2048)}`, '2048 at most'],
  ],
  assumableRole: [
    ['arn:aws:sts::123456789012:assumed-role/Name/session', 'session'],
    ['arn:aws:iam::123456789012:instance-profile/Name', 'instance profile'],
    ['arn:aws:iam::123456789012:root', 'only a role'],
    ['SagereadyAudit', 'write its ARN'],
    ['arn:aws:iam::123456789012:role/Audit*', 'wildcard'],
    ['arn:aws:iam::1234:role/Name', 'not the ARN of a role'],
  ],
  externalId: [
    ['x', 'one character'],
    ['two words', 'right form'],
    ['x'.repeat(1225), '1224 at most'],
  ],
  deployer: [
    ['Bob', 'is a name'],
    ['arn:aws:iam::123456789012:group/g', 'is a group'],
    ['arn:aws:sts::123456789012:federated-user/Bob', 'federated'],
    ['arn:aws:sts::123456789012:assumed-role/Name', 'session'],
    ['arn:aws:iam::123456789012:role/', 'right form'],
  ],
  imageUri: [
    ['https://a/b', 'scheme'],
    ['a/b c', 'blank'],
    ['nginx:latest', 'registry'],
    ['a/b:', 'colon'],
    [`a/${'b'.repeat(254)}`, '255 at most'],
    ['a/b@sha256:12', 'right form'],
    ['<registry>/x', 'right form'],
  ],
  artifactAddress: [
    ['s3://my-bucket', 'no object'],
    ['https://my-bucket.s3.amazonaws.com/k\n', 'control character'],
    ['https:///my-bucket.s3.amazonaws.com/k', 'right form'],
    ['https:\\\\my-bucket.s3.amazonaws.com/k', 'begins neither'],

    [`s3://my-bucket/${'k'.repeat(1024)}`, '1024 at most'],
  ],
  keyReference: [
    ['my-key', 'alias/'],
    [`key/${KEY}`, 'part of an ARN'],
    ['arn:aws:s3:::bucket', 'something else'],
    ['arn:aws:kms:us-east-1:123456789012:key/x', 'right form'],
    ['', 'empty'],
  ],
  sagemakerName: [
    ['a_b', 'hyphens'],
    ['-a', 'hyphen'],
    ['a-', 'hyphen'],
    ['x'.repeat(64), '63 at most'],
    ['é', 'right form'],
  ],
  modelPackageName: [
    ['arn:aws:sagemaker:us-east-1:123456789012:model-package-group/churn', 'is a group of model packages'],
    ['churn/3', 'write the whole ARN'],
    ['arn:aws:s3:::churn', 'is not the ARN of a model package'],
    ['', 'is empty'],
  ],
  word: [
    ['a b', 'holds a blank'],
    ['', 'is empty'],
  ],
  recommendationsJobName: [
    ['a_b', 'hyphens'],
    ['-a', 'begins or ends'],
    ['x'.repeat(65), '65 characters'],
  ],
  domainId: [
    ['my-domain', 'does not begin with d-'],
    ['arn:aws:sagemaker:us-east-1:123456789012:domain/d-1', 'write the id alone'],
    ['d-ABC', 'right form'],
  ],
  s3Prefix: [
    ['s3:/bucket/one-slash', 'one slash'],
    ['https://bucket.s3.amazonaws.com/x', 'web address'],
    ['arn:aws:s3:::bucket', 'is an ARN'],
    ['bucket/x', 'no scheme'],
    ['s3://', 'right form'],
  ],
  webAddress: [
    ['wandb.example.com', 'no scheme'],
    ['https://', 'right form'],
  ],
  tagKey: [
    ['aws:x', 'reserved'],
    ['AWS:x', 'reserved'],
    ['', 'empty'],
    ['a!', 'right form'],
    ['x'.repeat(129), '128 at most'],
  ],
  tagValue: [
    ['a!', 'right form'],
    ['x'.repeat(257), '256 at most'],
  ],
};

const FORMS = Object.entries(formats) as readonly [Name, formats.Format][];

describe.each(FORMS)('the form %s', (name, { pattern, maxLength = Number.POSITIVE_INFINITY, fault }) => {
  const editorAccepts = (text: string): boolean => new RegExp(pattern, 'u').test(text) && [...text].length <= maxLength;
  test.each(ACCEPTED[name])('accepts %j, and so do editors', (text) => {
    expect(fault(text)).toBeUndefined();
    expect(editorAccepts(text)).toBe(true);
  });
  test.each(REFUSED[name])('refuses %j: %s', (text, says) => {
    expect(fault(text)).toContain(says);
  });
  test('never accepts what editors refuse', () => {
    const near = fc
      .tuple(fc.constantFrom(...ACCEPTED[name]), fc.string({ maxLength: 3 }), fc.nat(60))
      .map(([text, extra, at]) => text.slice(0, at) + extra + text.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (text) => {
        if (fault(text) === undefined) expect([text, editorAccepts(text)]).toEqual([text, true]);
      }),
    );
  });
  test('is decided quickly for hostile text', () => {
    const begun = performance.now();
    for (const text of ['a-'.repeat(100_000), 'arn:aws:iam::123456789012:role/'.padEnd(2048, '/'), `h/${'a/'.repeat(50_000)}`, '-'.repeat(100_000)])
      fault(text);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

test('every image that is accepted can be taken apart by rules', () => {
  for (const uri of ACCEPTED.imageUri) expect(parseImageUri(uri)).toBeDefined();
});
