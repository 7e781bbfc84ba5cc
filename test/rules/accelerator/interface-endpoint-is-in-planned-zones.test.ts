import { interfaceEndpointIsInPlannedZones } from '../../../rules/accelerator/interface-endpoint-is-in-planned-zones.ts';
import { endpointsWith, plannedIn, subnetsIn } from '../../support/accelerator-rows.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, recommender } from '../../support/targets.ts';

testRule(interfaceEndpointIsInPlannedZones, {
  target: elastic(),
  pass: {
    'the same zones': { subnets: plannedIn('a', 'b'), vpcEndpoints: endpointsWith(), endpointSubnets: subnetsIn('a', 'b') },
    'more zones than planned': { subnets: plannedIn('a'), vpcEndpoints: endpointsWith(), endpointSubnets: subnetsIn('a', 'b') },
  },
  fail: { 'one planned zone without': { subnets: plannedIn('a', 'b', 'c'), vpcEndpoints: endpointsWith(), endpointSubnets: subnetsIn('a', 'b') } },
  notApplicable: { 'a recommender job': { target: recommender() } },
});
