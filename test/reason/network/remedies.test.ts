import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Fix } from '../../../src/model/fix.ts';
import type { NetworkTrace } from '../../../src/model/trace.ts';
import { principalOf } from '../../../src/reason/iam/principal.ts';
import { throughEndpointPolicy } from '../../../src/reason/network/endpoint-policy.ts';
import { fixesBetweenMembers, fixesForAll, fixesForEndpointPolicy } from '../../../src/reason/network/fixes.ts';
import { tracesToEndpoint } from '../../../src/reason/network/interface-endpoint.ts';
import { tracesToInternet } from '../../../src/reason/network/internet.ts';
import { DISTRIBUTED, ELASTIC_FABRIC, ENCRYPTED, traceBetweenMembers, traceToOwnSubnets } from '../../../src/reason/network/members.ts';
import type { Network } from '../../../src/reason/network/network.ts';
import { fixesFor } from '../../../src/reason/network/remedies.ts';
import { tracesToS3 } from '../../../src/reason/network/s3.ts';
import { policy } from '../../support/facts.ts';
import { ACCOUNT, REGION, ROLE } from '../../support/targets.ts';
import { applied } from './applied.ts';
import {
  acl,
  endpoint,
  entry,
  everything,
  filtering,
  group,
  https,
  interfaceEndpoint,
  mainTable,
  nat,
  network,
  OPEN_ACL,
  OTHER_ACCOUNT,
  route,
  routing,
  S3_ENDPOINT,
  S3_LIST,
  TO_ENDPOINT,
  TO_NAT,
  table,
  toCidr,
  toGroup,
} from './networks.ts';

type Trace = (network: Network) => NetworkTrace;

const second = (traces: readonly { readonly trace: NetworkTrace }[]): NetworkTrace => {
  const trace = traces[1]?.trace;
  if (trace === undefined) throw new Error('no trace');
  return trace;
};
const toS3: Trace = (given) => second(tracesToS3(given));
const toInternet: Trace = (given) => second(tracesToInternet(given));
const SG_ENDPOINT = group({ id: 'sg-endpoint', ingress: [https(toGroup('sg-jobs'))] });
const toElastic: Trace = (given) => {
  const own = given.endpoints.find(({ type }) => type === 'Interface');
  if (own === undefined) throw new Error('no endpoint');
  return second(tracesToEndpoint(given, own, [SG_ENDPOINT]));
};

const HTTPS = { from: 443, to: 443 };
const ANSWERS = { from: 1024, to: 65_535 };
const elastic = (changes: Parameters<typeof interfaceEndpoint>[0] = {}): Partial<Network> => ({
  endpoints: [interfaceEndpoint({ subnetIds: ['subnet-a'], ...changes })],
});

