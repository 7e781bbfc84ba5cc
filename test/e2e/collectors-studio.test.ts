import { PutObjectCommand } from '@aws-sdk/client-s3';
import { CreateDomainCommand, CreateModelPackageCommand, CreateModelPackageGroupCommand } from '@aws-sdk/client-sagemaker';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Fact, FactKind, FactParams } from '../../src/model/fact.ts';
import { absent, present } from '../../src/model/fact.ts';
import { adminClients } from '../support/clients.ts';
import type { Site } from '../support/seed.ts';
import { createBucket, createInstanceEndpoint, createServerlessEndpoint } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { openAt, readAt, readOver } from './read-facts.ts';

jest.setTimeout(30_000);

// Collectors of Studio, instances in use, named quotas and prefixes, against a server that was not written for them.
const REGION = 'eu-west-1';
let stage: Stage;
let site: Site;

beforeAll(async () => {
  stage = await startStage();
  const place = { url: stage.proxy.url, account: stage.nextAccount(), region: REGION };
  site = { ...place, admin: await adminClients(place) };
}, 120_000);
afterEach(() => stage?.proxy.calm());
afterAll(() => stage?.stop());

const read = <K extends FactKind>(kind: K, params: FactParams<K>): Promise<Fact> => readAt(site, kind, params);
const arn = (resource: string) => `arn:aws:sagemaker:${REGION}:${site.account}:${resource}`;
const role = (name: string) => `arn:aws:iam::${site.account}:role/${name}`;
const here = () => ({ account: site.account, region: REGION });

describe('Studio', () => {
  const create = (DomainName: string, spaceRole?: string) =>
    site.admin.sagemaker.send(
      new CreateDomainCommand({
        DomainName,
        AuthMode: 'IAM',
        SubnetIds: ['subnet-1'],
        VpcId: 'vpc-1',
        DefaultUserSettings: { ExecutionRole: role('Studio') },
        ...(spaceRole !== undefined && { DefaultSpaceSettings: { ExecutionRole: spaceRole } }),
      }),
    );

  test('a domain with its roles and its network', async () => {
    const { DomainArn = '' } = await create('ml', role('Spaces'));
    const domainId = DomainArn.slice(DomainArn.indexOf('/') + 1);
    expect(await read('sagemaker.domain', { domainId, region: REGION })).toMatchObject(
      present({ arn: DomainArn, id: domainId, status: 'InService', executionRoleArn: role('Studio'), spaceExecutionRoleArn: role('Spaces'), vpcId: 'vpc-1' }),
    );
    expect(await read('sagemaker.domain', { domainId: 'd-none', region: REGION })).toEqual(absent);
  });
  test('a user profile and a space', async () => {
    stage.proxy.setUserProfile({ ...here(), domainId: 'd-ml', userProfileName: 'alice', executionRoleArn: role('Alice') });
    stage.proxy.setSpace({ ...here(), domainId: 'd-ml', spaceName: 'team', sharing: 'Private', owner: 'alice' });
    expect(await read('sagemaker.userProfile', { domainId: 'd-ml', userProfileName: 'alice', region: REGION })).toEqual(
      present({ arn: arn('user-profile/d-ml/alice'), name: 'alice', status: 'InService', executionRoleArn: role('Alice') }),
    );
    expect(await read('sagemaker.userProfile', { domainId: 'd-ml', userProfileName: 'bob', region: REGION })).toEqual(absent);
    expect(await read('sagemaker.space', { domainId: 'd-ml', spaceName: 'team', region: REGION })).toEqual(
      present({ arn: arn('space/d-ml/team'), name: 'team', status: 'InService', sharing: 'Private', owner: 'alice' }),
    );
    expect(await read('sagemaker.space', { domainId: 'd-other', spaceName: 'team', region: REGION })).toEqual(absent);
    stage.proxy.refuse(['sagemaker:DescribeUserProfile']);
    expect(await read('sagemaker.userProfile', { domainId: 'd-ml', userProfileName: 'alice', region: REGION })).toMatchObject({
      state: 'unknown',
      actions: ['sagemaker:DescribeUserProfile'],
    });
  });
  test('a model in a hub, its own or referred to', async () => {
    stage.proxy.setHubContent({ ...here(), hubName: 'private', modelId: 'own' });
    stage.proxy.setHubContent({ ...here(), hubName: 'private', modelId: 'referred', type: 'ModelReference', version: '2.0.0' });
    const inHub = (modelId: string) => read('sagemaker.hubContent', { hubName: 'private', modelId, region: REGION });
    expect(await inHub('own')).toEqual(present({ arn: arn('hub-content/private/Model/own/1.0.0'), name: 'own', version: '1.0.0', status: 'Available' }));
    expect(await inHub('referred')).toMatchObject(present({ version: '2.0.0' }));
    expect(await inHub('none')).toEqual(absent);
  });
});

