import { ECRClient, PutImageCommand, SetRepositoryPolicyCommand } from '@aws-sdk/client-ecr';
import {
  AttachPolicyCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  CreatePolicyCommand,
  EnablePolicyTypeCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { CreateEndpointConfigCommand, CreateModelPackageCommand, CreateModelPackageGroupCommand } from '@aws-sdk/client-sagemaker';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openClients } from '../../src/aws/clients.ts';
import { openSession } from '../../src/aws/session.ts';
import { readerOf } from '../../src/collectors/read.ts';
import type { Fact, FactKind, FactParams } from '../../src/model/fact.ts';
import { absent, present } from '../../src/model/fact.ts';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import { createServerlessEndpoint, document } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';

// Every collector that only this scenario needs, against a server that was not written for it.
const REGION = 'eu-west-1';
let stage: Stage;
let ready: ReadyAccount;
let ecr: ECRClient;
let organizations: OrganizationsClient;

beforeAll(async () => {
  stage = await startStage();
  ready = await readyServerlessAccount(stage, { region: REGION });
  const config = { endpoint: ready.url, region: REGION, credentials: ready.admin.keys };
  ecr = new ECRClient(config);
  organizations = new OrganizationsClient({ ...config, region: 'us-east-1' });
}, 120_000);
afterEach(() => stage?.proxy.calm());
afterAll(() => stage?.stop());

const read = async <K extends FactKind>(kind: K, params: FactParams<K>): Promise<Fact> => {
  const session = openSession({ clients: openClients({ version: '0', endpoint: ready.url, credentials: async () => ready.admin.keys }) });
  const fact = await readerOf(session)(kind, params as Readonly<Record<string, unknown>>);
  await session.close();
  return fact;
};
const here = () => ({ account: ready.account, region: REGION, repository: 'churn' });
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const arn = (service: string, resource: string) => `arn:aws:${service}:${REGION}:${ready.account}:${resource}`;

