import { securityGroupsExist } from '../../../rules/network/security-groups-exist.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { group } from '../../reason/network/networks.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(securityGroupsExist, {
  target: recommender({ vpcConfig: { subnets: ['subnet-a'], securityGroupIds: ['sg-jobs', 'sg-more'] } }),
  pass: { both: { groups: [present(group()), present(group({ id: 'sg-more' }))] } },
  fail: { 'the second is gone': { groups: [present(group()), absent] } },
  notApplicable: { 'no VPC': { target: serverless() } },
});
