import { describe, expect, test } from '@jest/globals';
import { readerOf } from '../../src/collectors/read.ts';
import { serverlessVariants } from '../../src/collectors/sagemaker/endpoints.ts';
import type { FactKind } from '../../src/model/fact.ts';
import { absent, present, unknown } from '../../src/model/fact.ts';
import type { Answers } from './fake-session.ts';
import { ACCOUNT, refused, sessionAnswering } from './fake-session.ts';

const REGION = 'eu-west-1';
const KEY = `arn:aws:kms:us-east-2:${ACCOUNT}:key/1234`;
const read = (kind: FactKind, params: object, answers: Answers) => readerOf(sessionAnswering(answers))(kind, params as Readonly<Record<string, unknown>>);

describe('s3.bucket', () => {
  const params = { bucket: 'models', account: ACCOUNT, region: REGION };
  const answering = (own: unknown, anybodys: unknown): Answers => ({
    's3:HeadBucket': (input) => (input['expectedOwner'] === undefined ? anybodys : own) as ReturnType<Answers[string]>,
  });
  const here = present({ region: 'us-west-2' });

  test('is ours when S3 confirms the owner', async () =>
    expect(await read('s3.bucket', params, answering(here, absent))).toEqual(present({ name: 'models', region: 'us-west-2', owner: 'this-account' })));
  test("is another's when only the owner is refused", async () =>
    expect(await read('s3.bucket', params, answering(refused('s3:ListBucket'), here))).toEqual(
      present({ name: 'models', region: 'us-west-2', owner: 'other' }),
    ));
  test('is unknown when both are refused', async () => {
    expect(await read('s3.bucket', params, answering(refused('s3:ListBucket'), refused('s3:ListBucket')))).toMatchObject({
      state: 'unknown',
      reason: 'access-denied',
      actions: ['s3:ListBucket'],
      message: expect.stringMatching(/grant s3:ListBucket on arn:aws:s3:::models.*may belong to another account/),
    });
  });
  test('is absent when S3 knows none', async () => expect(await read('s3.bucket', params, answering(absent, here))).toEqual(absent));
  test('a failure of another kind is not taken for foreign ownership', async () => {
    const throttled = unknown('throttled', 'slowly');
    expect(await read('s3.bucket', params, answering(throttled, here))).toEqual(throttled);
    expect(await read('s3.bucket', params, answering(refused('s3:ListBucket'), throttled))).toEqual(throttled);
  });
  test.each(['models--use1-az4--x-s3', 'ap-abc-s3alias', `arn:aws:s3:${REGION}:${ACCOUNT}:accesspoint/models`])(
    '%s is not judged, and not asked for',
    async (bucket) => {
      const session = sessionAnswering({});
      expect(await readerOf(session)('s3.bucket', { ...params, bucket })).toMatchObject({ state: 'unknown', reason: 'unsupported' });
      expect(session.asked).toEqual([]);
    },
  );
});

describe('s3.object and s3.bucketPolicy', () => {
  const params = { bucket: 'models', key: 'm/model.tar.gz', region: REGION };
  test('keeps the declared fields only', async () => {
    const answer = present({
      ContentLength: 100,
      StorageClass: 'GLACIER',
      ArchiveStatus: 'ARCHIVE_ACCESS',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: KEY,
      Metadata: { marker: 'MARKER' },
      WebsiteRedirectLocation: 'MARKER',
    });
    expect(await read('s3.object', params, { 's3:HeadObject': () => answer })).toEqual(
      present({ size: 100, storageClass: 'GLACIER', archiveStatus: 'ARCHIVE_ACCESS', encryption: 'aws:kms', kmsKeyId: KEY }),
    );
  });
  test('a class that is left out is STANDARD; an empty object has size 0', async () => {
    expect(await read('s3.object', params, { 's3:HeadObject': () => present({ ContentLength: 0 }) })).toEqual(present({ size: 0, storageClass: 'STANDARD' }));
  });
  test('a policy carries its bucket, in the right partition', async () => {
    const answers = { 's3:GetBucketPolicy': () => present('{}') };
    expect(await read('s3.bucketPolicy', { bucket: 'models', region: 'cn-north-1' }, answers)).toEqual(
      present({ kind: 'bucket', name: 'models', arn: 'arn:aws-cn:s3:::models', text: '{}' }),
    );
    expect(await read('s3.bucketPolicy', { bucket: 'models', region: REGION }, { 's3:GetBucketPolicy': () => absent })).toEqual(absent);
  });
});

