import { describe, expect, test } from '@jest/globals';
import { endpointsTogetherFitQuota } from '../../../rules/endpoint/endpoints-together-fit-quota.ts';
import { present, unknown } from '../../../src/model/fact.ts';
import type { ExistingEndpoint } from '../../../src/model/facts/sagemaker.ts';
import { existingEndpoint } from '../../support/facts.ts';
import { judgedTogether } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const REFUSED = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeEndpoint'] });
const running = (count: number, ...further: readonly ExistingEndpoint[]) => ({
  endpoints: present([...Array.from({ length: count }, (_, i) => existingEndpoint(`other-${i}`)), ...further]),
});
const planned = (...names: readonly string[]) => names.map((name) => serverless({ name, endpointName: name }));

describe(endpointsTogetherFitQuota.id, () => {
  const judge = (targets: readonly ReturnType<typeof serverless>[], facts: ReturnType<typeof running>) =>
    judgedTogether(
      endpointsTogetherFitQuota,
      targets.map((target) => ({ target, facts })),
    );

  test.each([
    ['both find a place', planned('a', 'b'), running(48)],
    ['one of them runs already, whatever the case of its name', planned('a', 'b'), running(48, existingEndpoint('A'))],
    ['one endpoint is described twice', planned('a', 'A'), running(49)],
    ['one unread, and a place for it', planned('a', 'b'), running(47, existingEndpoint('x', REFUSED))],
  ] as const)('pass: %s', (_, targets, facts) => expect(judge(targets, facts)).toMatchObject({ outcome: 'pass' }));

  test('fail: one place for two, and who asks', () => {
    const { outcome, evidence } = judge(planned('b', 'a'), running(49)) as { outcome: string; evidence: readonly { observed: string }[] };
    expect([outcome, ...evidence.map(({ observed }) => observed)]).toEqual([
      'fail',
      '49 serverless endpoints beside the 2 planned ones',
      'a asks for 1',
      'b asks for 1',
    ]);
  });
  test('fail: more are planned than an empty Region takes; the first twenty are named', () => {
    const verdict = judge(planned(...Array.from({ length: 51 }, (_, i) => `e${i}`)), running(0));
    const evidence = verdict.outcome === 'fail' ? verdict.evidence : [];
    expect(evidence).toHaveLength(22);
    expect([evidence[0]?.expected, evidence.at(-1)?.observed]).toEqual(['at most 0', 'and 31 more']);
  });
  test('cannot tell: the one that could not be read decides', () => {
    expect(judge(planned('a', 'b'), running(48, existingEndpoint('x', REFUSED)))).toMatchObject({ outcome: 'cannot-tell', because: [REFUSED] });
  });
  test('not-applicable: they run already', () => {
    const existing = planned('a', 'b').map((target) => ({ ...target, existing: true }));
    expect(judge(existing, running(49))).toMatchObject({ outcome: 'not-applicable' });
  });
  test('not-applicable: another account, or another Region', () => {
    const [one, two] = planned('a', 'b') as [ReturnType<typeof serverless>, ReturnType<typeof serverless>];
    for (const elsewhere of [{ account: '999999999999' }, { region: 'eu-west-1' }])
      expect(judge([one, { ...two, ...elsewhere }], running(49))).toMatchObject({ outcome: 'not-applicable' });
  });
});
