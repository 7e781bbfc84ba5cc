import { describe, expect, test } from '@jest/globals';
import { COLLECTORS } from '../../src/collectors/index.ts';
import { readerOf } from '../../src/collectors/read.ts';
import type { FactKind } from '../../src/model/fact.ts';
import { absent, present } from '../../src/model/fact.ts';
import type { RouteTable } from '../../src/model/facts/ec2.ts';
import type { Answers } from './fake-session.ts';
import { ACCOUNT, refused, sessionAnswering } from './fake-session.ts';

const REGION = 'eu-west-1';
const VPC = { vpcId: 'vpc-1', region: REGION };
const read = (kind: FactKind, params: object, answers: Answers) => readerOf(sessionAnswering(answers))(kind, params as Readonly<Record<string, unknown>>);
const answering = (name: string, value: unknown): Answers => ({ [name]: () => present(value) });
const listing = async (kind: FactKind, name: string, ...items: readonly object[]) => {
  const fact = await read(kind, VPC, answering(name, items));
  return fact.state === 'present' ? fact.value : fact;
};
const MARKER = { Description: 'MARKER', Tags: [{ Key: 'team', Value: 'MARKER' }] };

describe('ec2.subnet', () => {
  const params = { subnetId: 'subnet-1', region: REGION };
  const told = {
    ...MARKER,
    SubnetId: 'subnet-1',
    SubnetArn: `arn:aws:ec2:${REGION}:${ACCOUNT}:subnet/subnet-1`,
    VpcId: 'vpc-1',
    OwnerId: ACCOUNT,
    AvailabilityZone: 'eu-west-1a',
    AvailabilityZoneId: 'euw1-az1',
    CidrBlock: '10.0.0.0/24',
    AvailableIpAddressCount: 0,
    State: 'available',
  };
  const subnet = {
    id: 'subnet-1',
    arn: told.SubnetArn,
    vpcId: 'vpc-1',
    owner: ACCOUNT,
    zone: 'eu-west-1a',
    zoneId: 'euw1-az1',
    cidr: '10.0.0.0/24',
    ipv6Cidrs: [],
    freeAddresses: 0,
    state: 'available',
  };
  const ask = (more: object) => read('ec2.subnet', params, answering('ec2:DescribeSubnets', { ...told, ...more }));

  test('keeps the declared fields, and its name only among the tags', async () => {
    expect(await ask({})).toEqual(present(subnet));
    expect(await ask({ Tags: [{ Key: 'Name', Value: 'private' }] })).toEqual(present({ ...subnet, name: 'private' }));
  });
  test('has the IPv6 blocks that belong to it', async () => {
    const block = (Ipv6CidrBlock: string, State: string) => ({ Ipv6CidrBlock, Ipv6CidrBlockState: { State } });
    expect(await ask({ Ipv6CidrBlockAssociationSet: [block('2001:db8::/64', 'associated'), block('2001:db8:1::/64', 'disassociating')] })).toEqual(
      present({ ...subnet, ipv6Cidrs: ['2001:db8::/64'] }),
    );
  });
  test('without IPv4 is not judged, and an answer without a count is no zero', async () => {
    expect(await ask({ CidrBlock: undefined })).toMatchObject({ state: 'unknown', reason: 'unsupported', message: expect.stringContaining('subnet-1') });
    expect(await ask({ AvailableIpAddressCount: undefined })).toMatchObject({ state: 'unknown', reason: 'failed' });
  });
  test('is absent or unknown as EC2 says', async () => {
    expect(await read('ec2.subnet', params, { 'ec2:DescribeSubnets': () => absent })).toEqual(absent);
    const refusal = refused('ec2:DescribeSubnets');
    expect(await read('ec2.subnet', params, { 'ec2:DescribeSubnets': () => refusal })).toEqual(refusal);
  });
  test('subnets of one Region are planned as one call', () => {
    const keys = ['subnet-1', 'subnet-2'].flatMap((subnetId) => COLLECTORS['ec2.subnet'].calls({ subnetId, region: REGION }).map(({ key }) => key));
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(COLLECTORS['ec2.subnet'].calls({ subnetId: 'subnet-1', region: 'us-east-2' })[0]?.key).not.toBe(keys[0]);
  });
});

