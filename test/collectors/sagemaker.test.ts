import { describe, expect, test } from '@jest/globals';
import { COLLECTORS } from '../../src/collectors/index.ts';
import { readerOf } from '../../src/collectors/read.ts';
import type { FactKind } from '../../src/model/fact.ts';
import { absent, present } from '../../src/model/fact.ts';
import type { Answers } from './fake-session.ts';
import { ACCOUNT, refused, sessionAnswering } from './fake-session.ts';

const REGION = 'eu-west-1';
const arn = (resource: string, region = REGION) => `arn:aws:sagemaker:${region}:${ACCOUNT}:${resource}`;
const read = (kind: FactKind, params: object, answers: Answers) => readerOf(sessionAnswering(answers))(kind, params as Readonly<Record<string, unknown>>);
const SECRETS = { Environment: { TOKEN: 'MARKER' }, HyperParameters: { seed: 'MARKER' }, ContainerHostname: 'MARKER' };

describe('sagemaker.model', () => {
  const params = { modelName: 'churn', region: REGION };
  const model = (more: object) => ({ 'sagemaker:DescribeModel': () => present({ ModelArn: arn('model/churn'), ModelName: 'churn', ...more }) });
  const whole = { arn: arn('model/churn'), name: 'churn', enableNetworkIsolation: false };

  test('keeps the declared fields of its container, and never its environment', async () => {
    const container = {
      ...SECRETS,
      Image: 'image',
      ModelDataUrl: 's3://b/k',
      Mode: 'SingleModel',
      ImageConfig: { RepositoryAccessMode: 'Vpc', RepositoryAuthConfig: { RepositoryCredentialsProviderArn: 'MARKER' } },
    };
    const fact = await read('sagemaker.model', params, model({ PrimaryContainer: container, ExecutionRoleArn: 'role', DeploymentRecommendation: SECRETS }));
    const expected = { image: 'image', modelDataUrl: 's3://b/k', mode: 'SingleModel', repositoryAccessMode: 'Vpc' };
    expect(fact).toEqual(present({ ...whole, executionRoleArn: 'role', containers: [expected] }));
    expect(JSON.stringify(fact)).not.toContain('MARKER');
  });
  test('has several containers, uncompressed sources, a network', async () => {
    const source = { S3Uri: 's3://b/p/', S3DataType: 'S3Prefix', CompressionType: 'None', ETag: 'MARKER' };
    const answers = model({
      Containers: [{ ModelDataSource: { S3DataSource: source } }, { ModelPackageName: 'package' }],
      EnableNetworkIsolation: true,
      VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
    });
    expect(await read('sagemaker.model', params, answers)).toEqual(
      present({
        ...whole,
        containers: [{ modelDataSource: { s3Uri: 's3://b/p/', s3DataType: 'S3Prefix', compressionType: 'None' } }, { modelPackageName: 'package' }],
        enableNetworkIsolation: true,
        vpcConfig: { subnets: ['subnet-1'], securityGroupIds: ['sg-1'] },
      }),
    );
  });
  test('is absent or unknown as SageMaker says', async () => {
    expect(await read('sagemaker.model', params, { 'sagemaker:DescribeModel': () => absent })).toEqual(absent);
    const refusal = refused('sagemaker:DescribeModel');
    expect(await read('sagemaker.model', params, { 'sagemaker:DescribeModel': () => refusal })).toEqual(refusal);
  });
});

describe('sagemaker.endpointConfig', () => {
  const params = { endpointConfigName: 'churn', region: REGION };
  const config = (more: object) => ({
    'sagemaker:DescribeEndpointConfig': () =>
      present({ EndpointConfigArn: arn('endpoint-config/churn'), EndpointConfigName: 'churn', ProductionVariants: [{ VariantName: 'v' }], ...more }),
  });
  const plain = {
    arn: arn('endpoint-config/churn'),
    name: 'churn',
    variants: [{ name: 'v' }],
    shadowVariants: [],
    dataCapture: false,
    asyncInference: false,
    enableNetworkIsolation: false,
    inVpc: false,
  };

  test('without features has none', async () => expect(await read('sagemaker.endpointConfig', params, config({}))).toEqual(present(plain)));
  test('data capture that is configured but off is off', async () =>
    expect(await read('sagemaker.endpointConfig', params, config({ DataCaptureConfig: { EnableCapture: false } }))).toEqual(present(plain)));
  test('tells its variants and features', async () => {
    const serverless = { MemorySizeInMB: 2048, MaxConcurrency: 5, ProvisionedConcurrency: 1 };
    const answers = config({
      KmsKeyId: 'key',
      ProductionVariants: [{ VariantName: 'v', ModelName: 'm', ServerlessConfig: serverless, InitialVariantWeight: 1 }],
      ShadowProductionVariants: [{ VariantName: 's', InstanceType: 'ml.m5.large', AcceleratorType: 'ml.eia2.medium' }],
      DataCaptureConfig: { EnableCapture: true, DestinationS3Uri: 'MARKER' },
      AsyncInferenceConfig: { OutputConfig: 'MARKER' },
      EnableNetworkIsolation: true,
      VpcConfig: { Subnets: ['MARKER'] },
      ExecutionRoleArn: 'role',
    });
    expect(await read('sagemaker.endpointConfig', params, answers)).toEqual(
      present({
        ...plain,
        kmsKeyId: 'key',
        variants: [{ name: 'v', modelName: 'm', serverlessConfig: { memorySizeInMB: 2048, maxConcurrency: 5, provisionedConcurrency: 1 } }],
        shadowVariants: [{ name: 's', instanceType: 'ml.m5.large', acceleratorType: 'ml.eia2.medium' }],
        dataCapture: true,
        asyncInference: true,
        enableNetworkIsolation: true,
        inVpc: true,
        executionRoleArn: 'role',
      }),
    );
  });
});