describe('ECR', () => {
  const put = (imageTag: string, manifest: object) =>
    ecr.send(new PutImageCommand({ repositoryName: 'churn', imageTag, imageManifest: JSON.stringify({ schemaVersion: 2, ...manifest }) }));
  const platformOf = (tag: string) => read('ecr.imagePlatform', { ...here(), reference: `tag:${tag}` });

  test('the repository', async () => {
    expect(await read('ecr.repository', here())).toEqual(
      present({ arn: arn('ecr', 'repository/churn'), name: 'churn', account: ready.account, tagMutability: 'IMMUTABLE' }),
    );
    expect(await read('ecr.repository', { ...here(), repository: 'other' })).toEqual(absent);
  });
  test('its policy', async () => {
    expect(await read('ecr.repositoryPolicy', here())).toEqual(absent);
    await ecr.send(
      new SetRepositoryPolicyCommand({ repositoryName: 'churn', policyText: document({ Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' }) }),
    );
    const policy = { kind: 'repository', name: 'churn', arn: arn('ecr', 'repository/churn'), text: expect.stringContaining('ecr:BatchGetImage') };
    expect(await read('ecr.repositoryPolicy', here())).toEqual(present(policy));
  });
  test('the image, by tag and by digest', async () => {
    const byTag = await read('ecr.image', { ...here(), reference: 'tag:1.4' });
    const expected = { digest: expect.stringMatching(/^sha256:/), mediaType: 'application/vnd.docker.distribution.manifest.v2+json', size: 52_428_800 };
    expect(byTag).toMatchObject(present(expected));
    const reference = (byTag as { readonly value: { readonly digest: string } }).value.digest;
    expect(await read('ecr.image', { ...here(), reference })).toEqual(byTag);
    expect(await read('ecr.image', { ...here(), reference: 'tag:9' })).toEqual(absent);
  });
  test('its platform, straight or through an index', async () => {
    const configuration = { mediaType: 'application/vnd.oci.image.config.v1+json', size: 7, digest: digest('c') };
    await put('arm', { mediaType: 'application/vnd.oci.image.manifest.v1+json', config: configuration, layers: [{ size: 1, digest: digest('1') }] });
    stage.proxy.putLayer(digest('c'), JSON.stringify({ architecture: 'arm64', os: 'linux', config: { Env: ['TOKEN=MARKER'] } }));
    expect(await platformOf('arm')).toEqual(present({ architecture: 'arm64', os: 'linux' }));
    const { value } = (await read('ecr.image', { ...here(), reference: 'tag:arm' })) as { readonly value: { readonly digest: string } };
    const member = { mediaType: 'application/vnd.oci.image.manifest.v1+json', size: 1, digest: value.digest, platform: { os: 'linux', architecture: 'arm64' } };
    await put('index', { mediaType: 'application/vnd.oci.image.index.v1+json', manifests: [member] });
    expect(await platformOf('index')).toEqual(present({ architecture: 'arm64', os: 'linux' }));
  });
  test('a platform whose configuration is not to be had is unknown; of a missing image it is absent', async () => {
    expect(await platformOf('1.4')).toMatchObject({ state: 'unknown', reason: 'failed', message: expect.stringContaining('LayersNotFoundException') });
    expect(await platformOf('9')).toEqual(absent);
    stage.proxy.refuse(['ecr:BatchGetImage']);
    expect(await platformOf('arm')).toMatchObject({ state: 'unknown', reason: 'access-denied', actions: ['ecr:BatchGetImage'] });
  });
});

describe('S3', () => {
  const put = (Key: string, Body: Buffer) => ready.admin.s3.send(new PutObjectCommand({ Bucket: ready.bucket, Key, Body }));
  const start = (key: string) => read('s3.objectStart', { bucket: ready.bucket, key, region: REGION });

  test('the start of an object', async () => {
    await put('gzip', Buffer.from('1f8b0800', 'hex'));
    await put('empty', Buffer.alloc(0));
    expect(await start('gzip')).toEqual(present({ bytes: '1f8b' }));
    expect(await start('empty')).toEqual(present({ bytes: '' }));
    expect(await start('missing')).toEqual(absent);
    stage.proxy.refuse(['s3:GetObject']);
    expect(await start('gzip')).toMatchObject({ state: 'unknown', reason: 'access-denied' });
  });
  test('who pays', async () => {
    expect(await read('s3.payer', { bucket: ready.bucket, region: REGION })).toEqual(present({ payer: 'BucketOwner' }));
    stage.proxy.setPayer(ready.bucket, 'Requester');
    expect(await read('s3.payer', { bucket: ready.bucket, region: REGION })).toEqual(present({ payer: 'Requester' }));
  });
});

describe('SageMaker', () => {
  test('an endpoint with its configuration and its model', async () => {
    const { executionRoleArn = '', image = '' } = ready.target;
    await createServerlessEndpoint(ready, { name: 'other', executionRoleArn, image, serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 7 } });
    expect(await read('sagemaker.endpoint', { endpointName: 'other', region: REGION })).toEqual(
      present({ arn: arn('sagemaker', 'endpoint/other'), name: 'other', status: 'InService', configName: 'other' }),
    );
    expect(await read('sagemaker.endpointConfig', { endpointConfigName: 'other', region: REGION })).toMatchObject(
      present({ name: 'other', variants: [{ modelName: 'other', serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 7 } }], dataCapture: false }),
    );
    expect(await read('sagemaker.model', { modelName: 'other', region: REGION })).toMatchObject(
      present({ name: 'other', executionRoleArn, containers: [{ image }], enableNetworkIsolation: false }),
    );
  });
  test('a configuration on instances, with data capture and a key', async () => {
    const DataCaptureConfig = {
      EnableCapture: true,
      InitialSamplingPercentage: 1,
      DestinationS3Uri: 's3://b/k',
      CaptureOptions: [{ CaptureMode: 'Input' as const }],
    };
    const ProductionVariants = [{ VariantName: 'v', ModelName: 'other', InstanceType: 'ml.m5.large' as const, InitialInstanceCount: 1 }];
    const config = { EndpointConfigName: 'real-time', KmsKeyId: ready.keyArn, ProductionVariants, DataCaptureConfig };
    await ready.admin.sagemaker.send(new CreateEndpointConfigCommand(config));
    expect(await read('sagemaker.endpointConfig', { endpointConfigName: 'real-time', region: REGION })).toMatchObject(
      present({ kmsKeyId: ready.keyArn, dataCapture: true, variants: [{ instanceType: 'ml.m5.large' }] }),
    );
  });
  test('a model package', async () => {
    const Containers = [{ Image: 'image', ModelDataUrl: 's3://b/k', Environment: { TOKEN: 'MARKER' } }];
    await ready.admin.sagemaker.send(new CreateModelPackageGroupCommand({ ModelPackageGroupName: 'group' }));
    const { ModelPackageArn: modelPackageName = '' } = await ready.admin.sagemaker.send(
      new CreateModelPackageCommand({
        ModelPackageGroupName: 'group',
        ModelApprovalStatus: 'Approved',
        InferenceSpecification: { Containers, SupportedContentTypes: [], SupportedResponseMIMETypes: [] },
      }),
    );
    expect(await read('sagemaker.modelPackage', { modelPackageName, region: REGION })).toEqual(
      present({
        arn: modelPackageName,
        status: 'Completed',
        approval: 'Approved',
        containers: [{ image: 'image', modelDataUrl: 's3://b/k' }],
        version: 1,
        supportedContentTypes: [],
      }),
    );
  });
  test('nothing of that name', async () => {
    expect(await read('sagemaker.endpoint', { endpointName: 'none', region: REGION })).toEqual(absent);
    expect(await read('sagemaker.endpointConfig', { endpointConfigName: 'none', region: REGION })).toEqual(absent);
    expect(await read('sagemaker.model', { modelName: 'none', region: REGION })).toEqual(absent);
  });
});

describe('Organizations', () => {
  const place = () => read('organizations.organization', { account: ready.account, region: REGION });

  test('no organisation, then one with a unit and a policy on it', async () => {
    expect(await place()).toEqual(absent);
    await organizations.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
    const root = (await organizations.send(new ListRootsCommand({}))).Roots?.[0]?.Id ?? '';
    await organizations.send(new EnablePolicyTypeCommand({ RootId: root, PolicyType: 'SERVICE_CONTROL_POLICY' }));
    const unit = (await organizations.send(new CreateOrganizationalUnitCommand({ ParentId: root, Name: 'ml' }))).OrganizationalUnit?.Id ?? '';
    await organizations.send(new MoveAccountCommand({ AccountId: ready.account, SourceParentId: root, DestinationParentId: unit }));
    const Content = document({ Effect: 'Deny', Action: 'sagemaker:CreateEndpoint', Resource: '*' });
    const created = await organizations.send(new CreatePolicyCommand({ Name: 'NoEndpoints', Description: '', Type: 'SERVICE_CONTROL_POLICY', Content }));
    const { Id: policy = '', Arn: policyArn } = created.Policy?.PolicySummary ?? {};
    await organizations.send(new AttachPolicyCommand({ PolicyId: policy, TargetId: unit }));

    const full = {
      kind: 'scp',
      name: 'FullAWSAccess',
      text: expect.stringContaining('Allow'),
    };
    const denying = { kind: 'scp', name: 'NoEndpoints', arn: policyArn, text: Content };
    const levels = [
      { id: root, serviceControlPolicies: present([full]) },
      { id: unit, serviceControlPolicies: present(expect.arrayContaining([expect.objectContaining(full), denying])) },
      { id: ready.account, serviceControlPolicies: present([full]) },
    ];
    expect(await place()).toMatchObject(present({ id: expect.stringMatching(/^o-/), managementAccount: ready.account, levels: present(levels) }));
    const described = stage.proxy.calls(ready.account).filter(({ action }) => action === 'organizations:DescribePolicy');
    expect(described.map(({ input }) => input['PolicyId']).sort()).toEqual(['p-FullAWSAccess', 'p-RCPFullAWSAccess', policy].sort());
  });
  test('a refused level is a part that is unknown', async () => {
    stage.proxy.refuse(['organizations:ListParents']);
    expect(await place()).toMatchObject(present({ managementAccount: ready.account, levels: { state: 'unknown', actions: ['organizations:ListParents'] } }));
  });
});
