import { describe, expect, test } from '@jest/globals';
import type { GroupRule, SecurityGroup } from '../../../src/model/facts/ec2.ts';
import { DISTRIBUTED, ELASTIC_FABRIC, ENCRYPTED, traceBetweenMembers, traceToOwnSubnets } from '../../../src/reason/network/members.ts';
import { entry, everything, filtering, group, https, network, OPEN_ACL, outcomeOf, S3_LIST, toCidr, toGroup, toList } from './networks.ts';

const SELF = everything(toGroup('sg-jobs'));
const ALL_OUT = everything();
const between = (traffic: typeof DISTRIBUTED, ...groups: readonly SecurityGroup[]) => traceBetweenMembers(network({ groups }), traffic);
const jobs = (egress: readonly GroupRule[], ingress: readonly GroupRule[]): SecurityGroup => group({ egress, ingress });
const [KEY_EXCHANGE, ESP] = ENCRYPTED;
if (KEY_EXCHANGE === undefined || ESP === undefined) throw new Error('no encrypted traffic');

describe('members reach each other', () => {
  test.each<readonly [string, typeof DISTRIBUTED, readonly SecurityGroup[]]>([
    ['a group that names itself', DISTRIBUTED, [jobs([ALL_OUT], [SELF])]],
    ['by tcp alone', DISTRIBUTED, [jobs([ALL_OUT], [{ protocol: 'tcp', peer: toGroup('sg-jobs') }])]],
    [
      'by the subnets’ blocks',
      DISTRIBUTED,
      [jobs([everything(toCidr('10.0.1.0/24')), everything(toCidr('10.0.2.0/24'))], [everything(toCidr('10.0.0.0/16'))])],
    ],
    ['two groups that name each other', DISTRIBUTED, [jobs([ALL_OUT], [everything(toGroup('sg-2'))]), group({ id: 'sg-2' })]],
    ['an elastic fabric', ELASTIC_FABRIC, [jobs([SELF], [SELF])]],
    ['key exchange by UDP 500', KEY_EXCHANGE, [jobs([ALL_OUT], [{ protocol: 'udp', ports: { from: 500, to: 500 }, peer: toGroup('sg-jobs') }])]],
    ['ESP by its number', ESP, [jobs([ALL_OUT], [{ protocol: '50', peer: toGroup('sg-jobs') }])]],
  ])('%s', (_, traffic, groups) => {
    expect(outcomeOf(between(traffic, ...groups))).toMatchObject({ verdict: 'passes', at: 'security-group-ingress' });
  });
});

describe('members do not reach each other', () => {
  test.each<readonly [string, typeof DISTRIBUTED, SecurityGroup, string]>([
    ['nothing is let in', DISTRIBUTED, jobs([ALL_OUT], []), 'security-group-ingress'],
    ['HTTPS alone is let in', DISTRIBUTED, jobs([ALL_OUT], [https(toGroup('sg-jobs'))]), 'security-group-ingress'],
    ['nothing is let out', DISTRIBUTED, jobs([], [SELF]), 'security-group-egress'],
    ['one subnet’s block is left out', DISTRIBUTED, jobs([ALL_OUT], [everything(toCidr('10.0.1.0/24'))]), 'security-group-ingress'],
    ['another group is named', DISTRIBUTED, jobs([ALL_OUT], [everything(toGroup('sg-other'))]), 'security-group-ingress'],
    ['an elastic fabric by addresses', ELASTIC_FABRIC, jobs([ALL_OUT], [SELF]), 'security-group-egress'],
    ['an elastic fabric by tcp', ELASTIC_FABRIC, jobs([SELF], [{ protocol: 'tcp', peer: toGroup('sg-jobs') }]), 'security-group-ingress'],
    [
      'ESP behind rules for TCP and UDP',
      ESP,
      jobs(
        [ALL_OUT],
        [
          { protocol: 'tcp', peer: toGroup('sg-jobs') },
          { protocol: 'udp', peer: toGroup('sg-jobs') },
        ],
      ),
      'security-group-ingress',
    ],
    [
      'UDP 4500 is not 500',
      KEY_EXCHANGE,
      jobs([ALL_OUT], [{ protocol: 'udp', ports: { from: 4500, to: 4500 }, peer: toGroup('sg-jobs') }]),
      'security-group-ingress',
    ],
  ])('%s', (_, traffic, groups, at) => {
    expect(outcomeOf(between(traffic, groups))).toMatchObject({ verdict: 'stops', at });
  });
});

describe('network ACLs between the members’ subnets', () => {
  const self = jobs([ALL_OUT], [SELF]);

  test('are noted, and do not decide', () => {
    const apart = traceBetweenMembers(
      network({ groups: [self], ...filtering(entry(90, 'in', { action: 'deny', cidr: '10.0.1.0/24' }), ...OPEN_ACL) }),
      DISTRIBUTED,
    );
    expect(apart.verdict).toBe('passes');
    expect(apart.notes).toEqual([expect.stringMatching(/acl-b keeps members in different subnets apart: rule 90 denies all traffic from 10\.0\.1\.0\/24/)]);
  });
  test('open: nothing to note', () => {
    expect(between(DISTRIBUTED, self).notes).toEqual([]);
  });
});

describe('egress to the job’s own subnets', () => {
  const own = (...egress: readonly GroupRule[]) => traceToOwnSubnets(network({ groups: [group({ egress })] }), 'some-ports');

  test.each<readonly [string, readonly GroupRule[]]>([
    ['to anywhere', [ALL_OUT]],
    ['to each block', [everything(toCidr('10.0.1.0/24')), everything(toCidr('10.0.2.0/24'))]],
    ['to the group itself', [SELF]],
  ])('open: %s', (_, egress) => {
    expect(own(...egress)).toMatchObject({ verdict: 'passes', hops: [{ to: '10.0.1.0/24' }, { to: '10.0.2.0/24' }] });
  });
  test.each<readonly [string, readonly GroupRule[], string]>([
    ['to S3 alone', [https(toList(S3_LIST))], '10.0.1.0/24'],
    ['to one block of two', [everything(toCidr('10.0.1.0/24'))], '10.0.2.0/24'],
  ])('shut: %s', (_, egress, block) => {
    expect(own(...egress)).toMatchObject({ verdict: 'stops' });
    expect(own(...egress).hops.at(-1)).toMatchObject({ to: block, decidedBy: expect.stringContaining(`no rule of sg-jobs allows tcp to ${block}`) });
  });
  test('some ports are some, and not all; a part of the addresses is neither', () => {
    const every = (...egress: readonly GroupRule[]) => traceToOwnSubnets(network({ groups: [group({ egress })] }), 'every-port').verdict;
    const [port, half] = [https(toCidr('10.0.0.0/16')), everything(toCidr('10.0.1.0/25'))];
    expect([own(port).verdict, every(port)]).toEqual(['passes', 'stops']);
    expect(own(port).hops[0]?.decidedBy).toContain('AWS names no ports');
    expect([own(half, everything(toCidr('10.0.2.0/24'))).verdict, every(half, everything(toCidr('10.0.2.0/24')))]).toEqual(['unknown', 'unknown']);
  });
});
