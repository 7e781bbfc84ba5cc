import { describe, expect, test } from '@jest/globals';
import { readerOf } from '../../src/collectors/read.ts';
import type { FactKind } from '../../src/model/fact.ts';
import { absent, present } from '../../src/model/fact.ts';
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
