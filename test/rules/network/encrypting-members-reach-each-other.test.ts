import { describe, expect, test } from '@jest/globals';
import { encryptingMembersReachEachOther } from '../../../rules/network/encrypting-members-reach-each-other.ts';
import type { GroupRule } from '../../../src/model/facts/ec2.ts';
import { everything, group, toGroup } from '../../reason/network/networks.ts';
import { networkFacts, TWO_SUBNETS } from '../../support/network-facts.ts';
import { judged, testRule } from '../../support/rule.ts';
import { jumpStartTraining } from '../../support/targets.ts';

const training = (enableInterContainerTrafficEncryption: boolean) =>
  jumpStartTraining({
    vpcConfig: TWO_SUBNETS,
    trainingJob: { enableInterContainerTrafficEncryption, resourceConfig: { instanceType: 'ml.g5.12xlarge', instanceCount: 2 } },
  });
const receiving = (...ingress: readonly GroupRule[]) => networkFacts({ groups: [group({ ingress })] });
const keys: GroupRule = { protocol: 'udp', ports: { from: 500, to: 500 }, peer: toGroup('sg-jobs') };
const packets: GroupRule = { protocol: '50', peer: toGroup('sg-jobs') };

testRule(encryptingMembersReachEachOther, {
  target: training(true),
  pass: { 'both protocols': receiving(keys, packets), everything: receiving(everything(toGroup('sg-jobs'))) },
  fail: { 'tcp only': receiving({ protocol: 'tcp', peer: toGroup('sg-jobs') }), 'no ESP': receiving(keys), 'no key exchange': receiving(packets) },
  notApplicable: { 'nothing is encrypted': { target: training(false) } },
});

describe('what it says', () => {
  test('both rules that are missing, each once', () => {
    expect(judged(encryptingMembersReachEachOther, training(true), receiving())).toMatchObject({
      fixes: [
        { kind: 'open-ingress', protocol: 'udp', ports: { from: 500, to: 500 } },
        { kind: 'open-ingress', protocol: '50' },
      ],
    });
  });
});
