import { describe, expect, test } from '@jest/globals';
import { s3GoesThroughAnEndpoint } from '../../../rules/network/s3-goes-through-an-endpoint.ts';
import { routing, TO_ENDPOINT, TO_NAT } from '../../reason/network/networks.ts';
import { networkAndGroups, TWO_SUBNETS } from '../../support/network-facts.ts';
import { judged, testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

const target = recommender({ vpcConfig: TWO_SUBNETS });

testRule(s3GoesThroughAnEndpoint, {
  target,
  pass: { 'a gateway endpoint': networkAndGroups(), 'a gateway endpoint beside a NAT gateway': networkAndGroups(routing(TO_ENDPOINT, TO_NAT)) },
  fail: { 'a NAT gateway for one subnet': networkAndGroups(routing(TO_NAT)), 'no endpoint at all': networkAndGroups({ ...routing(TO_NAT), endpoints: [] }) },
  notApplicable: { 'no VPC': { target: serverless() } },
});

describe('what it says', () => {
  test('the endpoint that is there gets the table', () => {
    expect(judged(s3GoesThroughAnEndpoint, target, networkAndGroups(routing(TO_NAT)))).toMatchObject({
      fixes: [{ kind: 'associate-route-table', endpointId: 'vpce-s3', routeTableIds: ['rtb-b'] }],
    });
  });
  test('without one, it is created', () => {
    expect(judged(s3GoesThroughAnEndpoint, target, networkAndGroups({ ...routing(TO_NAT), endpoints: [] }))).toMatchObject({
      fixes: [{ kind: 'create-endpoint', place: { type: 'Gateway' } }],
    });
  });
});
