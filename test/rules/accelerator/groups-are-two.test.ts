import { groupsAreTwo } from '../../../rules/accelerator/groups-are-two.ts';
import { present } from '../../../src/model/fact.ts';
import { group } from '../../reason/network/networks.ts';
import { endpointsWith } from '../../support/accelerator-rows.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, recommender } from '../../support/targets.ts';

const groups = [present(group())];

testRule(groupsAreTwo, {
  target: elastic(),
  pass: { 'one each': { groups, vpcEndpoints: endpointsWith() } },
  fail: {
    'one for both': { groups, vpcEndpoints: endpointsWith({ groupIds: ['sg-jobs'] }) },
    'one of two in common': { groups, vpcEndpoints: endpointsWith({ groupIds: ['sg-endpoint', 'sg-jobs'] }) },
  },
  notApplicable: { 'a recommender job': { target: recommender() } },
});
