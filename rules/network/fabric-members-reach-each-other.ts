import type { Applicability } from '../../src/model/rule.ts';
import { defineRule } from '../../src/model/rule.ts';
import { trainsOnFabric } from '../../src/reason/network/addresses-needed.ts';
import { judgeMembers } from '../../src/reason/network/judge-members.ts';
import { ELASTIC_FABRIC } from '../../src/reason/network/members.ts';
import { networkNeeds, networkOf } from '../../src/reason/network/needs.ts';
import { TRAINING_COUNTS, TRAINING_TYPES } from '../../src/reason/open-fields.ts';
import type { TrainingInVpc } from '../../src/reason/planned.ts';
import { trainsTogetherInVpc } from '../../src/reason/planned.ts';

const onFabric: Applicability<TrainingInVpc> = {
  accepts: (target): target is TrainingInVpc => trainsTogetherInVpc.accepts(target) && trainsOnFabric(target),
  otherwise: 'the plan trains on no more than one instance with an Elastic Fabric Adapter in a VPC',
  fields: ['vpcConfig', ...TRAINING_TYPES, ...TRAINING_COUNTS],
};

export const fabricMembersReachEachOther = defineRule({
  id: 'network/fabric-members-reach-each-other',
  title: 'Instances with an Elastic Fabric Adapter reach each other with all traffic',
  severity: 'error',
  basis: 'documented',
  why: 'The adapter’s traffic has no address that a rule could name: a group must let everything in from itself and out to itself.',
  fix: 'Let one of the groups receive all traffic from itself and send all traffic to itself.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html', 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-start.html'],
  dependsOn: ['network/members-reach-each-other'],
  appliesTo: onFabric,
  needs: networkNeeds,
  judge: (facts, target) => judgeMembers(target, networkOf(facts, target), [ELASTIC_FABRIC]),
});