const CASES: Readonly<Record<string, readonly [Trace, Partial<Network>, readonly Fix[]]>> = {
  'S3: egress to the list': [
    toS3,
    { groups: [group({ egress: [] })] },
    [{ kind: 'open-egress', groupId: 'sg-jobs', protocol: 'tcp', ports: HTTPS, peer: { kind: 'prefix-list', prefixListId: S3_LIST }, region: REGION }],
  ],
  'S3: associate the table': [toS3, routing(), [{ kind: 'associate-route-table', endpointId: S3_ENDPOINT, routeTableIds: ['rtb-b'], region: REGION }]],
  'S3: associate the main table': [
    toS3,
    { routeTables: [table('rtb-a', ['subnet-a'], TO_ENDPOINT), mainTable()], endpoints: [endpoint({ routeTableIds: ['rtb-a'] })] },
    [{ kind: 'associate-route-table', endpointId: S3_ENDPOINT, routeTableIds: ['rtb-main'], region: REGION }],
  ],
  'S3: an endpoint for every table of the plan': [
    toS3,
    { ...routing(), endpoints: [] },
    [
      {
        kind: 'create-endpoint',
        service: `com.amazonaws.${REGION}.s3`,
        vpcId: 'vpc-1',
        region: REGION,
        place: { type: 'Gateway', routeTableIds: ['rtb-a', 'rtb-b'] },
      },
    ],
  ],
  'S3: not another NAT gateway, but the endpoint': [
    toS3,
    { ...routing(TO_NAT), natGateways: [nat({ state: 'failed' })] },
    [{ kind: 'associate-route-table', endpointId: S3_ENDPOINT, routeTableIds: ['rtb-b'], region: REGION }],
  ],
  'S3: a more specific route beside the endpoint': [
    toS3,
    routing(TO_ENDPOINT, route('52.216.0.0/16', 'igw-1')),
    [{ kind: 'route-through-nat', routeTableId: 'rtb-b', destination: '52.216.0.0/16', natGatewayId: 'nat-1', replaces: true, region: REGION }],
  ],
  'S3: the endpoint’s state': [
    toS3,
    { endpoints: [endpoint({ state: 'pending' })] },
    [{ kind: 'repair-endpoint', endpointId: S3_ENDPOINT, state: 'pending', region: REGION }],
  ],
  'S3: both ways at once': [
    toS3,
    filtering(),
    [
      {
        kind: 'open-network-acl',
        networkAclId: 'acl-b',
        entries: [
          { number: 10, direction: 'out', protocol: '6', cidr: '0.0.0.0/0', ports: HTTPS },
          { number: 10, direction: 'in', protocol: '6', cidr: '0.0.0.0/0', ports: ANSWERS },
        ],
        region: REGION,
      },
    ],
  ],
  'S3: what lacks, before the denial': [
    toS3,
    filtering(entry(100, 'out'), entry(50, 'in', { action: 'deny', protocol: '6' }), entry(49, 'in', { protocol: '17' }), entry(100, 'in')),
    [
      {
        kind: 'open-network-acl',
        networkAclId: 'acl-b',
        entries: [{ number: 48, direction: 'in', protocol: '6', cidr: '0.0.0.0/0', ports: ANSWERS }],
        region: REGION,
      },
    ],
  ],
  'S3: no number before the denial': [toS3, filtering(entry(1, 'out', { action: 'deny' }), entry(100, 'in')), []],
  'S3: at the NAT gateway’s subnet': [
    toS3,
    { ...routing(TO_NAT), networkAcls: [acl('acl-1', ['subnet-a', 'subnet-b'], ...OPEN_ACL), acl('acl-nat', ['subnet-nat'], entry(10, 'out'))] },
    [
      {
        kind: 'open-network-acl',
        networkAclId: 'acl-nat',
        entries: [{ number: 10, direction: 'in', protocol: '6', cidr: '10.0.2.0/24', ports: HTTPS }],
        region: REGION,
      },
    ],
  ],
  'S3: nothing to do': [toS3, {}, []],
  'S3: nobody here knows what lies behind a transit gateway': [toS3, routing(route('0.0.0.0/0', 'tgw-1')), []],
  'internet: a route': [
    toInternet,
    routing(),
    [{ kind: 'route-through-nat', routeTableId: 'rtb-b', destination: '0.0.0.0/0', natGatewayId: 'nat-1', replaces: false, region: REGION }],
  ],
  'internet: instead of the internet gateway': [
    toInternet,
    routing(route('0.0.0.0/0', 'igw-1')),
    [{ kind: 'route-through-nat', routeTableId: 'rtb-b', destination: '0.0.0.0/0', natGatewayId: 'nat-1', replaces: true, region: REGION }],
  ],
  'internet: no NAT gateway would do': [
    toInternet,
    { ...routing(TO_NAT), natGateways: [nat({ state: 'failed' })] },
    [{ kind: 'route-through-nat', routeTableId: 'rtb-b', destination: '0.0.0.0/0', replaces: true, region: REGION }],
  ],
  'internet: egress': [
    toInternet,
    { ...routing(TO_NAT), groups: [group({ egress: [] })] },
    [{ kind: 'open-egress', groupId: 'sg-jobs', protocol: 'tcp', ports: HTTPS, peer: { kind: 'cidr', cidr: '0.0.0.0/0' }, region: REGION }],
  ],
  'endpoint: DNS': [
    toElastic,
    { ...elastic(), dns: { support: false, hostnames: false } },
    [{ kind: 'enable-vpc-dns', vpcId: 'vpc-1', attributes: ['enableDnsSupport', 'enableDnsHostnames'], region: REGION }],
  ],
  'endpoint: private DNS': [toElastic, elastic({ privateDns: false }), [{ kind: 'enable-private-dns', endpointId: 'vpce-if', region: REGION }]],
  'endpoint: state': [
    toElastic,
    elastic({ state: 'pendingAcceptance' }),
    [{ kind: 'repair-endpoint', endpointId: 'vpce-if', state: 'pendingAcceptance', region: REGION }],
  ],
  'endpoint: egress to its group': [
    toElastic,
    { ...elastic(), groups: [group({ egress: [] })] },
    [{ kind: 'open-egress', groupId: 'sg-jobs', protocol: 'tcp', ports: HTTPS, peer: { kind: 'group', groupId: 'sg-endpoint' }, region: REGION }],
  ],
  'endpoint: ingress from the group': [
    toElastic,
    { ...elastic({ groupIds: ['sg-jobs'] }), groups: [group()] },
    [{ kind: 'open-ingress', groupId: 'sg-jobs', protocol: 'tcp', ports: HTTPS, peer: { kind: 'group', groupId: 'sg-jobs' }, region: REGION }],
  ],
  'endpoint: network ACL, for its subnet only': [
    toElastic,
    { ...elastic(), ...filtering(entry(10, 'in')) },
    [
      {
        kind: 'open-network-acl',
        networkAclId: 'acl-b',
        entries: [{ number: 10, direction: 'out', protocol: '6', cidr: '10.0.1.0/24', ports: HTTPS }],
        region: REGION,
      },
    ],
  ],
  'own subnets': [
    traceToOwnSubnets,
    { groups: [group({ egress: [everything(toCidr('10.0.1.0/24'))] })] },
    [{ kind: 'open-egress', groupId: 'sg-jobs', protocol: '-1', peer: { kind: 'cidr', cidr: '10.0.2.0/24' }, region: REGION }],
  ],
};

