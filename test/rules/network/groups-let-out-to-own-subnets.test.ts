import { describe, expect, test } from '@jest/globals';
import { groupsLetOutToOwnSubnets } from '../../../rules/network/groups-let-out-to-own-subnets.ts';
import type { GroupRule } from '../../../src/model/facts/ec2.ts';
import { everything, group, https, S3_LIST, toCidr, toGroup, toList } from '../../reason/network/networks.ts';
import { networkFacts, TWO_SUBNETS } from '../../support/network-facts.ts';
import { judged, testRule } from '../../support/rule.ts';
import { elastic, recommender } from '../../support/targets.ts';

const target = recommender({ vpcConfig: TWO_SUBNETS });
const sending = (...egress: readonly GroupRule[]) => networkFacts({ groups: [group({ egress })] });

testRule(groupsLetOutToOwnSubnets, {
  target,
  pass: {
    everywhere: networkFacts(),
    'the VPC': sending(everything(toCidr('10.0.0.0/16'))),
    'each subnet': sending(everything(toCidr('10.0.1.0/24')), everything(toCidr('10.0.2.0/24'))),
    'the group itself': sending(everything(toGroup('sg-jobs'))),
    'one port, since AWS names none': sending(https(toCidr('10.0.0.0/16'))),
  },
  fail: { 'S3 only': sending(https(toList(S3_LIST))), 'one subnet of two': sending(everything(toCidr('10.0.1.0/24'))), nothing: sending() },
  cannotTell: { 'a part of a subnet': sending(everything(toCidr('10.0.1.0/25')), everything(toCidr('10.0.2.0/24'))) },
  notApplicable: { 'an endpoint': { target: elastic() } },
});

describe('what it says', () => {
  test('which group, and the block that it must send to', () => {
    expect(judged(groupsLetOutToOwnSubnets, target, sending(everything(toCidr('10.0.1.0/24'))))).toMatchObject({
      evidence: [{ subject: expect.stringContaining('security-group/sg-jobs'), field: ['vpcConfig', 'securityGroupIds', 0] }],
      fixes: [{ kind: 'open-egress', groupId: 'sg-jobs', peer: { kind: 'cidr', cidr: '10.0.2.0/24' } }],
    });
  });
});
