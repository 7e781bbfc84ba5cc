import { securityGroupsAreOfTheSubnetsVpc } from '../../../rules/network/security-groups-are-of-the-subnets-vpc.ts';
import { present } from '../../../src/model/fact.ts';
import { group, subnet } from '../../reason/network/networks.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

const subnets = [present(subnet('a', '10.0.1.0/24'))];

testRule(securityGroupsAreOfTheSubnetsVpc, {
  target: recommender(),
  pass: { 'the same VPC': { subnets, groups: [present(group())] } },
  fail: { 'one of another VPC': { subnets, groups: [present(group()), present(group({ id: 'sg-more', vpcId: 'vpc-2' }))] } },
  notApplicable: { 'no VPC': { target: serverless() } },
});