describe('KMS', () => {
  const metadata = {
    Arn: KEY,
    KeyId: '1234',
    AWSAccountId: ACCOUNT,
    KeyState: 'PendingDeletion',
    KeyManager: 'CUSTOMER',
    KeyUsage: 'ENCRYPT_DECRYPT',
    KeySpec: 'SYMMETRIC_DEFAULT',
    DeletionDate: new Date('2030-01-02T03:04:05Z'),
    Description: 'MARKER',
  };
  const key = {
    arn: KEY,
    keyId: '1234',
    account: ACCOUNT,
    region: 'us-east-2',
    state: 'PendingDeletion',
    manager: 'CUSTOMER',
    usage: 'ENCRYPT_DECRYPT',
    spec: 'SYMMETRIC_DEFAULT',
    deletionDate: '2030-01-02T03:04:05.000Z',
  };

  test('a key keeps its declared fields', async () => {
    expect(await read('kms.key', { keyId: 'alias/mine', region: 'us-east-2' }, { 'kms:DescribeKey': () => present(metadata) })).toEqual(present(key));
  });
  test.each([
    ['alias/mine', REGION],
    ['1234', REGION],
    [KEY, 'us-east-2'],
    [`arn:aws:kms:us-east-2:${ACCOUNT}:alias/mine`, 'us-east-2'],
  ])('%s is asked for in %s', async (keyId, expected) => {
    const session = sessionAnswering({ 'kms:DescribeKey': () => absent });
    expect(await readerOf(session)('kms.key', { keyId, region: REGION })).toEqual(absent);
    expect(session.asked).toEqual([`kms:DescribeKey@${expected} ${JSON.stringify({ keyId })}`]);
  });
  test.each(['alias/aws/sagemaker', `arn:aws:kms:us-east-2:${ACCOUNT}:alias/aws/s3`])('%s is never described: that may create its key', async (keyId) => {
    const session = sessionAnswering({ 'kms:DescribeKey': () => absent });
    expect(await readerOf(session)('kms.key', { keyId, region: REGION })).toMatchObject({ state: 'unknown', reason: 'unsupported' });
    expect(session.asked).toEqual([]);
  });
  test('a policy carries its key', async () => {
    expect(await read('kms.keyPolicy', { keyArn: KEY }, { 'kms:GetKeyPolicy': () => present('{}') })).toEqual(
      present({ kind: 'key', name: '1234', arn: KEY, text: '{}' }),
    );
  });
  test("another account's key policy is unknown, never absent", async () => {
    const keyArn = 'arn:aws:kms:us-east-2:999999999999:key/1234';
    expect(await read('kms.keyPolicy', { keyArn }, { 'kms:GetKeyPolicy': () => absent })).toMatchObject({ reason: 'unsupported' });
    expect(await read('kms.grants', { keyArn }, { 'kms:ListGrants': () => absent })).toMatchObject({ reason: 'unsupported' });
  });
  test('grants name a principal or a service', async () => {
    const grants = [
      {
        GrantId: '1',
        GranteePrincipal: 'arn:aws:iam::1:role/x',
        Operations: ['Decrypt'],
        Name: '',
        Constraints: { EncryptionContextSubset: { a: 'b' } },
        IssuingAccount: 'x',
      },
      { GrantId: '2', GranteeServicePrincipal: 'dynamodb.amazonaws.com', Name: 'n', Constraints: { SourceArn: 'arn', EncryptionContextEquals: { c: 'd' } } },
    ];
    expect(await read('kms.grants', { keyArn: KEY }, { 'kms:ListGrants': () => present(grants) })).toEqual(
      present([
        { grantId: '1', granteePrincipal: 'arn:aws:iam::1:role/x', operations: ['Decrypt'], encryptionContextSubset: { a: 'b' } },
        { grantId: '2', granteePrincipal: 'dynamodb.amazonaws.com', operations: [], name: 'n', sourceArn: 'arn', encryptionContextEquals: { c: 'd' } },
      ]),
    );
  });
});

