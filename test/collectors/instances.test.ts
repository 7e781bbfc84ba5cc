import { describe, expect, test } from '@jest/globals';
import { COLLECTORS } from '../../src/collectors/index.ts';
import { readerOf } from '../../src/collectors/read.ts';
import { absent, present } from '../../src/model/fact.ts';
import type { Answers } from './fake-session.ts';
import { refused, sessionAnswering } from './fake-session.ts';

const PARAMS = { region: 'eu-west-1' };

describe('sagemaker.endpointInstances', () => {
  const named = (input: Readonly<Record<string, unknown>>) => `${input['endpointName'] ?? input['endpointConfigName']}`;
  const listing = (...names: readonly string[]): Answers => ({ 'sagemaker:ListEndpoints': () => present(names.map((EndpointName) => ({ EndpointName }))) });
  const endpoint = (more: object) => present({ EndpointName: 'e', EndpointStatus: 'InService', EndpointConfigName: 'c', ...more });
  const variant = (more: object) => ({ VariantName: 'v', CurrentInstanceCount: 2, DesiredInstanceCount: 2, ...more });
  const config = (...variants: readonly object[]) => present({ ProductionVariants: variants });
  const onG5 = config({ VariantName: 'v', InstanceType: 'ml.g5.xlarge' });
  const instancesOf = async (described: object, configuration: ReturnType<Answers[string]> = onG5) => {
    const answers = { ...listing('e'), 'sagemaker:DescribeEndpoint': () => endpoint(described), 'sagemaker:DescribeEndpointConfig': () => configuration };
    return readerOf(sessionAnswering(answers))('sagemaker.endpointInstances', PARAMS);
  };
  const held = (...uses: readonly (readonly [string, number])[]) =>
    present(present(uses.map(([instanceType, count]) => ({ name: 'e', instanceType, count, spot: false }))));

  test('the type stands in the configuration, the count at the endpoint', async () =>
    expect(await instancesOf({ ProductionVariants: [variant({})] })).toEqual(held(['ml.g5.xlarge', 2])));
  test('an endpoint that grows holds what it wants', async () =>
    expect(await instancesOf({ ProductionVariants: [variant({ DesiredInstanceCount: 5 })] })).toEqual(held(['ml.g5.xlarge', 5])));
  test('one that failed holds only what it has', async () => {
    expect(await instancesOf({ EndpointStatus: 'Failed', ProductionVariants: [variant({ CurrentInstanceCount: 0, DesiredInstanceCount: 5 })] })).toEqual(
      held(),
    );
    expect(await instancesOf({ EndpointStatus: 'Failed' })).toEqual(held());
  });
  test('shadow variants count', async () =>
    expect(
      await instancesOf(
        { ProductionVariants: [variant({})], ShadowProductionVariants: [variant({ VariantName: 's', CurrentInstanceCount: 1, DesiredInstanceCount: 1 })] },
        present({
          ProductionVariants: [{ VariantName: 'v', InstanceType: 'ml.g5.xlarge' }],
          ShadowProductionVariants: [{ VariantName: 's', InstanceType: 'ml.m5.large' }],
        }),
      ),
    ).toEqual(held(['ml.g5.xlarge', 2], ['ml.m5.large', 1])));
  test('while it is updated, both fleets count, and the coming one names its type itself', async () =>
    expect(
      await instancesOf({
        ProductionVariants: [variant({})],
        PendingDeploymentSummary: { ProductionVariants: [variant({ InstanceType: 'ml.p4d.24xlarge', CurrentInstanceCount: 0, DesiredInstanceCount: 1 })] },
      }),
    ).toEqual(held(['ml.g5.xlarge', 2], ['ml.p4d.24xlarge', 1])));
  test('pools tell type and count themselves, without the configuration', async () => {
    const InstancePools = [
      { InstanceType: 'ml.g5.xlarge', CurrentInstanceCount: 1 },
      { InstanceType: 'ml.g6.xlarge', CurrentInstanceCount: 1 },
    ];
    const answers = { ...listing('e'), 'sagemaker:DescribeEndpoint': () => endpoint({ ProductionVariants: [variant({ InstancePools })] }) };
    const session = sessionAnswering(answers);
    expect(await readerOf(session)('sagemaker.endpointInstances', PARAMS)).toEqual(held(['ml.g5.xlarge', 1], ['ml.g6.xlarge', 1]));
  });
  test('a serverless endpoint needs no look at its configuration', async () => {
    const answers = {
      ...listing('e'),
      'sagemaker:DescribeEndpoint': () => endpoint({ ProductionVariants: [{ VariantName: 'v', CurrentServerlessConfig: {} }] }),
    };
    expect(await readerOf(sessionAnswering(answers))('sagemaker.endpointInstances', PARAMS)).toEqual(held());
  });
  test('whose configuration is gone or names no type, they cannot be counted', async () => {
    const running = { ProductionVariants: [variant({})] };
    const untold = { state: 'unknown', reason: 'failed', message: expect.stringMatching(/variant v of the endpoint e/) };
    expect(await instancesOf(running, absent)).toMatchObject(present(untold));
    expect(await instancesOf(running, config({ VariantName: 'other', InstanceType: 'ml.g5.xlarge' }))).toMatchObject(present(untold));
  });
  test('one that is refused makes the sum unknown; one that is gone does not', async () => {
    const refusal = refused('sagemaker:DescribeEndpoint');
    const reading = (second: ReturnType<Answers[string]>) =>
      readerOf(
        sessionAnswering({
          ...listing('e', 'f'),
          'sagemaker:DescribeEndpoint': (input) => (named(input) === 'f' ? second : endpoint({ ProductionVariants: [variant({})] })),
          'sagemaker:DescribeEndpointConfig': () => onG5,
        }),
      )('sagemaker.endpointInstances', PARAMS);
    expect(await reading(refusal)).toEqual(present(refusal));
    expect(await reading(absent)).toEqual(held(['ml.g5.xlarge', 2]));
  });
  test('a refused listing is unknown, never none', async () => {
    const refusal = refused('sagemaker:ListEndpoints');
    expect(await readerOf(sessionAnswering({ 'sagemaker:ListEndpoints': () => refusal }))('sagemaker.endpointInstances', PARAMS)).toEqual(refusal);
  });
  test('shares its calls with the list of endpoints', () => {
    const keys = (['sagemaker.endpoints', 'sagemaker.endpointInstances'] as const).flatMap((kind) => COLLECTORS[kind].calls(PARAMS).map(({ key }) => key));
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    const terms = COLLECTORS['sagemaker.endpointInstances'].surcharges.map(({ per }) => per);
    for (const { per } of COLLECTORS['sagemaker.endpoints'].surcharges) expect(terms).toContain(per);
  });
});

