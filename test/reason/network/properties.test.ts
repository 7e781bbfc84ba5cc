import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GroupRule, NetworkAclEntry, Route, RouteTable } from '../../../src/model/facts/ec2.ts';
import { present, unknown } from '../../../src/model/reading.ts';
import type { NetworkHop } from '../../../src/model/trace.ts';
import { prefixLengthOf, rangeOf } from '../../../src/reason/network/addresses.ts';
import type { Network } from '../../../src/reason/network/network.ts';
import { tracesToS3 } from '../../../src/reason/network/s3.ts';
import { acl, endpoint, everything, group, nat, network, OPEN_ACL, route, S3_CIDRS, S3_ENDPOINT, S3_LIST, subnet, table, toCidr } from './networks.ts';

// None of these cuts a subnet in two: where in its subnet an interface will stand is not known.
const CIDRS = ['0.0.0.0/0', '0.0.0.0/1', '52.0.0.0/8', '52.216.0.0/15', '52.217.0.0/16', '3.5.0.0/20', '16.15.176.0/20', '10.0.0.0/16', '10.0.2.0/24', '::/0'];
const PORTS = [undefined, { from: 443, to: 443 }, { from: 1024, to: 65_535 }, { from: 0, to: 1023 }, { from: 32_768, to: 60_999 }, { from: 443, to: 40_000 }];
const UNREAD = unknown('access-denied', 'refused');

const cidr = fc.constantFrom(...CIDRS);
const protocol = fc.constantFrom('-1', 'tcp', '6', 'udp');
const ports = fc.constantFrom(...PORTS);
const withPorts = <T extends object>(base: T, range: (typeof PORTS)[number]) => ({ ...base, ...(range !== undefined && { ports: range }) });

const peer = fc.oneof(
  { arbitrary: cidr.map((one) => ({ kind: 'cidr', cidr: one }) as const), weight: 4 },
  fc.constantFrom({ kind: 'group', groupId: 'sg-jobs' } as const, { kind: 'prefix-list', prefixListId: S3_LIST, entries: UNREAD } as const),
  fc.subarray(CIDRS).map((entries) => ({ kind: 'prefix-list', prefixListId: 'pl-own', entries: present(entries) }) as const),
);
const groupRule: fc.Arbitrary<GroupRule> = fc.tuple(protocol, ports, peer).map(([name, range, whom]) => withPorts({ protocol: name, peer: whom }, range));

const aclEntry: fc.Arbitrary<NetworkAclEntry> = fc
  .tuple(fc.integer({ min: 10, max: 99 }), fc.constantFrom('in', 'out'), fc.constantFrom('allow', 'allow', 'deny'), protocol, cidr, ports)
  .map(([number, direction, action, name, block, range]) => withPorts({ number, direction, action, protocol: name, cidr: block } as const, range));
const entries = fc.uniqueArray(aclEntry, { maxLength: 5, selector: ({ number, direction }) => `${direction} ${number}` });

const KNOWN_TARGETS = ['local', 'nat-1', 'nat-1', 'igw-1', 'pcx-1', 'nat-gone'];
const UNKNOWN_TARGETS = ['tgw-1', 'eni-1', 'vgw-1'];
const routeTo = (targets: readonly string[]): fc.Arbitrary<Route> =>
  fc.tuple(cidr, fc.constantFrom(...targets), fc.constantFrom('active', 'active', 'blackhole')).map(([block, target, state]) => route(block, target, state));
const toEndpoint = fc.constantFrom('active', 'active', 'blackhole').map((state) => route(S3_LIST, S3_ENDPOINT, state));
const routesTo = (targets: readonly string[]) =>
  fc
    .tuple(
      fc.uniqueArray(routeTo(targets), { maxLength: 4, selector: ({ destination }) => JSON.stringify(destination) }),
      fc.option(toEndpoint, { nil: undefined }),
    )
    .map(([routes, own]): readonly Route[] => (own === undefined ? routes : [...routes, own]));

