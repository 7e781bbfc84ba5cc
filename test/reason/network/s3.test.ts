import { describe, expect, test } from '@jest/globals';
import { present, unknown } from '../../../src/model/reading.ts';
import type { Network } from '../../../src/reason/network/network.ts';
import { tracesToS3 } from '../../../src/reason/network/s3.ts';
import { natGatewayOf } from '../../../src/reason/network/s3-notes.ts';
import {
  acl,
  endpoint,
  entry,
  everything,
  filtering,
  group,
  https,
  interfaceEndpoint,
  LOCAL,
  mainTable,
  nat,
  network,
  OPEN_ACL,
  OTHER_ACCOUNT,
  outcomeOf,
  route,
  routing,
  S3_CIDRS,
  S3_ENDPOINT,
  S3_LIST,
  subnet,
  TO_ENDPOINT,
  TO_NAT,
  table,
  toCidr,
  toGroup,
  toList,
} from './networks.ts';

const fromB = (changes: Partial<Network>) => {
  const trace = tracesToS3(network(changes))[1]?.trace;
  if (trace === undefined) throw new Error('no trace');
  return trace;
};

const SHARED: Partial<Network> = {
  vpc: { ...network().vpc, owner: OTHER_ACCOUNT },
  routeTables: [],
  natGateways: [],
  internetGateways: [],
};

const unreadList = unknown('access-denied', 'ec2:GetManagedPrefixListEntries was refused', { actions: ['ec2:GetManagedPrefixListEntries'] });
const S3_PRIVATE = { service: 'com.amazonaws.us-east-1.s3' };

const PASSES: Readonly<Record<string, Partial<Network>>> = {
  'through the gateway endpoint': {},
  'the endpoint lists the table, and its route is not yet there': { ...routing(), endpoints: [endpoint()] },
  'the main table serves a subnet without one': {
    routeTables: [table('rtb-a', ['subnet-a'], TO_ENDPOINT), mainTable(TO_ENDPOINT)],
    endpoints: [endpoint({ routeTableIds: ['rtb-a', 'rtb-main'] })],
  },
  'through NAT alone': { ...routing(TO_NAT), endpoints: [] },
  'through NAT by two halves of the address space': routing(route('0.0.0.0/1', 'nat-1'), route('128.0.0.0/1', 'nat-1')),
  'a part by the endpoint, a part by NAT': routing(TO_ENDPOINT, route('52.216.0.0/16', 'nat-1')),
  'an elsewhere broken default route': routing(TO_ENDPOINT, route('0.0.0.0/0', 'nat-gone', 'blackhole')),
  'another service’s gateway endpoint beside it': {
    ...routing(TO_ENDPOINT, route('pl-dynamo', 'vpce-dynamo')),
    endpoints: [endpoint(), endpoint({ id: 'vpce-dynamo', service: 'com.amazonaws.us-east-1.dynamodb' })],
  },
  'egress to the prefix list only': { groups: [group({ egress: [https(toList(S3_LIST))] })] },
  'egress to each of its blocks': { groups: [group({ egress: S3_CIDRS.map((cidr) => https(toCidr(cidr))) })] },
  'egress to halves of a block': {
    groups: [group({ egress: [...['3.5.0.0/19', '16.15.176.0/20', '52.216.0.0/16', '52.217.0.0/16'].map((cidr) => https(toCidr(cidr)))] })],
  },
  'egress by a customer’s prefix list': { groups: [group({ egress: [https(toList('pl-own', S3_CIDRS))] })] },
  'egress by protocol number and a range of ports': {
    groups: [group({ egress: [{ protocol: '6', ports: { from: 0, to: 1024 }, peer: toCidr('0.0.0.0/0') }] })],
  },
  'the second group opens': { groups: [group({ egress: [] }), group({ id: 'sg-2', egress: [https(toList(S3_LIST))] })] },
  'an unread prefix list beside a rule that opens': {
    groups: [group({ egress: [https({ kind: 'prefix-list', prefixListId: 'pl-own', entries: unreadList }), everything()] })],
  },
  'a network ACL with just enough': filtering(
    entry(10, 'out', { protocol: '6', ports: { from: 443, to: 443 } }),
    entry(10, 'in', { protocol: '6', ports: { from: 1024, to: 65_535 } }),
  ),
  'a network ACL with the ports of Linux': filtering(entry(10, 'out'), entry(10, 'in', { protocol: '6', ports: { from: 32_768, to: 61_000 } })),
  'a network ACL in two pieces': filtering(
    entry(10, 'out', { cidr: '0.0.0.0/1' }),
    entry(20, 'out', { cidr: '128.0.0.0/1' }),
    entry(10, 'in', { protocol: 'tcp', ports: { from: 1024, to: 40_000 } }),
    entry(20, 'in', { protocol: 'tcp', ports: { from: 40_001, to: 65_535 } }),
  ),
  'a denial behind the allowance': filtering(...OPEN_ACL, entry(200, 'out', { action: 'deny' })),
  'a denial of something else': filtering(
    entry(10, 'out', { action: 'deny', protocol: '17' }),
    entry(20, 'out', { action: 'deny', cidr: '192.0.2.0/24' }),
    ...OPEN_ACL,
  ),
  'a regional NAT gateway': { ...routing(TO_NAT), natGateways: [{ id: 'nat-1', state: 'available', connectivity: 'public' }] },
  'an S3 interface endpoint with private names': {
    ...routing(),
    endpoints: [interfaceEndpoint({ ...S3_PRIVATE, groupIds: ['sg-jobs'], subnetIds: ['subnet-b'] })],
    groups: [group({ ingress: [https(toGroup('sg-jobs'))] })],
  },
  'IPv6 entries of the list, beside IPv4': { s3: { id: S3_LIST, name: 's3', cidrs: [...S3_CIDRS, '2600:1fa0::/32'] } },
};

