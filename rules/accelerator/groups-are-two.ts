import { defineRule } from '../../src/model/rule.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { acceleratedInVpc, acceleratorEndpointIn } from '../../src/reason/accelerator-endpoint.ts';
import { securityGroupsOf } from '../../src/reason/network/needs.ts';
import { groupField } from '../../src/reason/network/places.ts';
import { vpcEndpointsOf } from '../../src/reason/vpc-requests.ts';

export const groupsAreTwo = defineRule({
  id: 'accelerator/groups-are-two',
  title: 'Instances and the interface endpoint for accelerators have security groups of their own',
  severity: 'note',
  basis: 'documented',
  why: 'The guide has two groups, one for the instances and one for the interface endpoint, so that each lets in no more than it must.',
  fix: 'Give the interface endpoint a group of its own that lets HTTPS in from the plan’s groups.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html'],
  dependsOn: ['network/security-groups-exist', 'network/interface-endpoints-exist'],
  appliesTo: acceleratedInVpc,
  needs: (target) => ({ groups: securityGroupsOf(target), vpcEndpoints: vpcEndpointsOf(target) }),
  judge: ({ groups, vpcEndpoints }, target) => {
    const endpoint = acceleratorEndpointIn(vpcEndpoints.value);
    if (endpoint === undefined) return notApplicable('there is no interface endpoint for accelerators');
    const evidence = groups.flatMap(({ value: { id, arn } }) =>
      endpoint.groupIds.includes(id)
        ? [{ subject: arn, observed: `${id} is also a group of ${endpoint.id}`, expected: 'a group of the instances only', field: groupField(target, id) }]
        : [],
    );
    return isNonEmpty(evidence)
      ? fail(`${endpoint.id} shares ${evidence.length === 1 ? 'a group' : 'groups'} with the instances`, evidence)
      : pass(`${endpoint.id} has ${endpoint.groupIds.join(', ')}`);
  },
});
