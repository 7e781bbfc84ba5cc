import { defineRule } from '../../src/model/rule.ts';
import { judgeSubnetTraces } from '../../src/reason/network/judge-traces.ts';
import { endpointGroupsNeeds, networkNeeds, networkOf } from '../../src/reason/network/needs.ts';
import { tracesToS3 } from '../../src/reason/network/s3.ts';
import { inVpcWithS3 } from '../../src/reason/planned.ts';

export const s3IsReachableFromEverySubnet = defineRule({
  id: 'network/s3-is-reachable-from-every-subnet',
  title: 'Every subnet reaches Amazon S3',
  severity: 'error',
  basis: 'documented',
  why: 'Artifacts and data come through these subnets, and SageMaker chooses which: one subnet without a way to S3 makes jobs and endpoints fail now and then, others always.',
  fix: 'Mend the hop that each trace ends at, or leave the subnet out of the plan.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-vpc-access.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  ],
  predicts: [
    'Failed to download model data from URL',
    'an S3 VPC endpoint exists',
    "Please ensure that the subnet's route table has a route to an S3 VPC endpoint or a NAT device",
    'Data download failed',
    'Artifact upload failed',
    'ListObjectsV2 failed',
  ],
  dependsOn: ['network/subnets-are-in-one-vpc', 'network/security-groups-are-of-the-subnets-vpc', 'network/vpc-resolves-names'],
  appliesTo: inVpcWithS3,
  needs: (target) => ({ ...networkNeeds(target), ...endpointGroupsNeeds(target) }),
  judge: (facts, target) => {
    const network = networkOf(facts, target);
    const traces = tracesToS3(network, facts.endpointGroups.value);
    return judgeSubnetTraces(
      target,
      { network, traces },
      { passes: 'Amazon S3 is reached from', stops: 'Amazon S3 is not reached from', expected: 'a way to Amazon S3 and back' },
    );
  },
});
