import { describe, expect, test } from '@jest/globals';
import { instancesTogetherFitQuota } from '../../../rules/instances/instances-together-fit-quota.ts';
import { present } from '../../../src/model/fact.ts';
import { judgedTogether } from '../../support/rule.ts';
import { elastic } from '../../support/targets.ts';

const quota = (value: number, name: string) => present({ code: 'L-EXAMPLE', name, value, adjustable: true });
const facts = {
  quotas: [quota(3, 'ml.m5.xlarge for endpoint usage')],
  totals: [quota(5, 'Number of instances across active endpoints')],
  inUse: [present(present([]))],
};
const planned = (name: string, initialInstanceCount: number, instanceType = 'ml.m5.xlarge') => elastic({ name, initialInstanceCount, instanceType });

describe(instancesTogetherFitQuota.id, () => {
  const judge = (...members: Parameters<typeof judgedTogether>[1]) => judgedTogether(instancesTogetherFitQuota as never, members);

  test('pass: together they just fit', () => {
    expect(judge({ target: planned('a', 1), facts }, { target: planned('b', 2), facts })).toMatchObject({ outcome: 'pass' });
  });
  test('fail: each fits alone, together they do not', () => {
    expect(judge({ target: planned('a', 2), facts }, { target: planned('b', 2), facts })).toMatchObject({
      outcome: 'fail',
      fixes: [{ kind: 'request-quota', value: 4 }],
    });
  });
  test('fail: different types that share the total of their use', () => {
    const other = { ...facts, quotas: [quota(9, 'ml.c5.large for endpoint usage')] };
    expect(judge({ target: planned('a', 3), facts }, { target: planned('b', 3, 'ml.c5.large'), facts: other })).toMatchObject({
      outcome: 'fail',
      evidence: [{ subject: { name: 'Number of instances across active endpoints' } }],
    });
  });
  test('not-applicable: other Regions', () => {
    const elsewhere = { ...planned('b', 3), region: 'eu-west-1' };
    expect(judge({ target: planned('a', 3), facts }, { target: elsewhere, facts })).toMatchObject({ outcome: 'not-applicable' });
  });
});
