import { interfaceEndpointIsInEveryZone } from '../../../rules/accelerator/interface-endpoint-is-in-every-zone.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { acceleratorService } from '../../../src/reason/accelerator-endpoint.ts';
import { endpointsWith, subnetsIn } from '../../support/accelerator-rows.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, REGION, recommender } from '../../support/targets.ts';

const offered = (...letters: readonly string[]) => present({ name: acceleratorService(REGION), zones: letters.map((letter) => `${REGION}${letter}`) });
const placed = { vpcEndpoints: endpointsWith(), endpointSubnets: subnetsIn('a', 'b') };

testRule(interfaceEndpointIsInEveryZone, {
  target: elastic(),
  pass: { 'all of two': { ...placed, service: offered('a', 'b') }, 'more than all': { ...placed, service: offered('a') } },
  fail: { 'two of three': { ...placed, service: offered('a', 'b', 'c') } },
  notApplicable: { 'offered nowhere': { ...placed, service: absent }, 'a recommender job': { target: recommender() } },
});
