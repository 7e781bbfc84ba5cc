import { describe, expect, test } from '@jest/globals';
import { factsOf } from '../../../src/engine/facts.ts';
import type { AnyFactRequest, Fact, FactKind, FactParams } from '../../../src/model/fact.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import type { ServerlessEndpointTarget } from '../../../src/model/target.ts';
import { completed, completionRequests, missingThings } from '../../../src/targets/resolve/index.ts';
import { endpoint, endpointConfig, model, modelPackage, PACKAGE } from '../../support/facts.ts';
import { ACCOUNT, DEPLOYER, REGION, ROLE } from '../../support/targets.ts';

const plain = { scenario: 'serverless-endpoint', name: 'churn', account: ACCOUNT, region: REGION, deployer: DEPLOYER } as const;
const byEndpoint: ServerlessEndpointTarget = { ...plain, completeFrom: { endpoint: 'churn' } };
const byModel: ServerlessEndpointTarget = { ...plain, completeFrom: { model: 'churn-model' } };
const byPackage: ServerlessEndpointTarget = {
  ...plain,
  executionRoleArn: ROLE,
  serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 1 },
  modelPackageName: PACKAGE,
};

const saved = <K extends FactKind>(kind: K, params: FactParams<K>, fact: Fact<K>) => ({
  kind,
  params: params as Readonly<Record<string, unknown>>,
  fact: fact as Fact,
});
const REFUSED = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeModel'] });

interface Deployed {
  readonly endpoint?: Fact<'sagemaker.endpoint'>;
  readonly config?: Fact<'sagemaker.endpointConfig'>;
  readonly model?: Fact<'sagemaker.model'>;
  readonly modelPackage?: Fact<'sagemaker.modelPackage'>;
}

const knowing = (deployed: Deployed = {}) =>
  factsOf(
    [
      saved('sagemaker.endpoint', { endpointName: 'churn', region: REGION }, deployed.endpoint ?? present(endpoint())),
      saved('sagemaker.endpointConfig', { endpointConfigName: 'churn-config', region: REGION }, deployed.config ?? present(endpointConfig())),
      saved('sagemaker.model', { modelName: 'churn-model', region: REGION }, deployed.model ?? present(model())),
      saved('sagemaker.modelPackage', { modelPackageName: PACKAGE, region: REGION }, deployed.modelPackage ?? present(modelPackage())),
    ],
    'test',
  );

const kinds = (requests: readonly AnyFactRequest[]) => requests.map(({ kind }) => kind);

const [container] = model().containers;
const ofModel = {
  executionRoleArn: ROLE,
  image: container?.image,
  modelDataUrl: container?.modelDataUrl,
  mode: 'SingleModel',
  containers: 1,
  modelName: 'churn-model',
};
const ofConfig = {
  endpointName: 'churn',
  endpointConfigName: 'churn-config',
  productionVariants: 1,
  serverlessConfig: { memorySizeInMB: 2048, maxConcurrency: 1 },
};

describe('a target that names an endpoint', () => {
  test('asks for the endpoint, and from it for its configuration, its model and the model’s package', () => {
    expect(kinds(completionRequests(byEndpoint))).toEqual(['sagemaker.endpoint', 'sagemaker.endpointConfig', 'sagemaker.model', 'sagemaker.modelPackage']);
  });
  test('has what they say', () => {
    expect(completed(byEndpoint, knowing())).toEqual({ ...byEndpoint, ...ofModel, ...ofConfig });
  });
  test('is the same when it is completed twice', () => {
    for (const facts of [knowing(), knowing({ model: REFUSED })]) {
      const once = completed(byEndpoint, facts);
      expect(completed(once, facts)).toEqual(once);
    }
  });
  test('keeps its own words', () => {
    const serverlessConfig = { memorySizeInMB: 4096, maxConcurrency: 2 };
    expect(completed({ ...byEndpoint, serverlessConfig, image: 'r/i:2' }, knowing())).toMatchObject({
      serverlessConfig,
      image: 'r/i:2',
      executionRoleArn: ROLE,
    });
  });
  test('has the features that serverless endpoints lack, from model and configuration', () => {
    const config = endpointConfig({
      kmsKeyId: 'alias/churn',
      variants: [{ name: 'A', modelName: 'churn-model', instanceType: 'ml.m5.large', acceleratorType: 'ml.eia2.medium' }, { name: 'B' }],
      shadowVariants: [{ name: 'S' }],
      dataCapture: true,
      asyncInference: true,
      inVpc: true,
      executionRoleArn: 'arn:aws:iam::123456789012:role/OfConfig',
    });
    const ofTwo = model({ containers: [{ mode: 'MultiModel', repositoryAccessMode: 'Vpc', modelDataSource: source }, {}], enableNetworkIsolation: true });
    expect(completed(byEndpoint, knowing({ config: present(config), model: present(ofTwo) }))).toMatchObject({
      kmsKeyId: 'alias/churn',
      instanceType: 'ml.m5.large',
      acceleratorType: 'ml.eia2.medium',
      productionVariants: 2,
      shadowProductionVariants: 1,
      dataCaptureConfig: { enableCapture: true },
      asyncInferenceConfig: true,
      vpcConfig: { subnets: [], securityGroupIds: [] },
      enableNetworkIsolation: true,
      executionRoleArn: 'arn:aws:iam::123456789012:role/OfConfig',
      containers: 2,
      mode: 'MultiModel',
      imageConfig: { repositoryAccessMode: 'Vpc' },
      modelDataSource: source,
    });
  });
});

