import { fact } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import {
  acceleratedInVpc,
  acceleratorEndpointIn,
  acceleratorService,
  endpointSubnetsOf,
  presentSubnets,
  zonesOf,
} from '../../src/reason/accelerator-endpoint.ts';
import { vpcEndpointsOf } from '../../src/reason/vpc-requests.ts';

export const interfaceEndpointIsInEveryZone = defineRule({
  id: 'accelerator/interface-endpoint-is-in-every-zone',
  title: 'The interface endpoint for accelerators stands in every zone where they are offered',
  severity: 'note',
  basis: 'documented',
  why: 'The guide has the endpoint made in all zones with Elastic Inference, so that subnets may be added later.',
  fix: 'Add a subnet of each such Availability Zone to the interface endpoint.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpointServices.html',
  ],
  dependsOn: ['network/interface-endpoints-exist'],
  appliesTo: acceleratedInVpc,
  needs: (target) => ({
    service: fact('ec2.endpointService', { service: acceleratorService(target.region), region: target.region }),
    vpcEndpoints: vpcEndpointsOf(target),
    endpointSubnets: endpointSubnetsOf(target),
  }),
  judge: ({ service, vpcEndpoints, endpointSubnets }, { region }) => {
    const endpoint = acceleratorEndpointIn(vpcEndpoints.value);
    if (endpoint === undefined) return notApplicable('there is no interface endpoint for accelerators');
    if (service.state === 'absent') return notApplicable(`EC2 offers ${acceleratorService(region)} in no zone of ${region} any more`);
    const zones = zonesOf(presentSubnets(endpointSubnets));
    const missing = service.value.zones.filter((zone) => !zones.includes(zone));
    if (missing.length === 0) return pass(`${endpoint.id} stands in ${service.value.zones.join(', ')}`);
    return fail(`${endpoint.id} has no subnet in ${missing.join(', ')}`, [
      { subject: endpoint.arn, observed: zones.join(', '), expected: service.value.zones.join(', '), field: ['vpcConfig', 'subnets'] },
    ]);
  },
});
