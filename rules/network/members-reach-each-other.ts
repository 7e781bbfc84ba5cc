import { defineRule } from '../../src/model/rule.ts';
import { judgeMembers } from '../../src/reason/network/judge-members.ts';
import { DISTRIBUTED } from '../../src/reason/network/members.ts';
import { networkNeeds, networkOf } from '../../src/reason/network/needs.ts';
import { trainsTogetherInVpc } from '../../src/reason/planned.ts';

export const membersReachEachOther = defineRule({
  id: 'network/members-reach-each-other',
  title: 'The instances of a distributed training job reach each other',
  severity: 'error',
  basis: 'documented',
  why: 'The containers of one job talk to each other from interfaces with the same security groups, and a group lets nothing in by itself, not even from its own members.',
  fix: 'Let one of the groups receive from itself.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html', 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  dependsOn: ['network/security-groups-are-of-the-subnets-vpc'],
  appliesTo: trainsTogetherInVpc,
  needs: networkNeeds,
  judge: (facts, target) => judgeMembers(target, networkOf(facts, target), [DISTRIBUTED]),
});
