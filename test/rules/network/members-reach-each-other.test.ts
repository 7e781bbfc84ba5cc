import { describe, expect, test } from '@jest/globals';
import { membersReachEachOther } from '../../../rules/network/members-reach-each-other.ts';
import { everything, group, https, toCidr, toGroup } from '../../reason/network/networks.ts';
import { networkFacts, TWO_SUBNETS } from '../../support/network-facts.ts';
import { judged, testRule } from '../../support/rule.ts';
import { elastic, jumpStartTraining } from '../../support/targets.ts';

const training = (instanceCount: number) =>
  jumpStartTraining({ vpcConfig: TWO_SUBNETS, trainingJob: { resourceConfig: { instanceType: 'ml.g5.12xlarge', instanceCount } } });
const receiving = (...ingress: readonly ReturnType<typeof everything>[]) => networkFacts({ groups: [group({ ingress })] });

testRule(membersReachEachOther, {
  target: training(2),
  pass: {
    'from the group itself': receiving(everything(toGroup('sg-jobs'))),
    'from the whole VPC': receiving(everything(toCidr('10.0.0.0/16'))),
    'one group of two': networkFacts({ groups: [group(), group({ id: 'sg-more', ingress: [everything(toGroup('sg-jobs'))] })] }),
  },
  fail: {
    'nothing in': receiving(),
    'one port': receiving(https(toGroup('sg-jobs'))),
    'one subnet of two': receiving(everything(toCidr('10.0.1.0/24'))),
    'nothing out': networkFacts({ groups: [group({ egress: [], ingress: [everything(toGroup('sg-jobs'))] })] }),
  },
  notApplicable: { 'a single instance': { target: training(1) }, 'an endpoint': { target: elastic() } },
});

describe('what it says', () => {
  test('a rule that names the group itself', () => {
    expect(judged(membersReachEachOther, training(2), receiving())).toMatchObject({
      fixes: [{ kind: 'open-ingress', groupId: 'sg-jobs', protocol: 'tcp', ports: { from: 0, to: 65_535 }, peer: { kind: 'group', groupId: 'sg-jobs' } }],
    });
  });
});
