import { hostingVpcHasDefaultTenancy } from '../../../rules/network/hosting-vpc-has-default-tenancy.ts';
import { present } from '../../../src/model/fact.ts';
import { network } from '../../reason/network/networks.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, jumpStartTraining, recommender } from '../../support/targets.ts';

const { vpc } = network();
const dedicated = { vpc: present({ ...vpc, tenancy: 'dedicated' }) };

testRule(hostingVpcHasDefaultTenancy, {
  target: elastic(),
  pass: { default: { vpc: present(vpc) } },
  fail: { dedicated, 'a recommender job': { ...dedicated, target: recommender() } },
  notApplicable: { 'training, which has a rule of its own': { target: jumpStartTraining() } },
});
