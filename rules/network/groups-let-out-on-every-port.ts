import { defineRule } from '../../src/model/rule.ts';
import { groupsWords, judgeTraces } from '../../src/reason/network/judge-traces.ts';
import { traceToOwnSubnets } from '../../src/reason/network/members.ts';
import { networkNeeds, networkOf } from '../../src/reason/network/needs.ts';
import { fixesFor } from '../../src/reason/network/remedies.ts';
import { recommendsInVpc } from '../../src/reason/planned.ts';

export const groupsLetOutOnEveryPort = defineRule({
  id: 'network/groups-let-out-on-every-port',
  title: 'The security groups let every TCP port out to the job’s own subnets',
  severity: 'warning',
  basis: 'inference',
  why: 'AWS asks for egress to the subnets of the job and names no port; that a part of the ports is enough is nowhere said.',
  fix: 'Let one of the groups send all TCP ports to the CIDR blocks of the job’s subnets, or try the job with the ports that are open.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-vpc-access.html'],
  dependsOn: ['network/groups-let-out-to-own-subnets'],
  appliesTo: recommendsInVpc,
  needs: networkNeeds,
  judge: (facts, target) => {
    const network = networkOf(facts, target);
    return judgeTraces([traceToOwnSubnets(network, 'every-port')], {
      ...groupsWords(target, network),
      fixes: (trace) => fixesFor(network, trace),
      words: {
        passes: 'the groups let every TCP port out to every subnet of the job',
        stops: 'The groups let only some ports out to a subnet of the job',
        expected: 'egress of all TCP ports to the CIDR blocks of the job’s subnets',
      },
    });
  },
});