describe('what would take the stop away', () => {
  test.each(Object.entries(CASES))('%s', (_, [trace, changes, fixes]) => {
    const given = network(changes);
    expect(fixesFor(given, trace(given))).toEqual(fixes);
  });
  test.each(Object.entries(CASES).filter(([, [, , fixes]]) => fixes.length > 0))('carried out, it passes or comes further: %s', (_, [trace, changes]) => {
    const before = network(changes);
    const stopped = trace(before);
    const after = trace(fixesFor(before, stopped).reduce(applied, before));
    expect(after.verdict === 'passes' || after.hops.length > stopped.hops.length || after.hops.at(-1)?.from === 'nat-new').toBe(true);
  });
});

describe('a shared VPC', () => {
  const vpc = { ...network().vpc, owner: OTHER_ACCOUNT };
  const ask = (what: RegExp): object => ({ kind: 'ask-owner', account: OTHER_ACCOUNT, what: expect.stringMatching(what) });

  test('what is not visible is asked of its owner', () => {
    const given = network({ vpc, routeTables: [] });
    expect(fixesFor(given, toS3(given))).toEqual([ask(/the route table of subnet-b is not visible/)]);
  });
  test('what only the owner may change is asked of it, with the change', () => {
    const given = network({ vpc, ...routing() });
    expect(fixesFor(given, toS3(given))).toEqual([ask(/a change of rtb-b/), expect.objectContaining({ kind: 'associate-route-table' })]);
  });
  test('the own group is the participant’s', () => {
    const given = network({ vpc, groups: [group({ egress: [] })] });
    expect(fixesFor(given, toS3(given)).map(({ kind }) => kind)).toEqual(['open-egress']);
  });
});

describe('of several paths', () => {
  test('tables are associated together, and one group is opened once', () => {
    const given = network({
      routeTables: [table('rtb-a', ['subnet-a']), table('rtb-b', ['subnet-b']), mainTable()],
      endpoints: [endpoint({ routeTableIds: [] })],
    });
    const traces = tracesToS3(given).map(({ trace }) => trace);
    expect(fixesForAll(given, traces)).toEqual([{ kind: 'associate-route-table', endpointId: S3_ENDPOINT, routeTableIds: ['rtb-a', 'rtb-b'], region: REGION }]);
    const shut = network({ groups: [group({ egress: [] })] });
    expect(
      fixesForAll(
        shut,
        tracesToS3(shut).map(({ trace }) => trace),
      ).map(({ kind }) => kind),
    ).toEqual(['open-egress']);
  });
});

