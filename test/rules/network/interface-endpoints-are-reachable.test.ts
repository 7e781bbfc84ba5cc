import { interfaceEndpointsAreReachable } from '../../../rules/network/interface-endpoints-are-reachable.ts';
import { group, https, interfaceEndpoint, toGroup } from '../../reason/network/networks.ts';
import { networkAndGroups, TWO_SUBNETS } from '../../support/network-facts.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, recommender } from '../../support/targets.ts';

const door = group({ id: 'sg-endpoint', egress: [], ingress: [https(toGroup('sg-jobs'))] });
const having = (changes: Parameters<typeof interfaceEndpoint>[0] = {}, groups = [door]) =>
  networkAndGroups({ endpoints: [interfaceEndpoint(changes)] }, groups);

testRule(interfaceEndpointsAreReachable, {
  target: elastic({ vpcConfig: TWO_SUBNETS }),
  pass: { 'its group lets the plan’s group in': having() },
  fail: {
    'its group lets nobody in': having({}, [{ ...door, ingress: [] }]),
    'private DNS is off': having({ privateDns: false }),
    'it is pending': having({ state: 'pending' }),
    'hostnames are off': networkAndGroups({ endpoints: [interfaceEndpoint()], dns: { support: true, hostnames: false } }, [door]),
  },
  cannotTell: { 'its group cannot be seen': having({}, []) },
  notApplicable: { 'a plan that needs none': { target: recommender() } },
});
