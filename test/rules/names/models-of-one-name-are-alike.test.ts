import { describe, expect, test } from '@jest/globals';
import { modelsOfOneNameAreAlike } from '../../../rules/names/models-of-one-name-are-alike.ts';
import { unknown } from '../../../src/model/fact.ts';
import type { Target } from '../../../src/model/target.ts';
import { judgedTogether } from '../../support/rule.ts';
import { elastic, recommender, serverless } from '../../support/targets.ts';

const IMAGE = '123456789012.dkr.ecr.us-east-1.amazonaws.com/other:1';
const planned = (name: string, changes: Parameters<typeof serverless>[0] = {}): Target =>
  serverless({ name, endpointName: name, endpointConfigName: name, modelName: 'shared', ...changes });

describe(modelsOfOneNameAreAlike.id, () => {
  const judge = (...targets: readonly Target[]) =>
    judgedTogether(
      modelsOfOneNameAreAlike,
      targets.map((target) => ({ target, facts: {} })),
    );

  test('pass: several endpoints of one model', () => {
    const larger = { serverlessConfig: { memorySizeInMB: 4096, maxConcurrency: 1 } };
    expect(judge(planned('a'), planned('b', larger), planned('c'))).toMatchObject({ outcome: 'pass', summary: expect.stringContaining('3 times, alike') });
  });
  test('pass: one configuration of one model for two endpoints', () => {
    const one = { endpointConfigName: 'shared' };
    expect(judge(planned('a', one), planned('b', one))).toMatchObject({ outcome: 'pass' });
  });
  test.each([
    ['models of other images', planned('a'), planned('b', { image: IMAGE }), 'model'],
    ['a model in a VPC and one outside', planned('a'), elastic({ modelName: 'shared' }), 'model'],
    [
      'configurations of another size',
      planned('a', { endpointConfigName: 'c' }),
      elastic({ endpointConfigName: 'c', modelName: 'other' }),
      'endpoint-configuration',
    ],
    [
      'configurations of other models',
      planned('a', { endpointConfigName: 'c' }),
      planned('b', { endpointConfigName: 'c', modelName: 'b' }),
      'endpoint-configuration',
    ],
  ])('fail: %s', (_, one, two, kind) => {
    expect(judge(one, two)).toMatchObject({ outcome: 'fail', evidence: [{ subject: { kind }, expected: 'a name for each' }, {}, {}] });
  });
  test('cannot tell: one model is not known whole', () => {
    const image = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeModel'] });
    expect(judge(planned('a'), planned('b', { unresolved: { image } }))).toMatchObject({ outcome: 'cannot-tell', because: [image] });
  });
  test.each([
    ['other names', planned('a'), planned('b', { modelName: 'b', image: IMAGE })],
    ['another Region', planned('a'), planned('b', { region: 'eu-west-1', image: IMAGE })],
    ['containers of a model that is there', planned('a', { existing: true }), planned('b', { existing: true, image: IMAGE })],
    ['a recommender job takes a model that exists', recommender({ modelName: 'shared' }), planned('b')],
    ['a plan for a model that exists', { ...planned('a', { image: IMAGE }), completeFrom: { model: 'shared' } } as Target, planned('b')],
  ])('not-applicable: %s', (_, one, two) => expect(judge(one, two)).toMatchObject({ outcome: 'not-applicable' }));
});
