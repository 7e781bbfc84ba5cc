import { defineRule } from '../../src/model/rule.ts';
import { judgeEndpointsReachable, needsInterfaceEndpoint } from '../../src/reason/network/judge-endpoints.ts';
import { endpointGroupsNeeds, networkNeeds, networkOf } from '../../src/reason/network/needs.ts';

export const interfaceEndpointsAreReachable = defineRule({
  id: 'network/interface-endpoints-are-reachable',
  title: 'Every subnet reaches the interface endpoints that the plan needs',
  severity: 'error',
  basis: 'documented',
  why: 'The service’s name must lead to the endpoint, and its security group must let HTTPS in from the plan’s groups, in every subnet that may be chosen.',
  fix: 'Mend the hop that each trace ends at.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html', 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html'],
  dependsOn: ['network/interface-endpoints-exist', 'network/security-groups-are-of-the-subnets-vpc'],
  appliesTo: needsInterfaceEndpoint,
  needs: (target) => ({ ...networkNeeds(target), ...endpointGroupsNeeds(target) }),
  judge: (facts, target) => judgeEndpointsReachable(target, networkOf(facts, target), facts.endpointGroups.value),
});