/** Mostly what lets everything through, so that what else is drawn decides. */
const often = <T>(open: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> => fc.oneof({ arbitrary: fc.constant(open), weight: 3 }, { arbitrary: other, weight: 2 });

interface Parts {
  readonly rules: readonly GroupRule[];
  readonly entries: readonly NetworkAclEntry[];
  readonly natEntries: readonly NetworkAclEntry[];
  readonly routes: readonly Route[];
  readonly natRoutes: readonly Route[];
  readonly endpointState: string;
  readonly natState: string;
  readonly attached: boolean;
}

const partsWith = (targets: readonly string[]): fc.Arbitrary<Parts> =>
  fc.record({
    rules: often([everything()], fc.array(groupRule, { maxLength: 4 })),
    entries: often(OPEN_ACL, entries),
    natEntries: often(OPEN_ACL, entries),
    routes: fc.oneof(routesTo(targets), often([route(S3_LIST, S3_ENDPOINT)], fc.constant(targets.includes('nat-1') ? [route('0.0.0.0/0', 'nat-1')] : []))),
    natRoutes: often([route('0.0.0.0/0', 'igw-1')], routesTo(targets)),
    endpointState: fc.constantFrom('available', 'available', 'available', 'pending'),
    natState: fc.constantFrom('available', 'available', 'available', 'failed'),
    attached: fc.constantFrom(true, true, false),
  });

const madeOf = (parts: Parts): Network => ({
  ...network(),
  subnets: [subnet('b', '10.0.2.0/24')],
  groups: [group({ egress: parts.rules })],
  networkAcls: [acl('acl-b', ['subnet-b'], ...parts.entries), acl('acl-nat', ['subnet-nat'], ...parts.natEntries)],
  routeTables: [table('rtb-b', ['subnet-b'], ...parts.routes), table('rtb-nat', ['subnet-nat'], ...parts.natRoutes)],
  endpoints: [endpoint({ state: parts.endpointState, routeTableIds: [] })],
  natGateways: [nat({ state: parts.natState })],
  internetGateways: [{ id: 'igw-1', attached: parts.attached }],
});

const RANK = { stops: 0, unknown: 1, passes: 2 } as const;
const verdictOn = (parts: Parts): NetworkHop['verdict'] => tracesToS3(madeOf(parts))[0]?.trace.verdict ?? 'unknown';
const rank = (parts: Parts): number => RANK[verdictOn(parts)];

type Change = (parts: Parts) => Parts;

const openEntry = (direction: 'in' | 'out', changes: Partial<NetworkAclEntry>): NetworkAclEntry => ({
  number: 1,
  direction,
  action: 'allow',
  protocol: '-1',
  cidr: '0.0.0.0/0',
  ...changes,
});
const first = (list: readonly NetworkAclEntry[], own: NetworkAclEntry) => [own, ...list];

const OPENING: Readonly<Record<string, Change>> = {
  'everything out of the group': (parts) => ({ ...parts, rules: [...parts.rules, everything()] }),
  'a block out of the group': (parts) => ({ ...parts, rules: [...parts.rules, everything(toCidr('52.0.0.0/8'))] }),
  'each block of the group widened': (parts) => ({
    ...parts,
    rules: parts.rules.map((rule) => (rule.peer.kind === 'cidr' ? { ...rule, peer: toCidr('0.0.0.0/0') } : rule)),
  }),
  'every port of the group': (parts) => ({ ...parts, rules: parts.rules.map(({ protocol: name, peer: whom }) => ({ protocol: name, peer: whom })) }),
  'allow out first': (parts) => ({ ...parts, entries: first(parts.entries, openEntry('out', { cidr: '52.0.0.0/8' })) }),
  'allow in first': (parts) => ({ ...parts, entries: first(parts.entries, openEntry('in', { protocol: '6', ports: { from: 1024, to: 50_000 } })) }),
  'allow at NAT': (parts) => ({ ...parts, natEntries: first(first(parts.natEntries, openEntry('in', {})), { ...openEntry('out', {}), number: 2 }) }),
  'no denial': (parts) => ({ ...parts, entries: parts.entries.filter(({ action }) => action === 'allow') }),
  'each allowance widened': (parts) => ({ ...parts, entries: parts.entries.map((one) => (one.action === 'allow' ? { ...one, cidr: '0.0.0.0/0' } : one)) }),
  'an endpoint that is available, with its route': (parts) => ({
    ...parts,
    endpointState: 'available',
    routes: [...parts.routes.filter(({ target }) => target !== S3_ENDPOINT), route(S3_LIST, S3_ENDPOINT)],
  }),
  'the endpoint is available': (parts) => ({ ...parts, endpointState: 'available' }),
  'the NAT gateway is available': (parts) => ({ ...parts, natState: 'available' }),
  'the internet gateway is attached': (parts) => ({ ...parts, attached: true }),
  'no blackhole': (parts) => ({ ...parts, routes: parts.routes.map((one) => ({ ...one, state: 'active' })) }),
};

const CLOSING: Readonly<Record<string, Change>> = {
  'no rule out of the group': (parts) => ({ ...parts, rules: parts.rules.slice(1) }),
  'each block of the group narrowed': (parts) => ({
    ...parts,
    rules: parts.rules.map((rule) => (rule.peer.kind === 'cidr' && rule.peer.cidr === '0.0.0.0/0' ? { ...rule, peer: toCidr('52.216.0.0/15') } : rule)),
  }),
  'deny out first': (parts) => ({ ...parts, entries: first(parts.entries, openEntry('out', { action: 'deny', cidr: '52.216.7.0/24' })) }),
  'deny in first': (parts) => ({
    ...parts,
    entries: first(parts.entries, openEntry('in', { action: 'deny', protocol: '6', ports: { from: 40_000, to: 40_000 } })),
  }),
  'no allowance': (parts) => ({ ...parts, entries: parts.entries.filter(({ action }) => action === 'deny') }),
  'deny at NAT': (parts) => ({ ...parts, natEntries: first(parts.natEntries, openEntry('in', { action: 'deny' })) }),
  'the endpoint fails': (parts) => ({ ...parts, endpointState: 'failed' }),
  'the NAT gateway fails': (parts) => ({ ...parts, natState: 'failed' }),
  'the internet gateway is detached': (parts) => ({ ...parts, attached: false }),
  'blackholes everywhere': (parts) => ({ ...parts, routes: parts.routes.map((one) => ({ ...one, state: 'blackhole' })) }),
};

const any = partsWith([...KNOWN_TARGETS, ...UNKNOWN_TARGETS]);
const RUNS = { numRuns: 100 };

describe('opening never makes it worse', () => {
  test.each(Object.entries(OPENING))('%s', (_, change) => {
    fc.assert(
      fc.property(any, (parts) => rank(change(parts)) >= rank(parts)),
      RUNS,
    );
  });
});

describe('closing never makes it better', () => {
  test.each(Object.entries(CLOSING))('%s', (_, change) => {
    fc.assert(
      fc.property(any, (parts) => rank(change(parts)) <= rank(parts)),
      RUNS,
    );
  });
});

describe('verdicts', () => {
  test('unknown comes from unknown parts only', () => {
    fc.assert(
      fc.property(partsWith(KNOWN_TARGETS), (parts) => verdictOn(parts) !== 'unknown'),
      { numRuns: 400 },
    );
  });
  test('each of the three comes about', () => {
    const counted = fc.sample(any, { seed: 1, numRuns: 1000 }).map(verdictOn);
    expect(new Set(counted)).toEqual(new Set(['stops', 'unknown', 'passes']));
    expect(counted.filter((verdict) => verdict === 'passes').length).toBeGreaterThan(100);
  });
  test('a trace ends at the hop that decides, and passes only if each hop does', () => {
    fc.assert(
      fc.property(any, (parts) => {
        const { verdict, hops } = tracesToS3(madeOf(parts))[0]?.trace ?? { verdict: 'unknown', hops: [] };
        expect(hops.at(-1)?.verdict).toBe(verdict);
        if (verdict === 'passes') expect(hops.every((hop) => hop.verdict === 'passes')).toBe(true);
        expect(hops.filter((hop) => hop.verdict === 'stops').length).toBe(verdict === 'stops' ? 1 : 0);
      }),
      RUNS,
    );
  });
  test('frozen facts, which are remembered, give the same answer', () => {
    const frozen = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null) for (const part of Object.values(Object.freeze(value))) frozen(part);
      return value;
    };
    fc.assert(
      fc.property(any, (parts) => {
        const deep = frozen(madeOf(structuredClone(parts)));
        expect([tracesToS3(deep), tracesToS3(deep)]).toEqual([tracesToS3(madeOf(parts)), tracesToS3(madeOf(parts))]);
      }),
      RUNS,
    );
  });
});

