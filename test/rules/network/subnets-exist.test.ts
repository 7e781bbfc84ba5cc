import { subnetsExist } from '../../../rules/network/subnets-exist.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { subnet } from '../../reason/network/networks.ts';
import { TWO_SUBNETS } from '../../support/network-facts.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

const [a, b] = [present(subnet('a', '10.0.1.0/24')), present(subnet('b', '10.0.2.0/24'))];

testRule(subnetsExist, {
  target: recommender({ vpcConfig: TWO_SUBNETS }),
  pass: { both: { subnets: [a, b] } },
  fail: { 'one of them': { subnets: [a, absent] }, neither: { subnets: [absent, absent] } },
  notApplicable: {
    'a serverless endpoint, whose own rule refuses the VPC': { target: { ...serverless(), vpcConfig: TWO_SUBNETS } },
    'no subnet at all, which another rule refuses': { target: recommender({ vpcConfig: { ...TWO_SUBNETS, subnets: [] } }) },
  },
});