describe('ec2.vpc, ec2.vpcDns and ec2.dhcpOptions', () => {
  test('a VPC has the blocks that belong to it', async () => {
    const block = (CidrBlock: string, State: string) => ({ CidrBlock, CidrBlockState: { State } });
    const told = { VpcId: 'vpc-1', OwnerId: ACCOUNT, CidrBlock: '10.0.0.0/16', InstanceTenancy: 'dedicated', DhcpOptionsId: 'dopt-1', ...MARKER };
    const vpc = { id: 'vpc-1', owner: ACCOUNT, cidrs: ['10.0.0.0/16'], ipv6Cidrs: [], tenancy: 'dedicated', dhcpOptionsId: 'dopt-1' };
    expect(await read('ec2.vpc', VPC, answering('ec2:DescribeVpcs', [told]))).toEqual(present(vpc));
    const CidrBlockAssociationSet = [block('10.0.0.0/16', 'associated'), block('10.1.0.0/16', 'associated'), block('10.2.0.0/16', 'disassociated')];
    expect(await read('ec2.vpc', VPC, answering('ec2:DescribeVpcs', [{ ...told, CidrBlockAssociationSet }]))).toEqual(
      present({ ...vpc, cidrs: ['10.0.0.0/16', '10.1.0.0/16'] }),
    );
  });
  test('DNS attributes are two calls, and either may say that there is no VPC', async () => {
    const session = sessionAnswering({ 'ec2:DescribeVpcAttribute': ({ attribute }) => present(attribute === 'enableDnsSupport') });
    expect(await readerOf(session)('ec2.vpcDns', VPC)).toEqual(present({ support: true, hostnames: false }));
    expect(session.asked).toHaveLength(2);
    expect(COLLECTORS['ec2.vpcDns'].calls(VPC)).toHaveLength(2);
    expect(await read('ec2.vpcDns', VPC, { 'ec2:DescribeVpcAttribute': () => absent })).toEqual(absent);
    const refusal = refused('ec2:DescribeVpcAttribute');
    expect(await read('ec2.vpcDns', VPC, { 'ec2:DescribeVpcAttribute': () => refusal })).toEqual(refusal);
  });
  test('the VPC may be another account’s, so permission names no account', () => {
    const resources = (vpcId: string | undefined) =>
      COLLECTORS['ec2.vpcDns'].permissions({ vpcId, region: REGION }, { partition: 'aws-cn', account: ACCOUNT }).flatMap((needed) => needed.resources);
    expect(resources('vpc-1')).toEqual([`arn:aws-cn:ec2:${REGION}:*:vpc/vpc-1`]);
    expect(resources(undefined)).toEqual([`arn:aws-cn:ec2:${REGION}:*:vpc/*`]);
  });
  test('DHCP options tell their name servers', async () => {
    const params = { dhcpOptionsId: 'dopt-1', region: REGION };
    const DhcpConfigurations = [
      { Key: 'domain-name', Values: [{ Value: 'example.test' }] },
      { Key: 'domain-name-servers', Values: [{ Value: '10.0.0.9' }, { Value: 'AmazonProvidedDNS' }] },
    ];
    expect(await read('ec2.dhcpOptions', params, answering('ec2:DescribeDhcpOptions', [{ DhcpOptionsId: 'dopt-1', DhcpConfigurations }]))).toEqual(
      present({ id: 'dopt-1', domainNameServers: ['10.0.0.9', 'AmazonProvidedDNS'] }),
    );
    expect(await read('ec2.dhcpOptions', params, answering('ec2:DescribeDhcpOptions', [{ DhcpOptionsId: 'dopt-1' }]))).toEqual(
      present({ id: 'dopt-1', domainNameServers: [] }),
    );
  });
});