describe('subnet-b reaches S3', () => {
  test.each(Object.entries(PASSES))('%s', (_, changes) => {
    const trace = fromB(changes);
    expect([trace.verdict, ...trace.hops.map(({ verdict }) => verdict)].filter((verdict) => verdict !== 'passes')).toEqual([]);
    expect(trace.hops.length).toBeGreaterThanOrEqual(2);
  });
});

type Stop = readonly [changes: Partial<Network>, at: string, from: string, because: RegExp];

const STOPS: Readonly<Record<string, Stop>> = {
  'no route at all': [routing(), 'route', 'rtb-b', /no route to Amazon S3 \(pl-63a5400a\)/],
  'the main table, which lacks the endpoint': [
    { routeTables: [table('rtb-a', ['subnet-a'], TO_ENDPOINT), mainTable()], endpoints: [endpoint({ routeTableIds: ['rtb-a'] })] },
    'route',
    'rtb-main',
    /no route/,
  ],
  'routes for a part of S3 only': [routing(route('52.216.0.0/15', 'nat-1')), 'route', 'rtb-b', /no route to 3\.5\.0\.0\/19, 16\.15\.176\.0\/20 of Amazon S3/],
  'a public subnet': [routing(route('0.0.0.0/0', 'igw-1')), 'route', 'rtb-b', /no public address/],
  'a more specific route to the internet gateway': [routing(TO_NAT, route('52.216.0.0/16', 'igw-1')), 'route', 'rtb-b', /52\.216\.0\.0\/16 → igw-1/],
  'a blackhole': [routing(route('0.0.0.0/0', 'nat-gone', 'blackhole')), 'route', 'rtb-b', /blackhole/],
  'a blackholed endpoint despite NAT': [routing(route(S3_LIST, S3_ENDPOINT, 'blackhole'), TO_NAT), 'route', 'rtb-b', /pl-63a5400a → vpce-s3 is a blackhole/],
  peering: [routing(route('0.0.0.0/0', 'pcx-1')), 'route', 'rtb-b', /peering/],
  'an egress-only gateway': [routing(route('0.0.0.0/0', 'eigw-1')), 'route', 'rtb-b', /IPv6/],
  'an address space that swallows S3': [routing(route('52.0.0.0/8', 'local'), TO_NAT), 'route', 'rtb-b', /inside the VPC/],
  'an endpoint that the VPC does not have': [routing(route('0.0.0.0/0', 'vpce-gone')), 'route', 'rtb-b', /no such endpoint/],
  'a pending endpoint': [{ endpoints: [endpoint({ state: 'pending' })] }, 'endpoint', S3_ENDPOINT, /pending/],
  'a NAT gateway that is gone': [routing(route('0.0.0.0/0', 'nat-gone')), 'gateway', 'nat-gone', /no such NAT gateway/],
  'a failed NAT gateway': [{ ...routing(TO_NAT), natGateways: [nat({ state: 'failed' })] }, 'gateway', 'nat-1', /failed/],
  'a private NAT gateway': [{ ...routing(TO_NAT), natGateways: [nat({ connectivity: 'private' })] }, 'route', 'rtb-public', /private NAT gateway/],
  'a NAT gateway without a way out': [
    { ...routing(TO_NAT), routeTables: [table('rtb-b', ['subnet-b'], TO_NAT), mainTable()] },
    'route',
    'rtb-main',
    /no route to an internet gateway/,
  ],
  'a NAT gateway that routes to itself': [
    { ...routing(TO_NAT), routeTables: [table('rtb-b', ['subnet-b', 'subnet-nat'], TO_NAT), mainTable()] },
    'route',
    'rtb-b',
    /needs a route to an internet gateway/,
  ],
  'a detached internet gateway behind NAT': [
    { ...routing(TO_NAT), internetGateways: [{ id: 'igw-1', attached: false }] },
    'route',
    'rtb-public',
    /not attached/,
  ],
  'a regional NAT gateway without internet gateway': [
    { ...routing(TO_NAT), natGateways: [{ id: 'nat-1', state: 'available', connectivity: 'public' }], internetGateways: [] },
    'gateway',
    'nat-1',
    /no internet gateway/,
  ],
  'the network ACL of NAT’s subnet': [
    { ...routing(TO_NAT), networkAcls: [acl('acl-1', ['subnet-a', 'subnet-b'], ...OPEN_ACL), acl('acl-nat', ['subnet-nat'], entry(1, 'out'))] },
    'network-acl-in',
    'acl-nat',
    /no rule allows tcp 443 from subnet-b/,
  ],
  'NAT’s subnet keeps some answers': [
    {
      ...routing(TO_NAT),
      networkAcls: [
        acl('acl-1', ['subnet-a', 'subnet-b'], ...OPEN_ACL),
        acl(
          'acl-nat',
          ['subnet-nat'],
          entry(1, 'out'),
          entry(1, 'in', { protocol: '6', ports: { from: 443, to: 443 } }),
          entry(2, 'in', { protocol: '6', ports: { from: 32_768, to: 65_535 } }),
        ),
      ],
    },
    'network-acl-return',
    'acl-nat',
    /no rule allows tcp 1024–65535 from Amazon S3/,
  ],
  'no egress': [{ groups: [group({ egress: [] })] }, 'security-group-egress', 'sg-jobs', /no rule of sg-jobs allows tcp 443 to Amazon S3/],
  'no group': [{ groups: [] }, 'security-group-egress', 'vpc-1', /any security group/],
  'egress to another port': [
    { groups: [group({ egress: [{ protocol: 'tcp', ports: { from: 80, to: 80 }, peer: toCidr('0.0.0.0/0') }] })] },
    'security-group-egress',
    'sg-jobs',
    /no rule/,
  ],
  'egress by UDP': [{ groups: [group({ egress: [{ protocol: 'udp', peer: toCidr('0.0.0.0/0') }] })] }, 'security-group-egress', 'sg-jobs', /no rule/],
  'egress to another prefix list': [
    { groups: [group({ egress: [https(toList('pl-dynamo', ['3.218.182.0/24']))] })] },
    'security-group-egress',
    'sg-jobs',
    /no rule/,
  ],
  'egress to the VPC': [{ groups: [group({ egress: [everything(toCidr('10.0.0.0/16'))] })] }, 'security-group-egress', 'sg-jobs', /no rule/],
  'egress to a group': [{ groups: [group({ egress: [everything(toGroup('sg-jobs'))] })] }, 'security-group-egress', 'sg-jobs', /no rule/],
  'egress by IPv6 only': [{ groups: [group({ egress: [everything(toCidr('::/0'))] })] }, 'security-group-egress', 'sg-jobs', /no rule/],
  'egress to some of the blocks': [
    { groups: [group({ egress: [https(toCidr('52.216.0.0/15')), https(toCidr('3.5.0.0/20'))] })] },
    'security-group-egress',
    'sg-jobs',
    /3\.5\.0\.0\/19, 16\.15\.176\.0\/20 of Amazon S3/,
  ],
  'no rule out': [filtering(entry(100, 'in')), 'network-acl-out', 'acl-b', /no rule allows tcp 443 to Amazon S3/],
  'a denial before the allowance': [
    filtering(entry(90, 'out', { action: 'deny', protocol: '6', ports: { from: 443, to: 443 } }), ...OPEN_ACL),
    'network-acl-out',
    'acl-b',
    /rule 90 denies tcp 443 to 0\.0\.0\.0\/0: that stops tcp 443/,
  ],
  'a denial of a part': [
    filtering(entry(90, 'out', { action: 'deny', cidr: '52.217.0.0/16' }), ...OPEN_ACL),
    'network-acl-out',
    'acl-b',
    /rule 90 denies all traffic to 52\.217\.0\.0\/16: that stops tcp 443 to 52\.216\.0\.0\/15 of Amazon S3/,
  ],
  'no answers': [
    filtering(entry(100, 'out'), entry(100, 'in', { protocol: '6', ports: { from: 443, to: 443 } })),
    'network-acl-return',
    'acl-b',
    /no rule allows tcp 1024–65535 from Amazon S3/,
  ],
  'answers to some ports of Linux': [
    filtering(entry(100, 'out'), entry(100, 'in', { protocol: '6', ports: { from: 1024, to: 50_000 } })),
    'network-acl-return',
    'acl-b',
    /no rule allows/,
  ],
  'a rule for IPv6 only': [filtering(entry(100, 'out', { cidr: '::/0' }), entry(100, 'in')), 'network-acl-out', 'acl-b', /no rule/],
  'an S3 interface endpoint whose group is shut': [
    { endpoints: [endpoint(), interfaceEndpoint({ ...S3_PRIVATE, groupIds: ['sg-jobs'], subnetIds: ['subnet-a'] })] },
    'security-group-ingress',
    'sg-jobs',
    /no rule of sg-jobs allows tcp 443 from subnet-b/,
  ],
};

