import { describe, expect, test } from '@jest/globals';
import { concurrenciesTogetherFitQuota } from '../../../rules/endpoint/concurrencies-together-fit-quota.ts';
import { present, unknown } from '../../../src/model/fact.ts';
import { quota } from '../../support/facts.ts';
import { judgedTogether } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const facts = { quota: present(quota(10)), endpoints: present([]) };
const planned = (name: string, maxConcurrency: number, region = 'us-east-1') =>
  serverless({ name, endpointName: name, region, serverlessConfig: { memorySizeInMB: 2048, maxConcurrency } });

describe(concurrenciesTogetherFitQuota.id, () => {
  const judge = (...members: Parameters<typeof judgedTogether>[1]) => judgedTogether(concurrenciesTogetherFitQuota as never, members);

  test('pass: together they just fit', () => {
    expect(judge({ target: planned('a', 4), facts }, { target: planned('b', 6), facts })).toMatchObject({ outcome: 'pass' });
  });
  test('fail: each fits alone, together they do not', () => {
    expect(judge({ target: planned('a', 6), facts }, { target: planned('b', 6), facts })).toMatchObject({
      outcome: 'fail',
      evidence: [{ observed: '12 planned + 0 in use, 10 allowed' }, { observed: 'a asks for 6' }, { observed: 'b asks for 6' }],
      fixes: [{ kind: 'request-quota', value: 12 }],
    });
  });
  test('pass: an endpoint that is described twice, in whatever case, asks once', () => {
    const again = { ...planned('again', 7), endpointName: 'A' };
    expect(judge({ target: planned('a', 6), facts }, { target: again, facts })).toMatchObject({
      outcome: 'pass',
      evidence: [{ observed: 'again asks for 7' }],
    });
  });
  test('not-applicable: a target alone in its Region', () => {
    expect(judge({ target: planned('a', 6), facts }, { target: planned('b', 6, 'eu-west-1'), facts })).toMatchObject({ outcome: 'not-applicable' });
  });
  test('cannot tell: one member’s quota was refused', () => {
    const refused = { ...facts, quota: unknown('access-denied', 'refused', { actions: ['servicequotas:GetServiceQuota'] }) };
    expect(judge({ target: planned('a', 6), facts }, { target: planned('b', 6), facts: refused })).toMatchObject({
      outcome: 'cannot-tell',
      because: [{ actions: ['servicequotas:GetServiceQuota'] }],
    });
  });
});