describe('ec2.routeTables', () => {
  const route = (more: object) => ({ DestinationCidrBlock: '0.0.0.0/0', State: 'active', ...more });
  test.each([
    [
      { GatewayId: 'vpce-1', DestinationPrefixListId: 'pl-1', DestinationCidrBlock: undefined },
      { destination: { prefixListId: 'pl-1' }, target: 'vpce-1' },
    ],
    [{ NatGatewayId: 'nat-1' }, { target: 'nat-1' }],
    [{ TransitGatewayId: 'tgw-1' }, { target: 'tgw-1' }],
    [{ VpcPeeringConnectionId: 'pcx-1' }, { target: 'pcx-1' }],
    [{ InstanceId: 'i-1', NetworkInterfaceId: 'eni-1', InstanceOwnerId: ACCOUNT }, { target: 'eni-1' }],
    [
      { EgressOnlyInternetGatewayId: 'eigw-1', DestinationCidrBlock: undefined, DestinationIpv6CidrBlock: '::/0' },
      { destination: { cidr: '::/0' }, target: 'eigw-1' },
    ],
    [
      { CoreNetworkArn: 'arn:x', State: 'blackhole' },
      { target: 'arn:x', state: 'blackhole' },
    ],
    [{}, { target: 'other' }],
  ])('a route of %j', async (told, expected) => {
    const [table] = (await listing('ec2.routeTables', 'ec2:DescribeRouteTables', { RouteTableId: 'rtb-1', Routes: [route(told)] })) as never[];
    expect(table).toEqual({
      id: 'rtb-1',
      main: false,
      subnetIds: [],
      routes: [{ destination: { cidr: '0.0.0.0/0' }, state: 'active', ...expected }],
    });
  });
  const byList = (target: object): Answers => ({
    'ec2:DescribeRouteTables': () => present([{ RouteTableId: 'rtb-1', Routes: [{ DestinationPrefixListId: 'pl-own', State: 'active', ...target }] }]),
    'ec2:GetManagedPrefixListEntries': () => present([{ Cidr: '192.0.2.0/24' }]),
  });
  const destination = async (answers: Answers) => {
    const fact = await read('ec2.routeTables', VPC, answers);
    return fact.state === 'present' ? (fact.value as unknown as readonly RouteTable[])[0]?.routes[0]?.destination : fact;
  };
  test('a route by a customer’s prefix list has its entries, or why they could not be read', async () => {
    const refusal = refused('ec2:GetManagedPrefixListEntries');
    const toTransitGateway = byList({ TransitGatewayId: 'tgw-1' });
    expect(await destination(toTransitGateway)).toEqual({ prefixListId: 'pl-own', entries: present(['192.0.2.0/24']) });
    expect(await destination({ ...toTransitGateway, 'ec2:GetManagedPrefixListEntries': () => refusal })).toEqual({ prefixListId: 'pl-own', entries: refusal });
  });
  test('the list of a gateway endpoint is not asked for', async () => {
    expect(await destination(byList({ GatewayId: 'vpce-1' }))).toEqual({ prefixListId: 'pl-own' });
  });
  test('associations that are gone do not count', async () => {
    const Associations = [
      { Main: true, AssociationState: { State: 'associated' } },
      { Main: false, SubnetId: 'subnet-1', AssociationState: { State: 'disassociated' } },
      { Main: false, SubnetId: 'subnet-2', AssociationState: { State: 'associating' } },
      { Main: false, GatewayId: 'igw-1', AssociationState: { State: 'associated' } },
    ];
    expect(await listing('ec2.routeTables', 'ec2:DescribeRouteTables', { RouteTableId: 'rtb-1', Associations, Routes: [] })).toEqual([
      { id: 'rtb-1', main: true, subnetIds: ['subnet-2'], routes: [] },
    ]);
  });
  test('refused, they are unknown and no empty list', async () => {
    const refusal = refused('ec2:DescribeRouteTables');
    expect(await read('ec2.routeTables', VPC, { 'ec2:DescribeRouteTables': () => refusal })).toEqual(refusal);
  });
});

describe('ec2.networkAcls', () => {
  test('entries of either direction, family and protocol', async () => {
    const entry = (more: object) => ({ RuleNumber: 100, Egress: false, RuleAction: 'allow', Protocol: '6', CidrBlock: '0.0.0.0/0', ...more });
    const Entries = [
      entry({ PortRange: { From: 0, To: 65_535 } }),
      entry({ Egress: true, RuleAction: 'deny', Protocol: '-1' }),
      entry({ Protocol: '58', CidrBlock: undefined, Ipv6CidrBlock: '::/0', IcmpTypeCode: { Type: -1, Code: -1 } }),
    ];
    const Associations = [{ SubnetId: 'subnet-1' }, {}];
    const [acl] = (await listing('ec2.networkAcls', 'ec2:DescribeNetworkAcls', { NetworkAclId: 'acl-1', IsDefault: false, Associations, Entries })) as never[];
    const common = { number: 100, direction: 'in', action: 'allow', protocol: '6', cidr: '0.0.0.0/0' };
    expect(acl).toEqual({
      id: 'acl-1',
      isDefault: false,
      subnetIds: ['subnet-1'],
      entries: [
        { ...common, ports: { from: 0, to: 65_535 } },
        { ...common, direction: 'out', action: 'deny', protocol: '-1' },
        { ...common, protocol: '58', cidr: '::/0' },
      ],
    });
  });
});

