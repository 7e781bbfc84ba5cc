import { describe, expect, test } from '@jest/globals';
import { s3IsReachableFromEverySubnet } from '../../../rules/network/s3-is-reachable-from-every-subnet.ts';
import { endpoint, entry, filtering, group, https, nat, route, routing, TO_NAT, toCidr, toList } from '../../reason/network/networks.ts';
import { networkAndGroups, TWO_SUBNETS } from '../../support/network-facts.ts';
import { judged, testRule } from '../../support/rule.ts';
import { elastic, jumpStart, jumpStartTraining, recommender, serverless } from '../../support/targets.ts';

const target = recommender({ vpcConfig: TWO_SUBNETS });
const ownedElsewhere = { ...networkAndGroups().vpc.value, owner: '210987654321' };

testRule(s3IsReachableFromEverySubnet, {
  target,
  pass: {
    'a gateway endpoint': networkAndGroups(),
    'a NAT gateway': networkAndGroups(routing(TO_NAT)),
    'training alike': { ...networkAndGroups(), target: jumpStartTraining({ vpcConfig: TWO_SUBNETS }) },
    'hosting alike': { ...networkAndGroups(), target: elastic({ vpcConfig: TWO_SUBNETS }) },
  },
  fail: {
    'no route from one of two': networkAndGroups(routing()),
    'an endpoint that is pending': networkAndGroups({ endpoints: [endpoint({ state: 'pending' })] }),
    'egress to another list': networkAndGroups({ groups: [group({ egress: [https(toList('pl-other', ['52.94.0.0/22']))] })] }),
    'answers that are not let back in': networkAndGroups(filtering(entry(100, 'out'), entry(100, 'in', { protocol: '6', ports: { from: 443, to: 443 } }))),
    'a NAT gateway that is gone': networkAndGroups(routing(route('0.0.0.0/0', 'nat-1', 'blackhole'))),
  },
  cannotTell: {
    'an appliance': networkAndGroups(routing(route('0.0.0.0/0', 'eni-firewall'))),
    'a shared VPC that hides its tables': networkAndGroups({ vpc: ownedElsewhere, routeTables: [] }),
  },
  notApplicable: { 'no VPC': { target: serverless() }, 'runs already, and reads nothing': { target: jumpStart({ existing: true }) } },
});

describe('what it says', () => {
  test('one finding for each bad subnet, with its trace, its place and a fix', () => {
    expect(judged(s3IsReachableFromEverySubnet, target, networkAndGroups(routing()))).toMatchObject({
      outcome: 'fail',
      evidence: [{ subject: expect.stringContaining('subnet/subnet-b'), field: ['vpcConfig', 'subnets', 1], trace: { kind: 'network', verdict: 'stops' } }],
      fixes: [{ kind: 'associate-route-table', endpointId: 'vpce-s3', routeTableIds: ['rtb-b'] }],
    });
  });
  test('a broken endpoint is told from a NAT gateway that would serve', () => {
    const verdict = judged(
      s3IsReachableFromEverySubnet,
      target,
      networkAndGroups({ ...routing(route('pl-63a5400a', 'vpce-s3', 'blackhole'), TO_NAT), natGateways: [nat()] }),
    );
    expect(verdict).toMatchObject({ outcome: 'fail', notes: [expect.stringContaining('does not help')] });
  });
  test('a stop is a failure, whatever else is unknown', () => {
    const unknownToo = networkAndGroups({ ...routing(), groups: [group({ egress: [https(toCidr('10.0.0.0/8'))] })] });
    expect(judged(s3IsReachableFromEverySubnet, target, unknownToo)).toMatchObject({ outcome: 'fail' });
  });
});
