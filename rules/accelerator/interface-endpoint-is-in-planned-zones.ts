import { defineRule } from '../../src/model/rule.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { acceleratedInVpc, acceleratorEndpointIn, endpointSubnetsOf, presentSubnets, zonesOf } from '../../src/reason/accelerator-endpoint.ts';
import { subnetsOf } from '../../src/reason/network/needs.ts';
import { subnetField } from '../../src/reason/network/places.ts';
import { vpcEndpointsOf } from '../../src/reason/vpc-requests.ts';

export const interfaceEndpointIsInPlannedZones = defineRule({
  id: 'accelerator/interface-endpoint-is-in-planned-zones',
  title: 'The interface endpoint for accelerators stands in the zone of every planned subnet',
  severity: 'warning',
  basis: 'documented',
  why: 'An accelerator is attached in the zone of its instance, so the interface endpoint needs a subnet there; an instance may land in any of the plan’s subnets.',
  fix: 'Add a subnet of that Availability Zone to the interface endpoint, or leave the planned subnet out.',
  docs: [
    'https://docs.aws.amazon.com/elastic-inference/latest/developerguide/setting-up-ei.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html',
  ],
  dependsOn: ['network/subnets-exist', 'network/interface-endpoints-exist'],
  appliesTo: acceleratedInVpc,
  needs: (target) => ({ subnets: subnetsOf(target), vpcEndpoints: vpcEndpointsOf(target), endpointSubnets: endpointSubnetsOf(target) }),
  judge: ({ subnets, vpcEndpoints, endpointSubnets }, target) => {
    const endpoint = acceleratorEndpointIn(vpcEndpoints.value);
    if (endpoint === undefined) return notApplicable('there is no interface endpoint for accelerators');
    const zones = zonesOf(presentSubnets(endpointSubnets));
    const evidence = subnets.flatMap(({ value: { arn, id, zone } }) =>
      zones.includes(zone)
        ? []
        : [
            {
              subject: arn,
              observed: `${id} is in ${zone}`,
              expected: `one of ${zones.join(', ')}, where ${endpoint.id} stands`,
              field: subnetField(target, id),
            },
          ],
    );
    if (!isNonEmpty(evidence)) return pass(`${endpoint.id} stands in the zones of all planned subnets`);
    return fail(
      `${endpoint.id} has no subnet in the zone of ${evidence.map(({ observed }) => observed.replace(/ is in (.*)$/, ' ($1)')).join(', ')}`,
      evidence,
    );
  },
});