describe('ec2.securityGroup', () => {
  const params = { groupId: 'sg-1', region: 'cn-north-1' };
  const told = (more: object) => ({ GroupId: 'sg-1', GroupName: 'ml', OwnerId: ACCOUNT, VpcId: 'vpc-1', ...MARKER, ...more });
  const rulesFor = async (permission: object, answers: Answers = {}) => {
    const fact = await read('ec2.securityGroup', params, { ...answering('ec2:DescribeSecurityGroups', told({ IpPermissions: [permission] })), ...answers });
    return fact.state === 'present' ? (fact.value as { readonly ingress: unknown }).ingress : fact;
  };

  test('its ARN stands in its Region’s partition; without rules nothing passes', async () => {
    const arn = `arn:aws-cn:ec2:cn-north-1:${ACCOUNT}:security-group/sg-1`;
    const group = { id: 'sg-1', arn, vpcId: 'vpc-1', owner: ACCOUNT, name: 'ml', egress: [], ingress: [] };
    expect(await read('ec2.securityGroup', params, answering('ec2:DescribeSecurityGroups', told({})))).toEqual(present(group));
  });
  test('ports are of TCP and UDP, by name or number; of ICMP the fields mean something else', async () => {
    const IpRanges = [{ CidrIp: '10.0.0.0/8' }];
    const peer = { kind: 'cidr', cidr: '10.0.0.0/8' };
    const range = { FromPort: 443, ToPort: 444, IpRanges };
    const ports = { from: 443, to: 444 };
    expect(await rulesFor({ IpProtocol: 'tcp', ...range })).toEqual([{ protocol: 'tcp', ports, peer }]);
    expect(await rulesFor({ IpProtocol: '17', ...range })).toEqual([{ protocol: '17', ports, peer }]);
    expect(await rulesFor({ IpProtocol: 'icmp', ...range })).toEqual([{ protocol: 'icmp', peer }]);
    expect(await rulesFor({ IpProtocol: '-1', FromPort: -1, ToPort: -1, IpRanges })).toEqual([{ protocol: '-1', peer }]);
  });
  test('IPv6 blocks and groups of other accounts are peers', async () => {
    const permission = { IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '::/0' }], UserIdGroupPairs: [{ GroupId: 'sg-2', UserId: '999999999999' }] };
    expect(await rulesFor(permission)).toEqual([
      { protocol: '-1', peer: { kind: 'cidr', cidr: '::/0' } },
      { protocol: '-1', peer: { kind: 'group', groupId: 'sg-2', account: '999999999999' } },
    ]);
  });
  test('entries of a prefix list are a part of their own', async () => {
    const permission = { IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-1' }] };
    const asked = (answer: ReturnType<Answers[string]>) => rulesFor(permission, { 'ec2:GetManagedPrefixListEntries': () => answer });
    const rule = (entries: unknown) => [{ protocol: '-1', peer: { kind: 'prefix-list', prefixListId: 'pl-1', entries } }];
    expect(await asked(present([{ Cidr: '10.0.0.0/8', Description: 'MARKER' }]))).toEqual(rule(present(['10.0.0.0/8'])));
    expect(await asked(absent)).toEqual(rule(absent));
    const refusal = refused('ec2:GetManagedPrefixListEntries');
    expect(await asked(refusal)).toEqual(rule(refusal));
  });
});