describe('subnet-b does not reach S3', () => {
  test.each(Object.entries(STOPS))('%s', (_, [changes, at, from, because]) => {
    expect(outcomeOf(fromB(changes))).toEqual({ verdict: 'stops', at, from, because: expect.stringMatching(because) });
  });
});

const UNKNOWN: Readonly<Record<string, Stop>> = {
  'a transit gateway': [routing(route('0.0.0.0/0', 'tgw-1')), 'route', 'rtb-b', /cannot be read here/],
  'an appliance': [routing(route('0.0.0.0/0', 'eni-1')), 'route', 'rtb-b', /cannot be read here/],
  'a virtual private gateway': [routing(route('0.0.0.0/0', 'vgw-1')), 'route', 'rtb-b', /cannot be read here/],
  'a firewall endpoint': [
    { ...routing(route('0.0.0.0/0', 'vpce-fw')), endpoints: [endpoint({ id: 'vpce-fw', type: 'GatewayLoadBalancer', service: 'com.amazonaws.vpce.x' })] },
    'route',
    'rtb-b',
    /cannot be read here/,
  ],
  'a target that EC2 does not name': [routing(route('0.0.0.0/0', 'other')), 'route', 'rtb-b', /cannot be read here/],
  'a shared VPC whose tables are hidden': [SHARED, 'route', 'subnet-b', /ask its owner, account 999999999999/],
  'a shared VPC whose NAT gateways are hidden': [
    { ...routing(TO_NAT), vpc: SHARED.vpc ?? network().vpc, natGateways: [] },
    'gateway',
    'nat-1',
    /ask its owner, account 999999999999/,
  ],
  'a shared VPC whose endpoints are hidden': [{ ...routing(TO_ENDPOINT), vpc: SHARED.vpc ?? network().vpc, endpoints: [] }, 'route', 'rtb-b', /ask its owner/],
  'a subnet of another VPC': [
    { subnets: [subnet('a', '10.0.1.0/24'), { ...subnet('b', '10.0.2.0/24'), vpcId: 'vpc-2' }] },
    'route',
    'subnet-b',
    /the route table of subnet-b is not among what was read/,
  ],
  'no network ACL': [{ networkAcls: [acl('acl-1', ['subnet-a'], ...OPEN_ACL)] }, 'network-acl-return', 'subnet-b', /the network ACL of subnet-b/],
  'an unread prefix list, and nothing else': [
    { groups: [group({ egress: [https({ kind: 'prefix-list', prefixListId: 'pl-own', entries: unreadList })] })] },
    'security-group-egress',
    'sg-jobs',
    /unless sg-jobs allows tcp 443 to pl-own, whose entries could not be read/,
  ],
  'a route by a list whose entries are not known': [
    routing(TO_ENDPOINT, route('pl-own', 'tgw-1')),
    'route',
    'rtb-b',
    /entries of the prefix list are not known/,
  ],
  'no prefix list of S3': [{ s3: undefined }, 'name-resolution', 'vpc-1', /no prefix list/],
  'a network ACL entry that is no CIDR': [filtering(entry(10, 'out', { cidr: 'anything' }), ...OPEN_ACL), 'network-acl-out', 'acl-b', /no CIDR block/],
};

