import { groupsLetOutOnEveryPort } from '../../../rules/network/groups-let-out-on-every-port.ts';
import type { GroupRule } from '../../../src/model/facts/ec2.ts';
import { everything, group, https, toCidr, toGroup } from '../../reason/network/networks.ts';
import { networkFacts, TWO_SUBNETS } from '../../support/network-facts.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, recommender } from '../../support/targets.ts';

const sending = (...egress: readonly GroupRule[]) => networkFacts({ groups: [group({ egress })] });

testRule(groupsLetOutOnEveryPort, {
  target: recommender({ vpcConfig: TWO_SUBNETS }),
  pass: {
    everywhere: networkFacts(),
    'the group itself': sending(everything(toGroup('sg-jobs'))),
    'tcp alone': sending({ protocol: 'tcp', ports: { from: 0, to: 65_535 }, peer: toCidr('10.0.0.0/16') }),
  },
  fail: { 'one port': sending(https(toCidr('10.0.0.0/16'))) },
  cannotTell: { 'a part of a subnet': sending(everything(toCidr('10.0.1.0/25')), everything(toCidr('10.0.2.0/24'))) },
  notApplicable: { 'an endpoint': { target: elastic() } },
});
