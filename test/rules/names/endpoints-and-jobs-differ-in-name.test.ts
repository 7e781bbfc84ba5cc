import { describe, expect, test } from '@jest/globals';
import { endpointsAndJobsDifferInName } from '../../../rules/names/endpoints-and-jobs-differ-in-name.ts';
import { unknown } from '../../../src/model/fact.ts';
import type { Target } from '../../../src/model/target.ts';
import { judgedTogether } from '../../support/rule.ts';
import { elastic, jumpStart, jumpStartTraining, launchQueue, recommender, serverless } from '../../support/targets.ts';

const training = (name: string, trainingJobName: string): Target => launchQueue({ name, trainingJob: { ...launchQueue().trainingJob, trainingJobName } });

describe(endpointsAndJobsDifferInName.id, () => {
  const judge = (...targets: readonly Target[]) =>
    judgedTogether(
      endpointsAndJobsDifferInName,
      targets.map((target) => ({ target, facts: {} })),
    );

  test.each([
    ['endpoints, whatever the case', serverless({ name: 'a', endpointName: 'churn' }), elastic({ name: 'b', endpointName: 'Churn' }), 'endpoint'],
    ['two ways of hosting', elastic({ name: 'a', endpointName: 'x' }), jumpStart({ name: 'b', endpointName: 'x' }), 'endpoint'],
    ['training jobs that differ', training('a', 'run'), jumpStartTraining({ trainingJob: { trainingJobName: 'run' } }), 'training-job'],
    ['recommender jobs', recommender({ name: 'a' }), recommender({ name: 'b', jobType: 'Advanced' }), 'inference-recommender-job'],
  ])('fail: %s', (_, one, two, kind) => {
    expect(judge(one, two)).toMatchObject({
      outcome: 'fail',
      evidence: [{ subject: { kind, account: one.account, region: one.region }, observed: '2 plans make it, and not alike' }, {}, {}],
    });
  });
  test('fail: says who', () => {
    const verdict = judge(...['a', 'b', 'c'].map((name, index) => elastic({ name, initialInstanceCount: index + 1 })));
    expect(verdict.outcome === 'fail' && verdict.evidence.slice(1).map(({ observed }) => observed)).toEqual(['planned by a', 'planned by b', 'planned by c']);
  });
  test('pass: one plan, described twice', () => {
    expect(judge(serverless({ name: 'a' }), serverless({ name: 'b', deployer: 'me' }))).toMatchObject({ outcome: 'pass' });
    expect(judge(training('a', 'run'), training('b', 'run'))).toMatchObject({ outcome: 'pass' });
  });
  test('cannot tell: whether they are alike decides, and one is not known whole', () => {
    const open = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeModel'] });
    expect(judge(serverless({ name: 'a' }), serverless({ name: 'b', unresolved: { 'containers.image': open } }))).toMatchObject({ outcome: 'cannot-tell' });
  });
  test.each([
    ['names that differ in case, of jobs', training('a', 'run'), training('b', 'Run')],
    ['an endpoint and a job', serverless({ endpointName: 'x' }), training('b', 'x')],
    [
      'another Region',
      serverless({ name: 'a' }),
      serverless({ name: 'b', region: 'eu-west-1', serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 1 } }),
    ],
    ['another account', elastic({ name: 'a' }), elastic({ name: 'b', account: '999999999999' })],
    ['no names', launchQueue({ name: 'a' }), launchQueue({ name: 'b' })],
    ['variants of an endpoint that runs', elastic({ name: 'x/a', existing: true }), elastic({ name: 'x/b', existing: true, instanceType: 'ml.c5.large' })],
    ['one that exists already', serverless({ name: 'a' }), { ...serverless({ name: 'b', modelName: 'x' }), completeFrom: { endpoint: 'churn' } } as Target],
  ])('not-applicable: %s', (_, one, two) => expect(judge(one, two)).toMatchObject({ outcome: 'not-applicable' }));
});
