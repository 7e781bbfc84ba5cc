import { defineRule } from '../../src/model/rule.ts';
import { judgeStandIns } from '../../src/reason/network/judge-stand-ins.ts';
import { endpointGroupsNeeds, networkNeeds, networkOf } from '../../src/reason/network/needs.ts';
import { tracesToS3 } from '../../src/reason/network/s3.ts';
import { inVpc } from '../../src/reason/planned.ts';

export const s3GoesThroughAnEndpoint = defineRule({
  id: 'network/s3-goes-through-an-endpoint',
  title: 'No NAT gateway stands in for an S3 endpoint',
  severity: 'note',
  basis: 'documented',
  why: 'Every gigabyte through a NAT gateway is charged, and models and data are many; a gateway endpoint for S3 costs nothing.',
  fix: 'Create a gateway endpoint for S3, or associate the subnet’s route table with the one that is there.',
  docs: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-pricing.html',
  ],
  dependsOn: ['network/s3-is-reachable-from-every-subnet'],
  appliesTo: inVpc,
  needs: (target) => ({ ...networkNeeds(target), ...endpointGroupsNeeds(target) }),
  judge: (facts, target) => {
    const network = networkOf(facts, target);
    return judgeStandIns(target, network, tracesToS3(network, facts.endpointGroups.value));
  },
});
