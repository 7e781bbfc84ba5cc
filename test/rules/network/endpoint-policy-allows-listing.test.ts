import { endpointPolicyAllowsListing } from '../../../rules/network/endpoint-policy-allows-listing.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { endpoint } from '../../reason/network/networks.ts';
import { bucket, policy, role } from '../../support/facts.ts';
import { networkAndGroups, TWO_SUBNETS } from '../../support/network-facts.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

const through = (action: string, resource: string) => ({
  ...networkAndGroups({ endpoints: [endpoint({ policy: policy('vpc-endpoint', { Effect: 'Allow', Principal: '*', Action: action, Resource: resource }) })] }),
  role: present(role()),
  time: present('2026-01-01T00:00:00Z'),
  buckets: [present(bucket())],
  organization: absent,
});

testRule(endpointPolicyAllowsListing, {
  target: recommender({ vpcConfig: TWO_SUBNETS }),
  pass: { 'the bucket itself': through('s3:ListBucket', 'arn:aws:s3:::churn-models'), everything: through('*', '*') },
  fail: {
    'its objects, which are not listed': through('s3:ListBucket', 'arn:aws:s3:::churn-models/*'),
    'reading only': through('s3:GetObject', '*'),
  },
  notApplicable: { 'no VPC': { target: serverless() } },
});