describe('cannot be told from subnet-b', () => {
  test.each(Object.entries(UNKNOWN))('%s', (_, [changes, at, from, because]) => {
    expect(outcomeOf(fromB(changes))).toEqual({ verdict: 'unknown', at, from, because: expect.stringMatching(because) });
  });
  test('an unread prefix list for another port changes nothing', () => {
    const rule = { ...https({ kind: 'prefix-list', prefixListId: 'pl-own', entries: unreadList } as const), ports: { from: 80, to: 80 } };
    expect(fromB({ groups: [group({ egress: [rule] })] }).verdict).toBe('stops');
  });
  test('what stops further on counts, whatever is unknown before', () => {
    expect(fromB({ ...routing(route('0.0.0.0/0', 'tgw-1')), ...filtering(entry(1, 'out')) })).toMatchObject({
      verdict: 'stops',
      hops: expect.arrayContaining([expect.objectContaining({ verdict: 'unknown' })]),
    });
  });
  test('a route by a list whose entries are known is judged like any other', () => {
    const listed = (...entries: readonly string[]) => ({
      destination: { prefixListId: 'pl-own', entries: present(entries) },
      target: 'tgw-1',
      state: 'active',
    });
    expect(fromB(routing(TO_ENDPOINT, listed('10.9.0.0/16'))).verdict).toBe('passes');
    expect(fromB(routing(TO_ENDPOINT, listed('52.216.4.0/24'))).verdict).toBe('unknown');
  });
});

