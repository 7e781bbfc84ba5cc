import { describe, expect, test } from '@jest/globals';
import { instancesFitQuota } from '../../../rules/instances/instances-fit-quota.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import type { InstanceUse } from '../../../src/model/facts/sagemaker.ts';
import { judged, testRule } from '../../support/rule.ts';
import { elastic, jumpStartTraining, recommender, serverless } from '../../support/targets.ts';

const named = (value: number, name = 'ml.m5.xlarge for endpoint usage') => present({ code: 'L-EXAMPLE', name, value, adjustable: true });
const total = (value: number) => present({ code: 'L-7A3DF611', name: 'Number of instances across active endpoints', value, adjustable: true });
const running = (...uses: readonly Partial<InstanceUse>[]) =>
  present(present(uses.map((use) => ({ name: 'other', instanceType: 'ml.m5.xlarge', count: 1, spot: false, ...use }))));
const refused = unknown('access-denied', 'refused', { actions: ['sagemaker:ListEndpoints'] });
const two = elastic({ initialInstanceCount: 2 });
const room = { quotas: [named(4)], totals: [total(20)], inUse: [running()] };

testRule(instancesFitQuota, {
  target: two,
  pass: {
    'enough of both': room,
    'just enough beside what runs': { ...room, inUse: [running({ count: 2 })] },
    'others run on other types': { ...room, inUse: [running({ count: 9, instanceType: 'ml.c5.large' })] },
  },
  fail: {
    'a quota of zero': { ...room, quotas: [named(0)] },
    'too little beside what runs': { ...room, inUse: [running({ count: 3 })] },
    'the total of all types': { ...room, totals: [total(5)], inUse: [running({ count: 4, instanceType: 'ml.c5.large' })] },
    'a quota of one, whatever runs': { ...room, quotas: [named(1)], inUse: [refused] },
    'spot training': {
      target: jumpStartTraining({ trainingJob: { enableManagedSpotTraining: true, resourceConfig: { instanceType: 'ml.g6.xlarge' } } }),
      quotas: [named(0, 'ml.g6.xlarge for spot training job usage')],
      totals: [total(20)],
      inUse: [running()],
    },
  },
  cannotTell: {
    'what runs was refused': { ...room, inUse: [refused] },
    'a part of what runs was refused': { ...room, inUse: [present(refused)] },
    'no such quota is listed': { ...room, quotas: [absent] },
    'the total was refused': { ...room, totals: [refused] },
  },
  notApplicable: { 'a default recommender job': { target: recommender() }, 'a serverless endpoint': { target: serverless() } },
});

describe('what it says', () => {
  test('how much to ask for', () => {
    expect(judged(instancesFitQuota, two, { ...room, inUse: [running({ count: 3 })] })).toMatchObject({
      fixes: [{ kind: 'request-quota', quotaCode: 'L-EXAMPLE', value: 5 }],
    });
  });
});
