import { defineRule } from '../../src/model/rule.ts';
import { judgeWaysIn } from '../../src/reason/network/judge-s3-policies.ts';
import { endpointGroupsNeeds, networkNeeds, networkOf } from '../../src/reason/network/needs.ts';
import { tracesToS3 } from '../../src/reason/network/s3.ts';
import { objectAccesses, readsBucketsThroughVpc, useNeeds, usesOf, useWants } from '../../src/reason/network/s3-uses.ts';
import { plannedBuckets } from '../../src/reason/places.ts';
import { bucketPolicyAt } from '../../src/reason/requests.ts';

export const bucketPolicyAdmitsTheVpc = defineRule({
  id: 'network/bucket-policy-admits-the-vpc',
  title: 'The policies of the plan’s buckets admit requests by the way that each subnet takes',
  severity: 'error',
  basis: 'documented',
  why: 'A bucket may be kept for one VPC or endpoint; requests from another subnet, by another endpoint or through a NAT gateway are then refused.',
  fix: 'Name the VPC or endpoint of the plan in the bucket’s policy, or lead every subnet through the endpoint that it names.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html',
  ],
  predicts: ['with an explicit deny in a resource-based policy', 'AccessDenied'],
  dependsOn: ['network/s3-is-reachable-from-every-subnet', 'identity/role-exists', 'artifact/bucket-exists'],
  appliesTo: readsBucketsThroughVpc,
  needs: (target) => ({
    ...networkNeeds(target),
    ...endpointGroupsNeeds(target),
    ...useNeeds(target),
    bucketPolicies: plannedBuckets(target).map(({ location }) => bucketPolicyAt(target, location.bucket)),
  }),
  wants: useWants,
  judge: (facts, target) => {
    const network = networkOf(facts, target);
    const traces = tracesToS3(network, facts.endpointGroups.value);
    const names = plannedBuckets(target).map(({ location }) => location.bucket);
    return judgeWaysIn({ network, traces }, usesOf(objectAccesses(target, facts.listings), facts, target), { names, policies: facts.bucketPolicies });
  },
});
