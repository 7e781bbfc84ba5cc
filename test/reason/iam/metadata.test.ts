import { readFile, stat } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { iamMetadataFile } from '../../../scripts/generate-iam-metadata.ts';
import { RCP_SERVICES } from '../../../src/data/rcp-services.ts';
import { actionsMeant, type IamMetadata, keyMatcher, loadIamMetadata, serviceIn } from '../../../src/reason/iam/metadata.ts';
import { exampleArn, mayMeet, typesOfArn } from '../../../src/reason/iam/resource-types.ts';

let metadata: IamMetadata;
beforeAll(async () => {
  metadata = await loadIamMetadata();
});

const action = (text: string) => {
  const [found] = actionsMeant(metadata, text) ?? [];
  if (found === undefined) throw new Error(`${text} is not in the table`);
  return found;
};

describe('the table of AWS’s actions', () => {
  test('the committed file is what the generator makes, and small', async () => {
    const { path, text } = await iamMetadataFile();
    expect(await readFile(path, 'utf8')).toBe(text);
    expect((await stat(path)).size).toBeLessThan(400_000);
  });
  test('it is dated, names its source and keeps the licence', async () => {
    const text = await readFile('src/data/iam-metadata.json', 'utf8');
    expect(metadata.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(metadata.source).toMatch(/^@cloud-copilot\/iam-data \d/);
    expect(text).toContain('MIT License');
    expect(await readFile('NOTICE', 'utf8')).toContain('Copyright (c) 2024 Act Security');
  });
  test('every reference inside it leads somewhere', () => {
    for (const prefix of Object.keys(metadata.services)) {
      const service = serviceIn(metadata, prefix);
      const keys = [...(service?.actions.values() ?? [])].flatMap((one) => one.keys);
      expect(keys.filter((key) => !/^\D[^,]*:\S/.test(key))).toEqual([]);
      expect([...(service?.actions.keys() ?? [])].length).toBe(metadata.services[prefix]?.actions.length);
    }
  });
  test('the hand-written list of services that resource control policies reach is AWS’s', () => {
    expect([...RCP_SERVICES].sort()).toEqual(metadata.resourceControlPolicies.split(' '));
  });
  test('CreateEndpoint needs the endpoint and its configuration', () => {
    expect(action('sagemaker:CreateEndpoint').types.map(({ type, need }) => [type.name, need])).toEqual([
      ['endpoint', 'required'],
      ['endpoint-config', 'required'],
    ]);
  });
  test('a wildcard means every action that it matches, case aside; an unknown service is not judged', () => {
    expect(actionsMeant(metadata, 'ECR:batch*image')?.map(({ name }) => name)).toEqual(['BatchDeleteImage', 'BatchGetImage', 'BatchImportUpstreamImage']);
    expect(actionsMeant(metadata, 's3:GetObjekt')).toEqual([]);
    expect(actionsMeant(metadata, 'bedrock:InvokeModel')).toBeUndefined();
  });
  test('keys know whether they hold several values', () => {
    const keys = serviceIn(metadata, 'sagemaker')?.keys ?? [];
    expect(keys.find(({ key }) => key === 'sagemaker:VpcSubnets')?.values).toBe('several');
    expect(keys.find(({ key }) => key === 'sagemaker:VolumeKmsKey')?.values).toBe('one');
  });
  test('the part of a key that varies matches any text', () => {
    expect(keyMatcher('kms:EncryptionContext:${EncryptionContextKey}')('kms:encryptioncontext:aws:s3:arn')).toBe(true);
    expect(keyMatcher('s3:ExistingObjectTag/<key>')('s3:ExistingObjectTag/team')).toBe(true);
    expect(keyMatcher('s3:prefix')('s3:prefixes')).toBe(false);
  });
});

describe('resource types', () => {
  test.each([
    ['s3:GetObject', 'arn:aws:s3:::models/churn/model.tar.gz', 'object'],
    ['s3:ListBucket', 'arn:aws:s3:::models', 'bucket'],
    ['sagemaker:CreateEndpoint', 'arn:aws-cn:sagemaker:cn-north-1:123456789012:endpoint-config/churn', 'endpoint-config'],
    ['iam:PassRole', 'arn:aws:iam::123456789012:role/service-role/Execution', 'role'],
    ['kms:Decrypt', 'arn:aws:kms:us-east-1:123456789012:key/1-2', 'key'],
  ])('%s is asked about %s as %s', (name, arn, type) => {
    expect(typesOfArn(action(name), arn)[0]?.name).toBe(type);
  });
  test('an action is not asked about an ARN of another type', () => {
    expect(typesOfArn(action('kms:Decrypt'), 'arn:aws:kms:us-east-1:123456789012:alias/churn')).toEqual([]);
    expect(typesOfArn(action('s3:ListBucket'), 'arn:aws:sqs:us-east-1:123456789012:queue')).toEqual([]);
  });
  test.each([
    ['arn:aws:sagemaker:*:*:endpoint/*', 'sagemaker:CreateEndpoint', true],
    ['arn:aws:sagemaker:*:*:*', 'sagemaker:CreateEndpoint', true],
    ['arn:aws:sagemaker:us-east-1:123456789012:model/*', 'sagemaker:CreateEndpoint', false],
    ['arn:*:sagemaker:us-east-1:123456789012:end*', 'sagemaker:CreateEndpoint', true],
    ['arn:aws:sagemaker:us-east-1:123456789012:*-config/x', 'sagemaker:CreateEndpoint', true],
  ])('%s may meet a type of %s: %s', (pattern, name, expected) => {
    expect(action(name).types.some(({ type }) => mayMeet(pattern, type))).toBe(expected);
  });
  test('an example tells the form', () => {
    const [first] = action('sagemaker:CreateEndpointConfig').types;
    expect(first && exampleArn(first.type, { partition: 'aws', region: 'us-east-1', account: '123456789012' })).toBe(
      'arn:aws:sagemaker:us-east-1:123456789012:endpoint-config/ENDPOINT-CONFIG-NAME',
    );
  });
});
