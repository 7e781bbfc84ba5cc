import { describe, expect, test } from '@jest/globals';
import { factsOf } from '../../../src/engine/facts.ts';
import type { Fact, FactKind, FactParams } from '../../../src/model/fact.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import type { InferenceRecommenderTarget } from '../../../src/model/target.ts';
import { completed, completionRequests, isOpen } from '../../../src/targets/resolve/index.ts';
import { model, modelPackage, PACKAGE } from '../../support/facts.ts';
import { elastic, launchQueue, REGION, recommender } from '../../support/targets.ts';

const saved = <K extends FactKind>(kind: K, params: FactParams<K>, fact: Fact<K>) => ({
  kind,
  params: params as Readonly<Record<string, unknown>>,
  fact: fact as Fact,
});
const REFUSED = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeModelPackage'] });

const bare = (changes: Partial<InferenceRecommenderTarget>): InferenceRecommenderTarget => {
  const { image: _, modelDataUrl: __, containerConfig: ___, modelPackageName: ____, ...rest } = recommender();
  return { ...rest, ...changes };
};
const byPackage = bare({ modelPackageName: PACKAGE });
const byModel = bare({ modelName: 'churn-model', containerConfig: { domain: 'MACHINE_LEARNING' } });

const described = modelPackage({
  containers: [{ image: 'r/i:3', modelDataUrl: 's3://m/k.tar.gz', framework: 'XGBOOST', frameworkVersion: '1.7-1' }],
  domain: 'MACHINE_LEARNING',
  task: 'CLASSIFICATION',
  samplePayloadUrl: 's3://m/p.tar.gz',
  supportedContentTypes: ['text/csv'],
  supportedRealtimeInstanceTypes: ['ml.m5.xlarge'],
});

interface Known {
  readonly ofPackage?: Fact<'sagemaker.modelPackage'>;
  readonly ofModel?: Fact<'sagemaker.model'>;
}

const knowing = ({ ofPackage = present(described), ofModel = present(model()) }: Known = {}) =>
  factsOf(
    [
      saved('sagemaker.modelPackage', { modelPackageName: PACKAGE, region: REGION }, ofPackage),
      saved('sagemaker.model', { modelName: 'churn-model', region: REGION }, ofModel),
    ],
    'test',
  );

const FROM_PACKAGE = {
  domain: 'MACHINE_LEARNING',
  task: 'CLASSIFICATION',
  framework: 'XGBOOST',
  frameworkVersion: '1.7-1',
  samplePayloadUrl: 's3://m/p.tar.gz',
  supportedContentTypes: ['text/csv'],
  supportedInstanceTypes: ['ml.m5.xlarge'],
};

describe('a recommender job of a model package', () => {
  test('reads https addresses of S3, which a package may be registered with', () => {
    const byHttps = modelPackage({
      containers: [{ image: 'r/i:3', modelDataUrl: 'https://s3.us-east-1.amazonaws.com/models/k.tar.gz' }],
      samplePayloadUrl: 'https://models.s3.us-east-1.amazonaws.com/p.tar.gz',
    });
    const { modelDataUrl, containerConfig } = completed(byPackage, knowing({ ofPackage: present(byHttps) })) as InferenceRecommenderTarget;
    expect([modelDataUrl, containerConfig?.samplePayloadUrl]).toEqual(['s3://models/k.tar.gz', 's3://models/p.tar.gz']);
  });
  test('has image, artifact and container configuration of the package', () => {
    expect(completionRequests(byPackage).map(({ kind }) => kind)).toEqual(['sagemaker.modelPackage']);
    expect(isOpen(byPackage)).toBe(true);
    expect(completed(byPackage, knowing())).toMatchObject({ image: 'r/i:3', modelDataUrl: 's3://m/k.tar.gz', containerConfig: FROM_PACKAGE });
  });
  test('keeps its own words, each by itself', () => {
    const own = { samplePayloadUrl: 's3://own/p.tar.gz', supportedEndpointType: 'RealTime' };
    expect(completed({ ...byPackage, containerConfig: own }, knowing()).scenario === 'inference-recommender-vpc').toBe(true);
    expect(completed({ ...byPackage, containerConfig: own }, knowing())).toMatchObject({ containerConfig: { ...FROM_PACKAGE, ...own } });
  });
  test('that could not be read has nothing to judge that is only a part', () => {
    const own = { samplePayloadUrl: 's3://own/p.tar.gz' };
    const target = completed({ ...byPackage, containerConfig: own }, knowing({ ofPackage: REFUSED }));
    expect(target).not.toHaveProperty('containerConfig');
    expect(target.unresolved).toMatchObject({ containerConfig: REFUSED, image: REFUSED, modelDataUrl: REFUSED });
    expect(completed({ ...byPackage, containerConfig: FROM_PACKAGE }, knowing({ ofPackage: REFUSED }))).toMatchObject({ containerConfig: FROM_PACKAGE });
  });
  test('that does not exist is for a rule to say', () => {
    expect(completed(byPackage, knowing({ ofPackage: absent }))).toEqual(byPackage);
  });
});

describe('a recommender job of a model that exists', () => {
  test('has image and artifact of the model, and the role and container configuration of its own', () => {
    expect(completionRequests(byModel).map(({ kind }) => kind)).toEqual(['sagemaker.model', 'sagemaker.modelPackage']);
    const [container] = model().containers;
    expect(completed(byModel, knowing())).toEqual({ ...byModel, image: container?.image, modelDataUrl: container?.modelDataUrl });
  });
  test('made from a package has the package’s image and artifact', () => {
    const made = present(model({ containers: [{ modelPackageName: PACKAGE }] }));
    expect(completed(byModel, knowing({ ofModel: made }))).toMatchObject({ image: 'r/i:3', modelDataUrl: 's3://m/k.tar.gz' });
  });
  test('that could not be read, or does not exist, leaves them open', () => {
    expect(completed(byModel, knowing({ ofModel: REFUSED })).unresolved).toMatchObject({ image: REFUSED, modelDataUrl: REFUSED });
    expect(completed(byModel, knowing({ ofModel: absent }))).toEqual(byModel);
  });
  test('is the same when it is completed twice', () => {
    for (const target of [byPackage, byModel, { ...byPackage, containerConfig: { domain: 'OTHER' } }])
      for (const facts of [knowing(), knowing({ ofPackage: REFUSED, ofModel: REFUSED }), knowing({ ofPackage: absent, ofModel: absent })]) {
        const once = completed(target, facts);
        expect(completed(once, facts)).toEqual(once);
      }
  });
});

test('an endpoint with an accelerator has image and artifact of its package', () => {
  const { image: _, modelDataUrl: __, ...rest } = elastic();
  const target = { ...rest, modelPackageName: PACKAGE };
  expect(completionRequests(target).map(({ kind }) => kind)).toEqual(['sagemaker.modelPackage']);
  expect(completed(target, knowing())).toMatchObject({ image: 'r/i:3', modelDataUrl: 's3://m/k.tar.gz' });
  expect(completed(target, knowing({ ofPackage: REFUSED })).unresolved).toMatchObject({ image: REFUSED });
});

test.each([elastic(), launchQueue()])('a target that names nothing else asks nothing and stays', (target) => {
  expect([completionRequests(target), isOpen(target)]).toEqual([[], false]);
  expect(completed(target, factsOf([], 'test'))).toBe(target);
});