const source = { s3Uri: 's3://b/p/', s3DataType: 'S3Prefix', compressionType: 'None' } as const;

describe('what could not be read', () => {
  test('of the endpoint leaves everything open, with the reason', () => {
    const { unresolved = {}, ...rest } = completed(byEndpoint, knowing({ endpoint: REFUSED }));
    expect(rest).toEqual({ ...byEndpoint, endpointName: 'churn' });
    expect(Object.keys(unresolved)).toEqual(
      expect.arrayContaining(['executionRoleArn', 'image', 'modelDataUrl', 'serverlessConfig', 'kmsKeyId', 'vpcConfig', 'dataCaptureConfig']),
    );
    expect(new Set(Object.values(unresolved))).toEqual(new Set([REFUSED]));
  });
  test('of the model leaves open what only it says', () => {
    const target = completed({ ...byEndpoint, image: 'r/i:2' }, knowing({ model: REFUSED }));
    expect(target).toMatchObject({ ...ofConfig, image: 'r/i:2' });
    expect(target.unresolved).toMatchObject({ executionRoleArn: REFUSED, modelDataUrl: REFUSED, vpcConfig: REFUSED });
    expect(target.unresolved).not.toHaveProperty('image');
    expect(target.unresolved).not.toHaveProperty('serverlessConfig');
  });
  test.each([
    ['configuration', { config: absent }, ['serverlessConfig', 'image']],
    ['model', { model: absent }, ['image', 'executionRoleArn']],
  ] as const)('because the endpoint’s %s is gone is open too', (_, deployed, fields) => {
    const { unresolved = {} } = completed(byEndpoint, knowing(deployed));
    for (const field of fields) expect(unresolved[field]).toMatchObject({ reason: 'failed', message: expect.stringContaining('does not exist any more') });
  });
});

describe('a target that names a model', () => {
  test('asks for it and its package, and has what it says', () => {
    expect(kinds(completionRequests(byModel))).toEqual(['sagemaker.model', 'sagemaker.modelPackage']);
    expect(completed(byModel, knowing())).toEqual({ ...byModel, ...ofModel });
  });
  test('made from a package has the package’s containers', () => {
    const made = model({ containers: [{ modelPackageName: PACKAGE }] });
    const two = modelPackage({ containers: [{ image: 'r/i:3' }, {}] });
    expect(completed(byModel, knowing({ model: present(made), modelPackage: present(two) }))).toMatchObject({
      modelPackageName: PACKAGE,
      image: 'r/i:3',
      containers: 2,
      executionRoleArn: ROLE,
    });
  });
});

describe('a target that names a model package', () => {
  test('has image and artifact of its container', () => {
    expect(kinds(completionRequests(byPackage))).toEqual(['sagemaker.modelPackage']);
    expect(completed(byPackage, knowing())).toEqual({ ...byPackage, image: container?.image, modelDataUrl: container?.modelDataUrl, containers: 1 });
  });
  test('that could not be read leaves them open; one that does not exist is for a rule to say', () => {
    expect(completed(byPackage, knowing({ modelPackage: REFUSED })).unresolved).toMatchObject({ image: REFUSED, modelDataUrl: REFUSED });
    expect(completed(byPackage, knowing({ modelPackage: absent }))).toEqual(byPackage);
  });
});

describe('a thing that does not exist', () => {
  test.each([
    [byEndpoint, { endpoint: absent }, 'there is no endpoint churn in us-east-1'],
    [byModel, { model: absent }, 'there is no model churn-model in us-east-1'],
  ] as const)('is told by name', (target, deployed, words) => {
    expect(missingThings([target], knowing(deployed))).toEqual([expect.stringContaining(words)]);
  });
  test('is not what could not be read, nor what an endpoint leads to', () => {
    expect(missingThings([byEndpoint, byModel, byPackage], knowing({ endpoint: REFUSED, model: REFUSED, modelPackage: absent }))).toEqual([]);
    expect(missingThings([byEndpoint], knowing({ config: absent }))).toEqual([]);
  });
});
