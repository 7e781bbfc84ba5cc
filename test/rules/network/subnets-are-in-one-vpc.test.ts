import { subnetsAreInOneVpc } from '../../../rules/network/subnets-are-in-one-vpc.ts';
import { present } from '../../../src/model/fact.ts';
import { subnet } from '../../reason/network/networks.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

const a = subnet('a', '10.0.1.0/24');
const b = subnet('b', '10.0.2.0/24');

testRule(subnetsAreInOneVpc, {
  target: recommender(),
  pass: { both: { subnets: [present(a), present(b)] }, 'a single one': { subnets: [present(a)] } },
  fail: { 'two VPCs': { subnets: [present(a), present({ ...b, vpcId: 'vpc-2' })] } },
  notApplicable: { 'no VPC': { target: serverless() } },
});