describe('sagemaker.endpoints', () => {
  const serverless = (memory: number, concurrency: number) => ({ MemorySizeInMB: memory, MaxConcurrency: concurrency });
  const summary = (name: string) => ({
    EndpointName: name,
    EndpointArn: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:endpoint/${name}`,
    EndpointStatus: 'InService',
  });
  const endpoint = (name: string, variants: unknown) => ({ name, arn: summary(name).EndpointArn, status: 'InService', serverless: variants });

  test('each endpoint is described on its own, and one that is gone meanwhile is left out', async () => {
    const described: Readonly<Record<string, ReturnType<Answers[string]>>> = {
      a: present({ EndpointName: 'a', ProductionVariants: [{ VariantName: 'v', CurrentServerlessConfig: serverless(2048, 5) }] }),
      b: present({ EndpointName: 'b', ProductionVariants: [{ VariantName: 'v', CurrentInstanceCount: 1 }] }),
      c: absent,
      d: refused('sagemaker:DescribeEndpoint'),
    };
    const answers: Answers = {
      'sagemaker:ListEndpoints': () => present(['a', 'b', 'c', 'd'].map(summary)),
      'sagemaker:DescribeEndpoint': ({ endpointName }) => described[endpointName as string] ?? absent,
    };
    expect(await read('sagemaker.endpoints', { region: REGION }, answers)).toEqual(
      present([
        endpoint('a', present([{ name: 'v', memorySizeInMB: 2048, maxConcurrency: 5 }])),
        endpoint('b', present([])),
        endpoint('d', refused('sagemaker:DescribeEndpoint')),
      ]),
    );
  });
  test('a refused listing is unknown, never an empty list', async () => {
    expect(await read('sagemaker.endpoints', { region: REGION }, { 'sagemaker:ListEndpoints': () => refused('sagemaker:ListEndpoints') })).toEqual(
      refused('sagemaker:ListEndpoints'),
    );
  });
  test('a variant that is being changed counts once, with the larger of its sizes', () => {
    const current = { VariantName: 'v', CurrentServerlessConfig: serverless(4096, 5), DesiredServerlessConfig: serverless(2048, 9) };
    expect(
      serverlessVariants({
        ProductionVariants: [current],
        PendingDeploymentSummary: { ProductionVariants: [{ VariantName: 'v', DesiredServerlessConfig: serverless(1024, 7) }] },
      }),
    ).toEqual([{ name: 'v', memorySizeInMB: 4096, maxConcurrency: 9 }]);
  });
  test('an endpoint that is being created counts with what it will be', () => {
    expect(
      serverlessVariants({ PendingDeploymentSummary: { ProductionVariants: [{ VariantName: 'v', DesiredServerlessConfig: serverless(1024, 7) }] } }),
    ).toEqual([{ name: 'v', memorySizeInMB: 1024, maxConcurrency: 7 }]);
  });
});

describe('the rest', () => {
  const params = { serviceCode: 'sagemaker', quotaCode: 'L-96300102', region: REGION };
  test('a quota is its applied value', async () => {
    const answer = present({ QuotaName: 'Total concurrency', Value: 10, Adjustable: true, QuotaArn: 'x' });
    expect(await read('quota.applied', params, { 'servicequotas:GetServiceQuota': () => answer })).toEqual(
      present({ code: 'L-96300102', name: 'Total concurrency', value: 10, adjustable: true }),
    );
  });
  test('a quota without value is absent, and 0 is a value', async () => {
    expect(await read('quota.applied', params, { 'servicequotas:GetServiceQuota': () => present({ QuotaName: 'x' }) })).toEqual(absent);
    expect(await read('quota.applied', params, { 'servicequotas:GetServiceQuota': () => present({ QuotaName: 'x', Value: 0 }) })).toMatchObject({
      value: { value: 0 },
    });
  });
  test('the caller', async () => expect(await read('sts.caller', { region: REGION }, {})).toMatchObject({ value: { account: ACCOUNT } }));
  test('run.time is not read from AWS', async () => expect(await read('run.time', {}, {})).toMatchObject({ state: 'unknown', reason: 'not-collected' }));
  test('whatever a collector throws is a fact of its own: unknown', async () => {
    expect(
      await read(
        'sts.caller',
        { region: REGION },
        {
          'sts:GetCallerIdentity': () => {
            throw new Error('broken');
          },
        },
      ),
    ).toEqual(unknown('failed', 'sts.caller could not be read — broken'));
  });
});