describe('members', () => {
  test.each([DISTRIBUTED, ELASTIC_FABRIC, ...ENCRYPTED])('the group names itself: $traffic.protocol', (traffic) => {
    let given = network({ groups: [group({ egress: [], ingress: [] })] });
    for (const stage of ['egress', 'ingress']) {
      const trace = traceBetweenMembers(given, traffic);
      const fixes = fixesBetweenMembers(given, trace, traffic);
      expect(fixes.map(({ kind }) => kind)).toEqual([`open-${stage}`]);
      given = fixes.reduce(applied, given);
    }
    expect(traceBetweenMembers(given, traffic).verdict).toBe('passes');
    expect(fixesBetweenMembers(given, traceBetweenMembers(given, traffic), traffic)).toEqual([]);
  });
});

describe('an endpoint’s policy', () => {
  const principal = principalOf(ROLE);
  if (principal === undefined) throw new Error('no principal');
  const use = { action: 's3:GetObject', resourceArn: 'arn:aws:s3:::churn-models/a', who: { principal, region: REGION }, owner: ACCOUNT } as const;
  const through = (...statements: Parameters<typeof policy>[1][]) => endpoint({ policy: policy('vpc-endpoint', ...statements) });
  const LIST = { Effect: 'Allow', Principal: '*', Action: 's3:ListBucket', Resource: '*' };

  test('a statement that lacks, ready to paste', () => {
    const own = through(LIST);
    expect(fixesForEndpointPolicy(own, throughEndpointPolicy(own, use), { region: REGION })).toEqual([
      {
        kind: 'amend-endpoint-policy',
        endpointId: S3_ENDPOINT,
        region: REGION,
        statement: { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: use.resourceArn },
      },
    ]);
  });
  test('a denial', () => {
    const own = through({ ...LIST, Action: '*' }, { ...LIST, Effect: 'Deny', Action: 's3:Get*' });
    expect(fixesForEndpointPolicy(own, throughEndpointPolicy(own, use), { region: REGION })).toMatchObject([
      { kind: 'amend-denial', holder: own.arn, statement: { index: 1 } },
    ]);
    expect(fixesForEndpointPolicy(endpoint(), throughEndpointPolicy(endpoint(), use), { region: REGION })).toEqual([]);
  });
});

describe('step by step', () => {
  const entries = fc.array(
    fc.record({
      number: fc.integer({ min: 2, max: 90 }),
      direction: fc.constantFrom('in' as const, 'out' as const),
      action: fc.constantFrom('allow' as const, 'deny' as const),
      protocol: fc.constantFrom('-1', '6', '17'),
      cidr: fc.constantFrom('0.0.0.0/0', '52.216.0.0/15', '10.0.0.0/8'),
    }),
    { maxLength: 4 },
  );
  const unique = (list: readonly ReturnType<typeof entry>[]) => [...new Map(list.map((one) => [`${one.direction} ${one.number}`, one])).values()];

  test('carrying out what is said leads to a path that passes', () => {
    fc.assert(
      fc.property(
        entries,
        fc.constantFrom([], [everything(toCidr('10.0.0.0/8'))], [everything()]),
        fc.constantFrom([], [TO_NAT], [route('0.0.0.0/0', 'igw-1')], [route('0.0.0.0/0', 'nat-1', 'blackhole')]),
        fc.constantFrom('available', 'pending'),
        (list, egress, routes, state) => {
          let given = network({ ...routing(...routes), ...filtering(...unique(list)), groups: [group({ egress })] });
          given = { ...given, endpoints: given.endpoints.map((one) => ({ ...one, state })) };
          for (let step = 0; step < 8 && toS3(given).verdict === 'stops'; step += 1) {
            const fixes = fixesFor(given, toS3(given));
            expect(fixes.length).toBeGreaterThan(0);
            given = fixes.reduce(applied, given);
          }
          expect(toS3(given).verdict).toBe('passes');
        },
      ),
      { numRuns: 200 },
    );
  });
});
