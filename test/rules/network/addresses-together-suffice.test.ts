import { describe, expect, test } from '@jest/globals';
import { addressesTogetherSuffice } from '../../../rules/network/addresses-together-suffice.ts';
import { present } from '../../../src/model/fact.ts';
import { subnet } from '../../reason/network/networks.ts';
import { judgedTogether } from '../../support/rule.ts';
import { elastic } from '../../support/targets.ts';

const planned = (name: string, subnets: readonly string[]) =>
  elastic({
    name,
    endpointName: name,
    initialInstanceCount: 2,
    vpcConfig: { subnets: subnets.map((letter) => `subnet-${letter}`), securityGroupIds: ['sg-jobs'] },
  });
const free = (addresses: Readonly<Record<string, number>>) => ({
  subnets: Object.entries(addresses).map(([letter, freeAddresses]) => present({ ...subnet(letter, '10.0.0.0/24'), freeAddresses })),
});

describe(addressesTogetherSuffice.id, () => {
  const judge = (...members: Parameters<typeof judgedTogether>[1]) => judgedTogether(addressesTogetherSuffice as never, members);

  test('pass: together they just fit', () => {
    const facts = free({ a: 8 });
    expect(judge({ target: planned('x', ['a']), facts }, { target: planned('y', ['a']), facts })).toMatchObject({ outcome: 'pass' });
  });
  test('fail: each fits alone, together they do not', () => {
    const facts = free({ a: 7 });
    expect(judge({ target: planned('x', ['a']), facts }, { target: planned('y', ['a']), facts })).toMatchObject({
      outcome: 'fail',
      summary: '7 free addresses, 8 needed',
      evidence: [{ expected: '8 in all the subnets together' }, { observed: 'x asks for 4' }, { observed: 'y asks for 4' }],
    });
  });
  test('pass: an endpoint that is described twice takes its addresses once', () => {
    const facts = free({ a: 7 });
    const again = { ...planned('y', ['a']), endpointName: 'X' };
    expect(judge({ target: planned('x', ['a']), facts }, { target: again, facts })).toMatchObject({ outcome: 'pass', summary: '7 free addresses, 4 needed' });
  });
  test('pass: what one of them may take elsewhere is left for the other', () => {
    const both = { target: planned('x', ['a', 'b']), facts: free({ a: 4, b: 4 }) };
    expect(judge(both, { target: planned('y', ['b']), facts: free({ b: 4 }) })).toMatchObject({ outcome: 'pass' });
  });
  test('fail: a shared subnet counts once', () => {
    const both = { target: planned('x', ['a', 'b']), facts: free({ a: 1, b: 6 }) };
    expect(judge(both, { target: planned('y', ['b']), facts: free({ b: 6 }) })).toMatchObject({ outcome: 'fail' });
  });
  test('not-applicable: other subnets', () => {
    expect(judge({ target: planned('x', ['a']), facts: free({ a: 4 }) }, { target: planned('y', ['b']), facts: free({ b: 4 }) })).toMatchObject({
      outcome: 'not-applicable',
    });
  });
});