describe('instances in use', () => {
  const seed = () => ({ executionRoleArn: role('Exec'), image: 'image' });

  test('of endpoints, each described once whoever asks; a serverless one holds none', async () => {
    await createInstanceEndpoint(site, { ...seed(), name: 'real-time', instanceType: 'ml.g4dn.xlarge', count: 3 });
    await createServerlessEndpoint(site, { ...seed(), name: 'serverless', serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 1 } });
    stage.proxy.forget();
    const session = openAt(site);
    const [instances] = await Promise.all([
      readOver(session, 'sagemaker.endpointInstances', { region: REGION }),
      readOver(session, 'sagemaker.endpoints', { region: REGION }),
    ]);
    await session.close();
    expect(instances).toEqual(present(present([{ name: 'real-time', instanceType: 'ml.g4dn.xlarge', count: 3, spot: false }])));
    const calls = stage.proxy.calls(site.account).map(({ operation }) => operation);
    expect(calls.sort()).toEqual(['DescribeEndpoint', 'DescribeEndpoint', 'DescribeEndpointConfig', 'ListEndpoints']);
    stage.proxy.refuse(['sagemaker:DescribeEndpointConfig']);
    expect(await read('sagemaker.endpointInstances', { region: REGION })).toMatchObject(present({ state: 'unknown', reason: 'access-denied' }));
  });
  test('of training jobs in progress, on demand and spot', async () => {
    expect(await read('sagemaker.trainingInstances', { region: REGION })).toEqual(present(present([])));
    stage.proxy.setTrainingJob({ ...here(), name: 'one', instanceType: 'ml.p4d.24xlarge', count: 2 });
    stage.proxy.setTrainingJob({ ...here(), name: 'two', instanceType: 'ml.g5.xlarge', count: 1, spot: true });
    expect(await read('sagemaker.trainingInstances', { region: REGION })).toEqual(
      present(
        present([
          { name: 'one', instanceType: 'ml.p4d.24xlarge', count: 2, spot: false },
          { name: 'two', instanceType: 'ml.g5.xlarge', count: 1, spot: true },
        ]),
      ),
    );
  });
});

test('a model package with what a recommender job needs', async () => {
  await site.admin.sagemaker.send(new CreateModelPackageGroupCommand({ ModelPackageGroupName: 'churn' }));
  const { ModelPackageArn: modelPackageName = '' } = await site.admin.sagemaker.send(
    new CreateModelPackageCommand({
      ModelPackageGroupName: 'churn',
      ModelApprovalStatus: 'Approved',
      Domain: 'MACHINE_LEARNING',
      Task: 'CLASSIFICATION',
      SamplePayloadUrl: 's3://b/payload.tar.gz',
      InferenceSpecification: {
        Containers: [{ Image: 'image', ModelDataUrl: 's3://b/k', Framework: 'XGBOOST', FrameworkVersion: '1.7', Environment: { TOKEN: 'MARKER' } }],
        SupportedContentTypes: ['text/csv'],
        SupportedResponseMIMETypes: ['text/csv'],
        SupportedRealtimeInferenceInstanceTypes: ['ml.m5.large'],
      },
    }),
  );
  expect(await read('sagemaker.modelPackage', { modelPackageName, region: REGION })).toEqual(
    present({
      arn: modelPackageName,
      status: 'Completed',
      approval: 'Approved',
      containers: [{ image: 'image', modelDataUrl: 's3://b/k', framework: 'XGBOOST', frameworkVersion: '1.7' }],
      version: 1,
      domain: 'MACHINE_LEARNING',
      task: 'CLASSIFICATION',
      samplePayloadUrl: 's3://b/payload.tar.gz',
      supportedContentTypes: ['text/csv'],
      supportedRealtimeInstanceTypes: ['ml.m5.large'],
    }),
  );
});

describe('quotas by name', () => {
  const named = (quotaName: string) => ({ serviceCode: 'sagemaker', quotaName, region: REGION });
  const quota = (quotaCode: string, name: string, value: number) => stage.proxy.setQuota({ ...here(), serviceCode: 'sagemaker', quotaCode, name, value });

  test('one whose code is known is one call; the others are listed once, over all pages', async () => {
    for (let index = 0; index < 150; index += 1) quota(`L-${index}`, `quota ${index}`, index);
    quota('L-FFFF', 'ml.p5.48xlarge for endpoint usage', 2);
    quota('L-1928E07B', 'ml.g5.xlarge for endpoint usage', 4);
    stage.proxy.forget();
    const session = openAt(site);
    const names = ['ml.g5.xlarge for endpoint usage', 'ml.p5.48xlarge for endpoint usage', 'ml.none for endpoint usage'];
    const [known, listed, none] = await Promise.all(names.map((name) => readOver(session, 'quota.named', named(name))));
    await session.close();
    expect(known).toEqual(present({ code: 'L-1928E07B', name: 'ml.g5.xlarge for endpoint usage', value: 4, adjustable: true }));
    expect(listed).toEqual(present({ code: 'L-FFFF', name: 'ml.p5.48xlarge for endpoint usage', value: 2, adjustable: true }));
    expect(none).toEqual(absent);
    const calls = stage.proxy.calls(site.account).map(({ operation }) => operation);
    expect(calls.sort()).toEqual(['GetServiceQuota', 'ListServiceQuotas', 'ListServiceQuotas']);
  });
});

test('a prefix, with what the console leaves behind', async () => {
  const bucket = `churn-data-${site.account}`;
  await createBucket(site, bucket);
  const put = (Key: string, Body: string) => site.admin.s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: Buffer.from(Body) }));
  await put('train/', '');
  await put('train/a.csv', 'a');
  await put('train/a.csv/b.csv', 'b');
  await put('training/c.csv', 'c');
  const prefix = (name: string) => read('s3.prefix', { bucket, prefix: name, region: REGION });
  expect(await prefix('train/')).toEqual(present({ objects: 3, truncated: false, isObject: true, emptyFolders: ['train/'], clashes: ['train/a.csv'] }));
  expect(await prefix('none/')).toEqual(present({ objects: 0, truncated: false, isObject: false, emptyFolders: [], clashes: [] }));
  expect(await read('s3.prefix', { bucket: 'no-such-bucket-at-all', prefix: 'p', region: REGION })).toEqual(absent);
  stage.proxy.refuse(['s3:ListBucket']);
  expect(await prefix('train/')).toMatchObject({ state: 'unknown', actions: ['s3:ListBucket'] });
});
