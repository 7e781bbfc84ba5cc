import { defineRule } from '../../src/model/rule.ts';
import { judgeEndpointPolicies } from '../../src/reason/network/judge-s3-policies.ts';
import { endpointGroupsNeeds, networkNeeds, networkOf } from '../../src/reason/network/needs.ts';
import { tracesToS3 } from '../../src/reason/network/s3.ts';
import { objectAccesses, useNeeds, usesOf, usesS3InVpc, useWants } from '../../src/reason/network/s3-uses.ts';

export const endpointPolicyAllowsPlan = defineRule({
  id: 'network/endpoint-policy-allows-plan',
  title: 'The policy of the S3 endpoint lets through what the plan reads and writes',
  severity: 'error',
  basis: 'documented',
  why: 'An endpoint’s policy decides beside the role’s: a bucket that it leaves out is denied from inside the VPC, whoever asks.',
  fix: 'Add the plan’s buckets and actions to the endpoint’s policy, or narrow the denial that it names.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  ],
  predicts: ['because no VPC endpoint policy allows', 'with an explicit deny in a VPC endpoint policy', 'AccessDenied'],
  dependsOn: ['network/s3-is-reachable-from-every-subnet', 'identity/role-exists', 'artifact/bucket-exists'],
  appliesTo: usesS3InVpc,
  needs: (target) => ({ ...networkNeeds(target), ...endpointGroupsNeeds(target), ...useNeeds(target) }),
  wants: useWants,
  judge: (facts, target) => {
    const network = networkOf(facts, target);
    const traces = tracesToS3(network, facts.endpointGroups.value);
    return judgeEndpointPolicies({ network, traces }, usesOf(objectAccesses(target, facts.listings), facts, target));
  },
});
