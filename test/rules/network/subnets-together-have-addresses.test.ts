import { describe, expect, test } from '@jest/globals';
import { subnetsTogetherHaveAddresses } from '../../../rules/network/subnets-together-have-addresses.ts';
import { present } from '../../../src/model/fact.ts';
import { subnet } from '../../reason/network/networks.ts';
import { judged, testRule } from '../../support/rule.ts';
import { elastic, jumpStartTraining, recommender, serverless } from '../../support/targets.ts';

const free = (...addresses: readonly number[]) => ({
  subnets: addresses.map((freeAddresses, index) => present({ ...subnet(String.fromCharCode(97 + index), `10.0.${index}.0/24`), freeAddresses })),
});
const fabric = (instanceCount: number) => jumpStartTraining({ trainingJob: { resourceConfig: { instanceType: 'ml.p4d.24xlarge', instanceCount } } });

testRule(subnetsTogetherHaveAddresses, {
  target: elastic({ initialInstanceCount: 2 }),
  pass: {
    'four free': free(3, 1),
    'two for one tested instance, however many tests run': { target: recommender({ limits: { maxParallelOfTests: 5 } }), ...free(1, 1) },
    'five for an instance with a fabric adapter': { target: fabric(1), ...free(5) },
  },
  fail: {
    'three free': free(3, 0),
    'below zero counts as none': free(-8, 3),
    'nothing at all': { target: recommender(), ...free(0, 0) },
    'nine for two instances with a fabric adapter': { target: fabric(2), ...free(9) },
  },
  notApplicable: { 'no VPC': { target: serverless() } },
});

describe('what it says', () => {
  test('a subnet that is named twice counts once', () => {
    const [one] = free(3).subnets;
    if (one === undefined) throw new Error('no subnet');
    expect(judged(subnetsTogetherHaveAddresses, elastic({ initialInstanceCount: 2 }), { subnets: [one, one] })).toMatchObject({
      outcome: 'fail',
      summary: '3 free addresses, 4 needed',
    });
  });
});
