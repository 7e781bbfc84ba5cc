import type { Applicability } from '../../src/model/rule.ts';
import { defineRule } from '../../src/model/rule.ts';
import { judgeMembers } from '../../src/reason/network/judge-members.ts';
import { ENCRYPTED } from '../../src/reason/network/members.ts';
import { networkNeeds, networkOf } from '../../src/reason/network/needs.ts';
import { TRAINING_COUNTS } from '../../src/reason/open-fields.ts';
import type { TrainingInVpc } from '../../src/reason/planned.ts';
import { trainsTogetherInVpc } from '../../src/reason/planned.ts';

const encrypting: Applicability<TrainingInVpc> = {
  accepts: (target): target is TrainingInVpc => trainsTogetherInVpc.accepts(target) && target.trainingJob.enableInterContainerTrafficEncryption === true,
  otherwise: 'the plan encrypts no traffic between training instances in a VPC',
  fields: ['vpcConfig', 'trainingJob.enableInterContainerTrafficEncryption', ...TRAINING_COUNTS],
};

export const encryptingMembersReachEachOther = defineRule({
  id: 'network/encrypting-members-reach-each-other',
  title: 'Instances that encrypt their traffic reach each other with UDP 500 and ESP',
  severity: 'error',
  basis: 'documented',
  why: 'Encryption between containers exchanges its keys over UDP 500 and sends the packets as ESP (protocol 50); a group that only opens TCP lets neither through.',
  fix: 'Let one of the groups receive UDP 500 and protocol 50 from itself, and send both to itself.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html'],
  dependsOn: ['network/security-groups-are-of-the-subnets-vpc'],
  appliesTo: encrypting,
  needs: networkNeeds,
  judge: (facts, target) => judgeMembers(target, networkOf(facts, target), ENCRYPTED),
});
