import { describe, expect, test } from '@jest/globals';
import { bucketPolicyAdmitsTheVpc } from '../../../rules/network/bucket-policy-admits-the-vpc.ts';
import { absent, present } from '../../../src/model/fact.ts';
import type { PolicySource } from '../../../src/model/policy.ts';
import { routing, TO_NAT } from '../../reason/network/networks.ts';
import { bucket, policy, role } from '../../support/facts.ts';
import { networkAndGroups, TWO_SUBNETS } from '../../support/network-facts.ts';
import { judged, testRule } from '../../support/rule.ts';
import { elastic, ROLE, recommender } from '../../support/targets.ts';

const target = elastic({ vpcConfig: TWO_SUBNETS });
const asking = { role: present(role()), time: present('2026-01-01T00:00:00Z'), buckets: [present(bucket())], organization: absent };
const kept = (key: string, value: string, more: Readonly<Record<string, unknown>> = {}): PolicySource =>
  policy('bucket', {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: 'arn:aws:s3:::churn-models/*',
    Condition: { StringNotEquals: { [key]: value }, ...more },
  });
const having = (source: PolicySource | undefined, changes: Parameters<typeof networkAndGroups>[0] = {}) => ({
  ...networkAndGroups(changes),
  ...asking,
  bucketPolicies: [source === undefined ? absent : present(source)],
});

testRule(bucketPolicyAdmitsTheVpc, {
  target,
  pass: {
    'no policy': having(undefined),
    'kept for this endpoint': having(kept('aws:SourceVpce', 'vpce-s3')),
    'kept for this VPC': having(kept('aws:SourceVpc', 'vpc-1')),
    'kept for another, but not from this role': having(kept('aws:SourceVpce', 'vpce-other', { ArnNotEquals: { 'aws:PrincipalArn': ROLE } })),
  },
  fail: {
    'kept for another endpoint': having(kept('aws:SourceVpce', 'vpce-other')),
    'kept for another VPC': having(kept('aws:SourceVpc', 'vpc-2')),
    'kept for this endpoint, and one subnet takes a NAT gateway': having(kept('aws:SourceVpce', 'vpce-s3'), routing(TO_NAT)),
  },
  cannotTell: {
    'an address in the VPC that nobody knows': having(
      policy('bucket', { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', Condition: { NotIpAddress: { 'aws:VpcSourceIp': '10.0.1.0/24' } } }),
    ),
  },
  notApplicable: {
    'refused whichever way, which the role’s own rules say': having(policy('bucket', { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' })),
    'a recommender job, which must not come from a VPC': { target: recommender() },
  },
});

describe('what it says', () => {
  test('which subnets come by which way', () => {
    expect(judged(bucketPolicyAdmitsTheVpc, target, having(kept('aws:SourceVpce', 'vpce-s3'), routing(TO_NAT)))).toMatchObject({
      evidence: [{ observed: "s3:GetObject from subnet-b, through no VPC endpoint, is refused by the bucket's policy" }],
      fixes: [{ kind: 'amend-denial', holder: 'arn:aws:s3:::churn-models' }],
    });
  });
});