describe('ec2.vpcEndpoints', () => {
  const endpoint = (more: object) => ({ VpcEndpointId: 'vpce-1', VpcId: 'vpc-1', OwnerId: ACCOUNT, ServiceName: 's', State: 'available', ...MARKER, ...more });
  const one = async (more: object) => ((await listing('ec2.vpcEndpoints', 'ec2:DescribeVpcEndpoints', endpoint(more))) as readonly unknown[])[0];

  test('without a type it is a gateway, without policy it has none', async () => {
    expect(await one({})).toEqual({
      id: 'vpce-1',
      arn: `arn:aws:ec2:${REGION}:${ACCOUNT}:vpc-endpoint/vpce-1`,
      service: 's',
      type: 'Gateway',
      state: 'available',
      vpcId: 'vpc-1',
      routeTableIds: [],
      subnetIds: [],
      groupIds: [],
      privateDns: false,
    });
  });
  test.each([
    ['Interface', 'Interface'],
    ['GatewayLoadBalancer', 'GatewayLoadBalancer'],
    ['ServiceNetwork', 'other'],
  ])('of type %s', async (VpcEndpointType, type) => expect(await one({ VpcEndpointType })).toMatchObject({ type }));
  test.each([
    ['Pending', 'pending'],
    ['PendingAcceptance', 'pendingAcceptance'],
    ['pendingAcceptance', 'pendingAcceptance'],
    ['Failed', 'failed'],
  ])('in state %s', async (State, state) => expect(await one({ State })).toMatchObject({ state }));
  test.each(['deleted', 'Deleted'])('one that is %s is left out', async (State) => expect(await one({ State })).toBeUndefined());
  test('private names count where the VPC’s machines resolve them', async () => {
    const VpcEndpointType = 'Interface';
    expect(await one({ VpcEndpointType, PrivateDnsEnabled: true })).toMatchObject({ privateDns: true });
    expect(await one({ VpcEndpointType, PrivateDnsEnabled: true, DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: true } })).toMatchObject({
      privateDns: false,
    });
    expect(await one({ PrivateDnsEnabled: true })).toMatchObject({ privateDns: false });
  });
});

describe('gateways, prefix lists and services', () => {
  test('a regional NAT gateway stands in no subnet', async () => {
    const gateways = [
      { NatGatewayId: 'nat-1', SubnetId: 'subnet-1', State: 'failed', ConnectivityType: 'private' },
      { NatGatewayId: 'nat-2', State: 'available', AvailabilityMode: 'regional' },
    ];
    expect(await listing('ec2.natGateways', 'ec2:DescribeNatGateways', ...gateways)).toEqual([
      { id: 'nat-1', subnetId: 'subnet-1', state: 'failed', connectivity: 'private' },
      { id: 'nat-2', state: 'available', connectivity: 'public' },
    ]);
  });
  test('an internet gateway is attached or on its way', async () => {
    const gateway = (VpcId: string, State: string) => ({ InternetGatewayId: 'igw-1', Attachments: [{ VpcId, State }] });
    const attached = async (told: object) => listing('ec2.internetGateways', 'ec2:DescribeInternetGateways', told);
    expect(await attached(gateway('vpc-1', 'available'))).toEqual([{ id: 'igw-1', attached: true }]);
    expect(await attached(gateway('vpc-1', 'detaching'))).toEqual([{ id: 'igw-1', attached: false }]);
  });
  test('a prefix list and a service by name', async () => {
    const name = `com.amazonaws.${REGION}.s3`;
    const list = { PrefixListId: 'pl-1', PrefixListName: name, Cidrs: ['52.0.0.0/8'] };
    expect(await read('ec2.prefixList', { name, region: REGION }, answering('ec2:DescribePrefixLists', list))).toEqual(
      present({ id: 'pl-1', name, cidrs: ['52.0.0.0/8'] }),
    );
    const service = { ServiceName: name, AvailabilityZones: ['eu-west-1a'] };
    expect(await read('ec2.endpointService', { service: name, region: REGION }, answering('ec2:DescribeVpcEndpointServices', service))).toEqual(
      present({ name, zones: ['eu-west-1a'] }),
    );
    expect(await read('ec2.endpointService', { service: name, region: REGION }, { 'ec2:DescribeVpcEndpointServices': () => absent })).toEqual(absent);
  });
});

test('no fact of EC2 keeps descriptions or foreign tags', async () => {
  const told = { ...MARKER, SubnetId: 's', SubnetArn: 'a', VpcId: 'v', OwnerId: 'o', AvailabilityZone: 'z', AvailabilityZoneId: 'i', CidrBlock: '10.0.0.0/24' };
  const fact = await read(
    'ec2.subnet',
    { subnetId: 's', region: REGION },
    answering('ec2:DescribeSubnets', { ...told, AvailableIpAddressCount: 1, State: 'x' }),
  );
  expect(fact.state).toBe('present');
  expect(JSON.stringify(fact)).not.toContain('MARKER');
});
