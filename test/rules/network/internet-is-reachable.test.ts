import { describe, expect, test } from '@jest/globals';
import { internetIsReachable } from '../../../rules/network/internet-is-reachable.ts';
import type { Network } from '../../../src/reason/network/network.ts';
import { group, https, network, route, S3_LIST, TO_ENDPOINT, TO_NAT, table, toCidr, toList } from '../../reason/network/networks.ts';
import { networkFacts, TWO_SUBNETS } from '../../support/network-facts.ts';
import { judged, testRule } from '../../support/rule.ts';
import { launchQueue, recommender } from '../../support/targets.ts';

const target = launchQueue({ vpcConfig: TWO_SUBNETS });
const ofOwn = (baseUrl: string) => launchQueue({ vpcConfig: TWO_SUBNETS, agent: { baseUrl, builder: { type: 'noop' } } });
const routed = (...routes: Parameters<typeof table>[2][]): Partial<Network> => ({
  routeTables: [table('rtb-a', ['subnet-a'], TO_ENDPOINT, ...routes), table('rtb-b', ['subnet-b'], TO_ENDPOINT, ...routes), ...network().routeTables.slice(2)],
});
const open = networkFacts(routed(TO_NAT));
const shut = networkFacts();

testRule(internetIsReachable, {
  target,
  pass: {
    'a NAT gateway': open,
    'a server of one’s own that is public': { ...open, target: ofOwn('https://wandb.example.com') },
    'a port of its own': { ...open, target: ofOwn('http://8.8.8.8:8080') },
  },
  fail: {
    'no way out, only S3': shut,
    'a public subnet, which gives SageMaker nothing': networkFacts(routed(route('0.0.0.0/0', 'igw-1'))),
    'the group lets out to the VPC only': networkFacts({ ...routed(TO_NAT), groups: [group({ egress: [https(toCidr('10.0.0.0/16'))] })] }),
    'the group lets out to S3 only': networkFacts({ ...routed(TO_NAT), groups: [group({ egress: [https(toList(S3_LIST))] })] }),
    'a public address of one’s own': { ...shut, target: ofOwn('https://8.8.8.8') },
    'the server that W&B runs for one customer': { ...shut, target: ofOwn('https://acme.wandb.io') },
  },
  cannotTell: {
    'a server that may be private': { ...shut, target: ofOwn('https://wandb.example.internal') },
    'a private address': { ...shut, target: ofOwn('http://10.9.0.4:8080') },
    'no address at all': { ...open, target: ofOwn('wandb') },
  },
  notApplicable: {
    'a recommender job': { target: recommender() },
    'a queue without a VPC': { target: launchQueue() },
    'an isolated container, which no network helps': { target: { ...target, enableNetworkIsolation: true } },
  },
});

describe('what it says', () => {
  test('a NAT gateway that is there, for each table', () => {
    expect(judged(internetIsReachable, target, shut)).toMatchObject({
      fixes: [
        { kind: 'route-through-nat', routeTableId: 'rtb-a', natGatewayId: 'nat-1', replaces: false },
        { kind: 'route-through-nat', routeTableId: 'rtb-b' },
      ],
    });
  });
});
