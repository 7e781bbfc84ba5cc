import { defineRule } from '../../src/model/rule.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { acceleratedInVpc, acceleratorEndpointIn, endpointSubnetsOf, presentSubnets, zonesOf } from '../../src/reason/accelerator-endpoint.ts';
import { vpcEndpointsOf } from '../../src/reason/vpc-requests.ts';

export const interfaceEndpointSpansTwoZones = defineRule({
  id: 'accelerator/interface-endpoint-spans-two-zones',
  title: 'The interface endpoint for accelerators stands in two Availability Zones',
  severity: 'error',
  basis: 'documented',
  why: 'Elastic Inference fails in a VPC unless its interface endpoint has subnets in two Availability Zones at least.',
  fix: 'Add a subnet in a second Availability Zone to the interface endpoint.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html'],
  dependsOn: ['network/interface-endpoints-exist'],
  appliesTo: acceleratedInVpc,
  needs: (target) => ({ vpcEndpoints: vpcEndpointsOf(target), endpointSubnets: endpointSubnetsOf(target) }),
  judge: ({ vpcEndpoints, endpointSubnets }) => {
    const endpoint = acceleratorEndpointIn(vpcEndpoints.value);
    if (endpoint === undefined) return notApplicable('there is no interface endpoint for accelerators');
    const zones = zonesOf(presentSubnets(endpointSubnets));
    if (zones.length > 1) return pass(`${endpoint.id} stands in ${zones.join(', ')}`);
    const where = zones[0] === undefined ? 'no zone' : `${zones[0]} only`;
    return fail(`${endpoint.id} stands in ${where}`, [
      { subject: endpoint.arn, observed: where, expected: 'two zones or more', field: ['vpcConfig', 'subnets'] },
    ]);
  },
});
