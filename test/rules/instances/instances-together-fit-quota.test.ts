import { describe, expect, test } from '@jest/globals';
import { instancesTogetherFitQuota } from '../../../rules/instances/instances-together-fit-quota.ts';
import { present } from '../../../src/model/fact.ts';
import { judgedTogether } from '../../support/rule.ts';
import { elastic, launchQueue } from '../../support/targets.ts';

const quota = (value: number, name: string) => present({ code: 'L-EXAMPLE', name, value, adjustable: true });
const facts = {
  quotas: [quota(3, 'ml.m5.xlarge for endpoint usage')],
  totals: [quota(5, 'Number of instances across active endpoints')],
  inUse: [present(present([]))],
};
const planned = (name: string, initialInstanceCount: number, instanceType = 'ml.m5.xlarge') =>
  elastic({ name, endpointName: name, initialInstanceCount, instanceType });
const trained = (name: string, instanceCount: number, spot = false) =>
  launchQueue({ name, trainingJob: { resourceConfig: { instanceType: 'ml.m5.xlarge', instanceCount }, enableManagedSpotTraining: spot } });

describe(instancesTogetherFitQuota.id, () => {
  const judge = (...members: Parameters<typeof judgedTogether>[1]) => judgedTogether(instancesTogetherFitQuota as never, members);

  test('pass: together they just fit', () => {
    expect(judge({ target: planned('a', 1), facts }, { target: planned('b', 2), facts })).toMatchObject({ outcome: 'pass' });
  });
  test('fail: each fits alone, together they do not', () => {
    expect(judge({ target: planned('a', 2), facts }, { target: planned('b', 2), facts })).toMatchObject({
      outcome: 'fail',
      evidence: [{ observed: expect.stringContaining('4 planned + 0 in use, 3 allowed') }, { observed: 'a asks for 2' }, { observed: 'b asks for 2' }],
      fixes: [{ kind: 'request-quota', value: 4 }],
    });
  });
  test('pass: an endpoint that is described twice takes its instances once', () => {
    const again = { ...planned('again', 3), endpointName: 'A' };
    expect(judge({ target: planned('a', 2), facts }, { target: again, facts })).toMatchObject({
      outcome: 'pass',
      evidence: [{ observed: 'again asks for 3' }],
    });
  });
  test('fail: spot training and other training share the total of all training jobs', () => {
    const one = {
      quotas: [quota(9, 'ml.m5.xlarge for training job usage')],
      totals: [quota(5, 'Number of instances across all training jobs')],
      inUse: facts.inUse,
    };
    const spot = { ...one, quotas: [quota(9, 'ml.m5.xlarge for spot training job usage')] };
    expect(judge({ target: trained('a', 2), facts: one }, { target: trained('b', 4, true), facts: spot })).toMatchObject({
      outcome: 'fail',
      summary: 'Number of instances across all training jobs: 6 planned + 0 in use, 5 allowed',
      evidence: [{}, { observed: 'b asks for 4' }, { observed: 'a asks for 2' }],
    });
  });
  test('fail: different types that share the total of their use', () => {
    const other = { ...facts, quotas: [quota(9, 'ml.c5.large for endpoint usage')] };
    expect(judge({ target: planned('a', 3), facts }, { target: planned('b', 3, 'ml.c5.large'), facts: other })).toMatchObject({
      outcome: 'fail',
      evidence: [{ subject: { name: 'Number of instances across active endpoints' } }, { observed: 'a asks for 3' }, { observed: 'b asks for 3' }],
    });
  });
  test('not-applicable: other Regions', () => {
    const elsewhere = { ...planned('b', 3), region: 'eu-west-1' };
    expect(judge({ target: planned('a', 3), facts }, { target: elsewhere, facts })).toMatchObject({ outcome: 'not-applicable' });
  });
});
