import type { GroupRule } from '../../src/model/facts/ec2.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { acceleratedInVpc, acceleratorEndpointIn, groupsOfEndpoint } from '../../src/reason/accelerator-endpoint.ts';
import { groupRuleWords } from '../../src/reason/network/groups.ts';
import { endpointGroupsNeeds } from '../../src/reason/network/needs.ts';
import { vpcEndpointsOf } from '../../src/reason/vpc-requests.ts';

const HTTPS = 443;

const isHttps = ({ protocol, ports }: GroupRule): boolean => ['tcp', '6'].includes(protocol) && ports?.from === HTTPS && ports.to === HTTPS;

const isNeeded = (rule: GroupRule, clients: readonly string[]): boolean => isHttps(rule) && rule.peer.kind === 'group' && clients.includes(rule.peer.groupId);

export const interfaceEndpointAdmitsClientsOnly = defineRule({
  id: 'accelerator/interface-endpoint-admits-clients-only',
  title: 'The interface endpoint for accelerators lets in HTTPS from the plan’s groups only',
  severity: 'note',
  basis: 'documented',
  why: 'The guide lets nobody in but the group of the instances; what else the endpoint’s group admits serves no accelerator. What it lets out is of no weight, for an endpoint only answers.',
  fix: 'Take the other inbound rules from the endpoint’s group, unless something else needs them.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html'],
  dependsOn: ['network/interface-endpoints-exist', 'network/security-groups-are-of-the-subnets-vpc'],
  appliesTo: acceleratedInVpc,
  needs: (target) => ({ vpcEndpoints: vpcEndpointsOf(target), ...endpointGroupsNeeds(target) }),
  judge: ({ vpcEndpoints, endpointGroups }, { vpcConfig }) => {
    const endpoint = acceleratorEndpointIn(vpcEndpoints.value);
    if (endpoint === undefined) return notApplicable('there is no interface endpoint for accelerators');
    const evidence = groupsOfEndpoint(endpoint, endpointGroups.value).flatMap(({ id, arn, ingress }) => {
      const wider = ingress.filter((rule) => !isNeeded(rule, vpcConfig.securityGroupIds)).map((rule) => groupRuleWords(rule, 'ingress'));
      const expected = `tcp 443 from ${vpcConfig.securityGroupIds.join(', ')}`;
      return wider.length === 0 ? [] : [{ subject: arn, observed: `${id} admits ${wider.join(', ')}`, expected, field: ['vpcConfig', 'securityGroupIds'] }];
    });
    return isNonEmpty(evidence) ? fail(evidence.map(({ observed }) => observed).join('; '), evidence) : pass(`${endpoint.id} admits nobody else`);
  },
});