describe('sagemaker.trainingInstances', () => {
  const instancesOf = (job: ReturnType<Answers[string]>) =>
    readerOf(sessionAnswering({ 'sagemaker:ListTrainingJobs': () => present([{ TrainingJobName: 'j' }]), 'sagemaker:DescribeTrainingJob': () => job }))(
      'sagemaker.trainingInstances',
      PARAMS,
    );
  const job = (ResourceConfig: object | undefined, EnableManagedSpotTraining?: boolean) => present({ name: 'j', ResourceConfig, EnableManagedSpotTraining });
  const held = (...uses: readonly object[]) => present(present(uses.map((use) => ({ name: 'j', spot: false, ...use }))));

  test.each([
    ['one type', { InstanceType: 'ml.p3.2xlarge', InstanceCount: 4 }, [{ instanceType: 'ml.p3.2xlarge', count: 4 }]],
    [
      'groups',
      {
        InstanceGroups: [
          { InstanceType: 'ml.c5.xlarge', InstanceCount: 2 },
          { InstanceType: 'ml.p3.2xlarge', InstanceCount: 1 },
        ],
      },
      [
        { instanceType: 'ml.c5.xlarge', count: 2 },
        { instanceType: 'ml.p3.2xlarge', count: 1 },
      ],
    ],
    ['what was chosen', { SelectedInstanceType: 'ml.g5.xlarge', SelectedInstanceCount: 3 }, [{ instanceType: 'ml.g5.xlarge', count: 3 }]],
    ['nothing chosen yet', {}, []],
    ['no instances', undefined, []],
  ])('%s', async (_, resources, uses) => expect(await instancesOf(job(resources))).toEqual(held(...uses)));
  test('spot', async () =>
    expect(await instancesOf(job({ InstanceType: 'ml.g5.xlarge', InstanceCount: 1 }, true))).toEqual(
      held({ instanceType: 'ml.g5.xlarge', count: 1, spot: true }),
    ));
  test('refused or gone', async () => {
    const refusal = refused('sagemaker:DescribeTrainingJob');
    expect(await instancesOf(refusal)).toEqual(present(refusal));
    expect(await instancesOf(absent)).toEqual(held());
  });
});
