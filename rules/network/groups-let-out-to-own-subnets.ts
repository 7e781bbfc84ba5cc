import { defineRule } from '../../src/model/rule.ts';
import { groupsWords, judgeTraces } from '../../src/reason/network/judge-traces.ts';
import { traceToOwnSubnets } from '../../src/reason/network/members.ts';
import { networkNeeds, networkOf } from '../../src/reason/network/needs.ts';
import { fixesFor } from '../../src/reason/network/remedies.ts';
import { recommendsInVpc } from '../../src/reason/planned.ts';

export const groupsLetOutToOwnSubnets = defineRule({
  id: 'network/groups-let-out-to-own-subnets',
  title: 'The security groups let traffic out to the job’s own subnets',
  severity: 'error',
  basis: 'documented',
  why: 'Inference Recommender sends its test traffic to the endpoints that it makes in these subnets, from interfaces with the same security groups.',
  fix: 'Let one of the groups send to the CIDR blocks of the job’s subnets.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-vpc-access.html'],
  dependsOn: ['network/security-groups-are-of-the-subnets-vpc'],
  appliesTo: recommendsInVpc,
  needs: networkNeeds,
  judge: (facts, target) => {
    const network = networkOf(facts, target);
    return judgeTraces([traceToOwnSubnets(network, 'some-ports')], {
      ...groupsWords(target, network),
      fixes: (trace) => fixesFor(network, trace),
      words: {
        passes: 'the groups let traffic out to every subnet of the job',
        stops: 'The groups let nothing out to a subnet of the job',
        expected: 'egress to the CIDR blocks of the job’s subnets',
      },
    });
  },
});
