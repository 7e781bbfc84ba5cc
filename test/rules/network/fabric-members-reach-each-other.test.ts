import { fabricMembersReachEachOther } from '../../../rules/network/fabric-members-reach-each-other.ts';
import { everything, group, toCidr, toGroup } from '../../reason/network/networks.ts';
import { networkFacts, TWO_SUBNETS } from '../../support/network-facts.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStartTraining } from '../../support/targets.ts';

const training = (instanceType: string, instanceCount = 2) =>
  jumpStartTraining({ vpcConfig: TWO_SUBNETS, trainingJob: { resourceConfig: { instanceType, instanceCount } } });
const itself = everything(toGroup('sg-jobs'));

testRule(fabricMembersReachEachOther, {
  target: training('ml.p4d.24xlarge'),
  pass: { 'all traffic in and out': networkFacts({ groups: [group({ egress: [itself], ingress: [itself] })] }) },
  fail: {
    'by address, which such traffic has none of': networkFacts({ groups: [group({ ingress: [everything(toCidr('10.0.0.0/16'))] })] }),
    'out to everywhere, which names no group': networkFacts({ groups: [group({ ingress: [itself] })] }),
    'tcp only': networkFacts({ groups: [group({ egress: [itself], ingress: [{ protocol: 'tcp', peer: toGroup('sg-jobs') }] })] }),
  },
  notApplicable: { 'no such adapter': { target: training('ml.g5.12xlarge') }, 'a single instance': { target: training('ml.p4d.24xlarge', 1) } },
});