/** One packet at a time, the plain way. */
const holds = (block: string, address: bigint): boolean => {
  const range = rangeOf(block);
  return range !== undefined && range.first <= address && address <= range.last;
};
const isTcp = (name: string): boolean => ['-1', 'tcp', '6'].includes(name);
const inPorts = ({ protocol: name, ports: range }: Pick<GroupRule, 'protocol' | 'ports'>, port: number): boolean =>
  name === '-1' || range === undefined || (range.from <= port && port <= range.to);

const groupLets = (rules: readonly GroupRule[], address: bigint): boolean =>
  rules.some((rule) => {
    if (!isTcp(rule.protocol) || !inPorts(rule, 443) || rule.peer.kind === 'group') return false;
    if (rule.peer.kind === 'cidr') return holds(rule.peer.cidr, address);
    return rule.peer.prefixListId === S3_LIST || (rule.peer.entries.state === 'present' && rule.peer.entries.value.some((block) => holds(block, address)));
  });

const aclLets = (list: readonly NetworkAclEntry[], direction: 'in' | 'out', { address, port }: { readonly address: bigint; readonly port: number }): boolean =>
  list
    .filter((one) => one.direction === direction && isTcp(one.protocol) && holds(one.cidr, address) && inPorts(one, port))
    .toSorted((one, other) => one.number - other.number)[0]?.action === 'allow';