describe('sagemaker.endpoint and sagemaker.modelPackage', () => {
  test('an endpoint', async () => {
    const described = { EndpointArn: arn('endpoint/e'), EndpointName: 'e', EndpointStatus: 'Failed', EndpointConfigName: 'c', FailureReason: 'MARKER' };
    expect(await read('sagemaker.endpoint', { endpointName: 'e', region: REGION }, { 'sagemaker:DescribeEndpoint': () => present(described) })).toEqual(
      present({ arn: arn('endpoint/e'), name: 'e', status: 'Failed', configName: 'c' }),
    );
  });
  test('a model package', async () => {
    const described = {
      ModelPackageArn: arn('model-package/g/1'),
      ModelPackageStatus: 'Completed',
      ModelApprovalStatus: 'Approved',
      InferenceSpecification: { Containers: [{ Image: 'image', ModelDataUrl: 's3://b/k', ...SECRETS }] },
      CustomerMetadataProperties: { a: 'MARKER' },
    };
    const ask = (answer: object) =>
      read('sagemaker.modelPackage', { modelPackageName: 'g', region: REGION }, { 'sagemaker:DescribeModelPackage': () => present(answer) });
    const expected = { arn: arn('model-package/g/1'), status: 'Completed' };
    expect(await ask(described)).toEqual(present({ ...expected, approval: 'Approved', containers: [{ image: 'image', modelDataUrl: 's3://b/k' }] }));
    const { ModelApprovalStatus: _, InferenceSpecification: __, ...bare } = described;
    expect(await ask(bare)).toEqual(present({ ...expected, containers: [] }));
  });
  test('an ARN is asked for in its own Region, and needs permission on itself', async () => {
    const modelPackageName = arn('model-package/g/1', 'us-east-2');
    const session = sessionAnswering({ 'sagemaker:DescribeModelPackage': () => absent });
    await readerOf(session)('sagemaker.modelPackage', { modelPackageName, region: REGION });
    expect(session.asked).toEqual([`sagemaker:DescribeModelPackage@us-east-2 ${JSON.stringify({ modelPackageName })}`]);
    const permissions = (name: string | undefined) =>
      COLLECTORS['sagemaker.modelPackage'].permissions({ modelPackageName: name, region: REGION }, { partition: 'aws', account: ACCOUNT });
    expect(permissions(modelPackageName)).toEqual([{ action: 'sagemaker:DescribeModelPackage', resources: [modelPackageName] }]);
    expect(permissions('p')).toEqual([{ action: 'sagemaker:DescribeModelPackage', resources: [arn('model-package/p')] }]);
    expect(permissions(undefined)).toMatchObject([{ resources: [arn('model-package/*')], because: expect.stringContaining('model package') }]);
  });
});

describe('s3.objectStart and s3.payer', () => {
  const params = { bucket: 'models', key: 'm.tar.gz', region: REGION };
  test('hand on what S3 says', async () => {
    expect(await read('s3.objectStart', params, { 's3:GetObject': () => present({ bytes: '1f8b' }) })).toEqual(present({ bytes: '1f8b' }));
    expect(await read('s3.objectStart', params, { 's3:GetObject': () => absent })).toEqual(absent);
    expect(await read('s3.payer', params, { 's3:GetBucketRequestPayment': () => present('Requester') })).toEqual(present({ payer: 'Requester' }));
    const refusal = refused('s3:GetBucketRequestPayment');
    expect(await read('s3.payer', params, { 's3:GetBucketRequestPayment': () => refusal })).toEqual(refusal);
  });
  test.each(['s3.objectStart', 's3.payer'] as const)('%s is not asked of what is no bucket', async (kind) => {
    const session = sessionAnswering({});
    expect(await readerOf(session)(kind, { ...params, bucket: 'ap-abc-s3alias' })).toMatchObject({ reason: 'unsupported' });
    expect(session.asked).toEqual([]);
  });
});
