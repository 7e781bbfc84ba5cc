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
