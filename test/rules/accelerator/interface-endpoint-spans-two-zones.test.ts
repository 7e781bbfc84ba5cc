import { interfaceEndpointSpansTwoZones } from '../../../rules/accelerator/interface-endpoint-spans-two-zones.ts';
import { endpointsWith, subnetsIn } from '../../support/accelerator-rows.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, jumpStart } from '../../support/targets.ts';

const { vpcConfig: _, ...outside } = elastic();

testRule(interfaceEndpointSpansTwoZones, {
  target: elastic(),
  pass: {
    'two zones': { vpcEndpoints: endpointsWith(), endpointSubnets: subnetsIn('a', 'b') },
    'three zones': { vpcEndpoints: endpointsWith(), endpointSubnets: subnetsIn('a', 'b', 'c') },
  },
  fail: {
    'one zone': { vpcEndpoints: endpointsWith(), endpointSubnets: subnetsIn('a') },
    'no subnet at all': { vpcEndpoints: endpointsWith({ subnetIds: [] }), endpointSubnets: subnetsIn() },
  },
  notApplicable: { 'outside a VPC': { target: outside }, 'a JumpStart model': { target: jumpStart() } },
});
