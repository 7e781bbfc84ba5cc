import { describe, expect, test } from '@jest/globals';
import { interfaceEndpointsExist } from '../../../rules/network/interface-endpoints-exist.ts';
import { present } from '../../../src/model/fact.ts';
import { endpoint, interfaceEndpoint } from '../../reason/network/networks.ts';
import { networkFacts, TWO_SUBNETS } from '../../support/network-facts.ts';
import { judged, testRule } from '../../support/rule.ts';
import { elastic, recommender } from '../../support/targets.ts';

const target = elastic({ vpcConfig: TWO_SUBNETS });
const { subnets, vpc } = networkFacts();
const having = (...endpoints: readonly ReturnType<typeof endpoint>[]) => ({ subnets, vpc, vpcEndpoints: present(endpoints) });

testRule(interfaceEndpointsExist, {
  target,
  pass: { there: having(endpoint(), interfaceEndpoint()), 'one that is pending exists': having(interfaceEndpoint({ state: 'pending' })) },
  fail: {
    none: having(endpoint()),
    'another Region’s': having(interfaceEndpoint({ service: 'com.amazonaws.eu-west-1.elastic-inference.runtime' })),
    'a gateway of that name': having(interfaceEndpoint({ type: 'Gateway' })),
  },
  notApplicable: { 'a plan that needs none': { target: recommender() } },
});

describe('what it says', () => {
  test('the endpoint to create, in every subnet', () => {
    expect(judged(interfaceEndpointsExist, target, having())).toMatchObject({
      fixes: [{ kind: 'create-endpoint', service: 'com.amazonaws.us-east-1.elastic-inference.runtime', place: { subnetIds: ['subnet-a', 'subnet-b'] } }],
    });
  });
});
