import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { acceleratedInVpc, acceleratorEndpointIn } from '../../src/reason/accelerator-endpoint.ts';
import { groupRuleWords } from '../../src/reason/network/groups.ts';
import { securityGroupsOf } from '../../src/reason/network/needs.ts';
import { groupField } from '../../src/reason/network/places.ts';
import { vpcEndpointsOf } from '../../src/reason/vpc-requests.ts';

export const clientsAdmitNobody = defineRule({
  id: 'accelerator/clients-admit-nobody',
  title: 'The security groups of the instances let nobody in',
  severity: 'note',
  basis: 'documented',
  why: 'Instances with an accelerator open every connection themselves; the guide’s group for them has no inbound rule.',
  fix: 'Take the inbound rules from the group, unless something else that has it needs them.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html'],
  dependsOn: ['network/security-groups-exist', 'network/subnets-are-in-one-vpc'],
  appliesTo: acceleratedInVpc,
  needs: (target) => ({ groups: securityGroupsOf(target), vpcEndpoints: vpcEndpointsOf(target) }),
  judge: ({ groups, vpcEndpoints }, target) => {
    // A group that the endpoint has as well must let clients in: of that another rule speaks.
    const shared = acceleratorEndpointIn(vpcEndpoints.value)?.groupIds ?? [];
    const evidence = groups.flatMap(({ value: { id, arn, ingress } }) => {
      const observed = `${id} admits ${ingress.map((rule) => groupRuleWords(rule, 'ingress')).join(', ')}`;
      return ingress.length === 0 || shared.includes(id) ? [] : [{ subject: arn, observed, expected: 'no inbound rule', field: groupField(target, id) }];
    });
    return isNonEmpty(evidence) ? fail(evidence.map(({ observed }) => observed).join('; '), evidence) : pass('no group of the instances lets anybody in');
  },
});
