import { defineRule } from '../../src/model/rule.ts';
import { judgeEndpointPolicies } from '../../src/reason/network/judge-s3-policies.ts';
import { endpointGroupsNeeds, networkNeeds, networkOf } from '../../src/reason/network/needs.ts';
import { tracesToS3 } from '../../src/reason/network/s3.ts';
import { bucketAccesses, useNeeds, usesOf, usesS3InVpc, useWants } from '../../src/reason/network/s3-uses.ts';

export const endpointPolicyAllowsListing = defineRule({
  id: 'network/endpoint-policy-allows-listing',
  title: 'The policy of the S3 endpoint lets the plan’s buckets be listed',
  severity: 'warning',
  basis: 'documented',
  why: 'AWS names s3:ListBucket among what such a policy must allow: prefixes are listed before they are read, and without it a missing object looks like a denial.',
  fix: 'Add s3:ListBucket on the buckets themselves, whose ARN has no slash, to the endpoint’s policy.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html', 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html'],
  predicts: ['ListObjectsV2 failed', 'because no VPC endpoint policy allows the s3:ListBucket action'],
  dependsOn: ['network/s3-is-reachable-from-every-subnet', 'identity/role-exists', 'artifact/bucket-exists'],
  appliesTo: usesS3InVpc,
  needs: (target) => ({ ...networkNeeds(target), ...endpointGroupsNeeds(target), ...useNeeds(target) }),
  wants: useWants,
  judge: (facts, target) => {
    const network = networkOf(facts, target);
    const traces = tracesToS3(network, facts.endpointGroups.value);
    return judgeEndpointPolicies({ network, traces }, usesOf(bucketAccesses(target), facts, target));
  },
});