describe('what a trace tells', () => {
  test('each hop in order, with what decided', () => {
    expect(fromB({}).hops).toEqual([
      { stage: 'security-group-egress', from: 'sg-jobs', to: S3_LIST, decidedBy: 'sg-jobs allows all traffic to 0.0.0.0/0', verdict: 'passes' },
      { stage: 'network-acl-out', from: 'acl-1', to: S3_LIST, decidedBy: 'rule 100 allows all traffic to 0.0.0.0/0', verdict: 'passes' },
      { stage: 'route', from: 'rtb-b', to: S3_ENDPOINT, decidedBy: 'pl-63a5400a → vpce-s3', verdict: 'passes' },
      { stage: 'endpoint', from: S3_ENDPOINT, to: S3_LIST, decidedBy: 'a gateway endpoint for com.amazonaws.us-east-1.s3, available', verdict: 'passes' },
      { stage: 'network-acl-return', from: 'acl-1', to: S3_LIST, decidedBy: 'rule 100 allows all traffic from 0.0.0.0/0', verdict: 'passes' },
    ]);
  });
  test('one trace for every planned subnet, each with its own verdict', () => {
    const traces = tracesToS3(
      network({ ...routing(), subnets: [subnet('a', '10.0.1.0/24'), subnet('b', '10.0.2.0/24'), subnet('c', '10.0.3.0/24')], ...filtering(...OPEN_ACL) }),
    );
    expect(traces.map(({ subnet: { id }, trace }) => [id, trace.verdict])).toEqual([
      ['subnet-a', 'passes'],
      ['subnet-b', 'stops'],
      ['subnet-c', 'stops'],
    ]);
  });
  test('a NAT gateway that stands in is named and noted, with the endpoint that does not serve the table', () => {
    const trace = fromB(routing(TO_NAT));
    expect(natGatewayOf(trace)).toBe('nat-1');
    expect(trace.notes).toEqual([expect.stringMatching(/nat-1 stands in/), expect.stringMatching(/vpce-s3 .* does not serve rtb-b/)]);
    expect(natGatewayOf(fromB({}))).toBeUndefined();
    expect(fromB({}).notes).toEqual([]);
  });
  test('a NAT gateway beside a broken endpoint does not help', () => {
    const route_ = [expect.stringMatching(/0\.0\.0\.0\/0 → nat-1 does not help/)];
    expect(fromB(routing(route(S3_LIST, S3_ENDPOINT, 'blackhole'), TO_NAT)).notes).toEqual(route_);
    expect(fromB({ ...routing(TO_ENDPOINT, TO_NAT), endpoints: [endpoint({ state: 'failed' })] }).notes).toEqual(route_);
  });
  test('a public subnet is told apart', () => {
    expect(fromB(routing(route('0.0.0.0/0', 'igw-1'))).notes).toEqual([expect.stringMatching(/public subnet/)]);
  });
  test('hops end where the packet stops', () => {
    expect(fromB({ groups: [group({ egress: [] })] }).hops).toHaveLength(1);
    expect(fromB(routing()).hops.map(({ stage }) => stage)).toEqual(['security-group-egress', 'network-acl-out', 'route']);
  });
  test('the local route is no way to S3 by itself', () => {
    expect(fromB({ routeTables: [{ id: 'rtb-b', main: true, subnetIds: [], routes: [LOCAL] }], endpoints: [] }).verdict).toBe('stops');
  });
});