const routeFor = ({ routes }: RouteTable, address: bigint): Route | undefined =>
  routes
    .flatMap((one) => ('cidr' in one.destination ? [one.destination.cidr] : S3_CIDRS).map((block) => ({ one, block, listed: !('cidr' in one.destination) })))
    .filter(({ block }) => holds(block, address))
    .toSorted((a, b) => prefixLengthOf(b.block) - prefixLengthOf(a.block) || Number(a.listed) - Number(b.listed))[0]?.one;

/** Between the edges of blocks nothing changes. */
const ADDRESSES = [...S3_CIDRS, ...CIDRS]
  .flatMap((block) => {
    const range = rangeOf(block);
    return range === undefined ? [] : [range.first, range.last, range.first - 1n, range.last + 1n];
  })
  .filter((address) => S3_CIDRS.some((block) => holds(block, address)));
const LINUX_PORTS = [32_768, 40_000, 40_001, 60_999];

describe('against one packet at a time', () => {
  const plainly = (parts: Parts): boolean => {
    const [own] = madeOf(parts).routeTables;
    return ADDRESSES.every((address) => {
      const taken = own && routeFor(own, address);
      const through = taken?.state === 'active' && taken.target === S3_ENDPOINT && parts.endpointState === 'available';
      const back = LINUX_PORTS.every((port) => aclLets(parts.entries, 'in', { address, port }));
      return through && groupLets(parts.rules, address) && aclLets(parts.entries, 'out', { address, port: 443 }) && back;
    });
  };
  const byEndpointOnly = partsWith(['local', 'igw-1', 'pcx-1']);

  test('the same verdict for paths through the endpoint', () => {
    fc.assert(
      fc.property(byEndpointOnly, (parts) => {
        expect(verdictOn(parts) === 'passes').toBe(plainly(parts));
      }),
      { numRuns: 1000 },
    );
  });
});
