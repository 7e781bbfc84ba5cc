import { describe, expect, test } from '@jest/globals';
import type { FactReader } from '../../src/engine/collect.ts';
import type { PlannedFact } from '../../src/engine/plan.ts';
import type { Fact } from '../../src/model/fact.ts';
import { absent, present, unknown } from '../../src/model/fact.ts';
import { sparing } from '../../src/run/endpoint-names.ts';

const REGION = 'us-east-1';
const EXISTING = present({ status: 'InService' }) as unknown as Fact;
const DENIED = unknown('access-denied', 'refused');
const listOf = (...names: readonly string[]): Fact => present(names.map((name) => ({ name, status: 'InService' }))) as unknown as Fact;

const planned = (count: number): readonly PlannedFact[] => [
  { request: { kind: 'sagemaker.endpoints', params: { region: REGION } }, stage: 0, askedBy: [] },
  ...Array.from({ length: count }, (_, index) => ({
    request: { kind: 'sagemaker.endpoint' as const, params: { region: REGION, endpointName: `e-${index}` } },
    stage: 0,
    askedBy: [],
  })),
];

/** What a name is answered when so many are planned, and which names AWS was asked for. */
const asking = async (count: number, list: Fact, name: string): Promise<{ readonly fact: Fact; readonly asked: readonly string[] }> => {
  const asked: string[] = [];
  const reader: FactReader = async (kind, { endpointName }) => {
    if (kind === 'sagemaker.endpoints') return list;
    asked.push(String(endpointName));
    return EXISTING;
  };
  const { read, expect: expectFacts } = sparing(reader);
  expectFacts(planned(count));
  return { fact: await read('sagemaker.endpoint', { region: REGION, endpointName: name }), asked };
};

describe('endpoints asked for by name', () => {
  test('are each asked for while they are few', async () => {
    expect(await asking(10, listOf('other'), 'e-1')).toEqual({ fact: EXISTING, asked: ['e-1'] });
  });
  test('that the list does not hold are absent without a call, once they are many', async () => {
    expect(await asking(11, listOf('other'), 'e-1')).toEqual({ fact: absent, asked: [] });
  });
  test.each(['e-1', 'E-1'])('that the list holds as %s are asked for: case tells no two apart', async (listed) => {
    expect(await asking(11, listOf(listed), 'e-1')).toEqual({ fact: EXISTING, asked: ['e-1'] });
  });
  test('are each asked for where the list was refused: it says of nothing that it does not exist', async () => {
    expect(await asking(11, DENIED, 'e-1')).toEqual({ fact: EXISTING, asked: ['e-1'] });
  });
});
