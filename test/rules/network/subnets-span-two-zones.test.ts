import { subnetsSpanTwoZones } from '../../../rules/network/subnets-span-two-zones.ts';
import { present } from '../../../src/model/fact.ts';
import { subnet } from '../../reason/network/networks.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, jumpStartTraining, recommender } from '../../support/targets.ts';

const a = subnet('a', '10.0.1.0/24');
const b = subnet('b', '10.0.2.0/24');

testRule(subnetsSpanTwoZones, {
  target: elastic(),
  pass: { 'two zones': { subnets: [present(a), present(b)] }, 'two zones, three subnets': { subnets: [present(a), present(a), present(b)] } },
  fail: { 'a single subnet': { subnets: [present(a)] }, 'two in one zone': { subnets: [present(a), present({ ...b, zone: a.zone })] } },
  notApplicable: { 'a recommender job, which has a rule of its own': { target: recommender() }, 'training, which needs one': { target: jumpStartTraining() } },
});
