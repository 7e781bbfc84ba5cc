import { vpcConfigIsWithinLimits } from '../../../rules/network/vpc-config-is-within-limits.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, recommender, serverless } from '../../support/targets.ts';

const ids = (prefix: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
const named = (subnets: readonly string[], securityGroupIds: readonly string[]) => ({ target: recommender({ vpcConfig: { subnets, securityGroupIds } }) });

testRule(vpcConfigIsWithinLimits, {
  target: elastic(),
  pass: { 'one of each': named(['subnet-a'], ['sg-jobs']), 'as many as may be': named(ids('subnet', 16), ids('sg', 5)) },
  fail: {
    'no subnet': named([], ['sg-jobs']),
    'no group': named(['subnet-a'], []),
    'seventeen subnets': named(ids('subnet', 17), ['sg-jobs']),
    'six groups': named(['subnet-a'], ids('sg', 6)),
    'a subnet twice': named(['subnet-a', 'subnet-b', 'subnet-a'], ['sg-jobs']),
  },
  notApplicable: { 'no VPC': { target: serverless() } },
});
