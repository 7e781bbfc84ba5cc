import { AssociateDhcpOptionsCommand, CreateDhcpOptionsCommand } from '@aws-sdk/client-ec2';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Fact, FactKind, FactParams, FactValue } from '../../src/model/fact.ts';
import { absent, present } from '../../src/model/fact.ts';
import { createNat, disassociateTable, removeEndpointFromTable, replaceAclEntry, reserveAddresses, turnDnsOff } from '../support/break-network.ts';
import { adminClients } from '../support/clients.ts';
import type { ReadyVpc, ReadyVpcOptions } from '../support/ready-network.ts';
import { readyVpc } from '../support/ready-network.ts';
import type { Site } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { openAt, readAt, readOver, valueAt } from './read-facts.ts';

jest.setTimeout(30_000);

// Collectors of EC2: VPC, subnets, route tables and network ACLs, against a server that was not written for them.
const REGION = 'eu-west-1';
let stage: Stage;
let site: Site;
let network = 0;

beforeAll(async () => {
  stage = await startStage();
  const place = { url: stage.proxy.url, account: stage.nextAccount(), region: REGION };
  site = { ...place, admin: await adminClients(place) };
}, 120_000);
afterEach(() => stage?.proxy.calm());
afterAll(() => stage?.stop());

const read = <K extends FactKind>(kind: K, params: FactParams<K>): Promise<Fact> => readAt(site, kind, params);
const known = <K extends FactKind>(kind: K, params: FactParams<K>): Promise<FactValue<K>> => valueAt(site, kind, params);
/** A VPC of its own for every test. */
const build = (options: Partial<ReadyVpcOptions> = {}): Promise<ReadyVpc> => {
  network += 1;
  return readyVpc(site, { network, ...options });
};
const inVpc = ({ vpcId }: ReadyVpc) => ({ vpcId, region: REGION });
const arn = (resource: string) => `arn:aws:ec2:${REGION}:${site.account}:${resource}`;

describe('a VPC', () => {
  test('with its DNS and DHCP options', async () => {
    const vpc = await build();
    const expected = { id: vpc.vpcId, owner: site.account, cidrs: [vpc.cidr], ipv6Cidrs: [], tenancy: 'default', dhcpOptionsId: 'default', name: 'ml' };
    expect(await read('ec2.vpc', inVpc(vpc))).toEqual(present(expected));
    expect(await read('ec2.vpcDns', inVpc(vpc))).toEqual(present({ support: true, hostnames: true }));
    await turnDnsOff(site, vpc.vpcId, 'EnableDnsHostnames');
    expect(await read('ec2.vpcDns', inVpc(vpc))).toEqual(present({ support: true, hostnames: false }));
    expect(await read('ec2.dhcpOptions', { dhcpOptionsId: 'default', region: REGION })).toEqual(absent);
    const { DhcpOptions } = await site.admin.ec2.send(
      new CreateDhcpOptionsCommand({ DhcpConfigurations: [{ Key: 'domain-name-servers', Values: ['10.9.0.2', 'AmazonProvidedDNS'] }] }),
    );
    const DhcpOptionsId = DhcpOptions?.DhcpOptionsId ?? '';
    await site.admin.ec2.send(new AssociateDhcpOptionsCommand({ VpcId: vpc.vpcId, DhcpOptionsId }));
    expect(await known('ec2.vpc', inVpc(vpc))).toMatchObject({ dhcpOptionsId: DhcpOptionsId });
    expect(await read('ec2.dhcpOptions', { dhcpOptionsId: DhcpOptionsId, region: REGION })).toEqual(
      present({ id: DhcpOptionsId, domainNameServers: ['10.9.0.2', 'AmazonProvidedDNS'] }),
    );
  });
  test('that does not exist', async () => {
    const missing = { vpcId: 'vpc-0123456789abcdef0', region: REGION };
    expect(await read('ec2.vpc', missing)).toEqual(absent);
    expect(await read('ec2.vpcDns', missing)).toEqual(absent);
    expect(await read('ec2.routeTables', missing)).toEqual(present([]));
  });
});

describe('subnets', () => {
  test('of one VPC and an unknown one are one call, sixteen of them too', async () => {
    const vpc = await build({ subnets: 16 });
    stage.proxy.forget();
    const session = openAt(site);
    const ids = [...vpc.subnetIds, 'subnet-0123456789abcdef0'];
    const facts = await Promise.all(ids.map((subnetId) => readOver(session, 'ec2.subnet', { subnetId, region: REGION })));
    await session.close();
    expect(stage.proxy.calls(site.account).map(({ action }) => action)).toEqual(['ec2:DescribeSubnets']);
    expect(facts.map(({ state }) => state)).toEqual([...vpc.subnetIds.map(() => 'present'), 'absent']);
    const [first] = vpc.subnets;
    expect(facts[0]).toEqual(
      present({
        id: first?.subnetId,
        arn: arn(`subnet/${first?.subnetId}`),
        vpcId: vpc.vpcId,
        owner: site.account,
        zone: `${REGION}a`,
        zoneId: expect.stringMatching(/^euw1-az\d$/),
        cidr: first?.cidr,
        ipv6Cidrs: [],
        freeAddresses: 251,
        state: 'available',
        name: 'private-a',
      }),
    );
  });
  test('whose addresses are reserved have fewer, even fewer than none', async () => {
    const vpc = await build();
    const [first] = vpc.subnets;
    await reserveAddresses(site, first?.subnetId ?? '', first?.cidr ?? '');
    expect(await known('ec2.subnet', { subnetId: first?.subnetId ?? '', region: REGION })).toMatchObject({ freeAddresses: -5 });
  });
  test('that may not be described are unknown, each', async () => {
    const vpc = await build();
    stage.proxy.refuse(['ec2:DescribeSubnets']);
    expect(await read('ec2.subnet', { subnetId: vpc.subnetIds[0] ?? '', region: REGION })).toMatchObject({
      state: 'unknown',
      reason: 'access-denied',
      actions: ['ec2:DescribeSubnets'],
    });
  });
});

describe('route tables', () => {
  test('with their subnets and their routes to S3', async () => {
    const vpc = await build();
    const tables = await known('ec2.routeTables', inVpc(vpc));
    expect(tables).toHaveLength(4);
    expect(tables.find(({ main }) => main)).toMatchObject({
      id: vpc.mainRouteTableId,
      subnetIds: [],
      routes: [{ destination: { cidr: vpc.cidr }, target: 'local' }],
    });
    for (const { subnetId, routeTableId } of vpc.subnets) {
      expect(tables.find(({ id }) => id === routeTableId)).toEqual({
        id: routeTableId,
        main: false,
        subnetIds: [subnetId],
        routes: [
          { destination: { cidr: vpc.cidr }, target: 'local', state: 'active' },
          { destination: { prefixListId: vpc.s3PrefixListId }, target: vpc.s3EndpointId, state: 'active' },
        ],
      });
    }
  });
  test('without subnet, without endpoint, with a NAT gateway', async () => {
    const vpc = await build();
    const [first, second] = vpc.subnets;
    await disassociateTable(site, first?.associationId ?? '');
    await removeEndpointFromTable(site, { endpointId: vpc.s3EndpointId, prefixListId: vpc.s3PrefixListId, routeTableId: second?.routeTableId ?? '' });
    const nat = await createNat(site, { vpcId: vpc.vpcId, cidr: `10.${network}.200.0/24`, mainRouteTableId: vpc.mainRouteTableId });
    const tables = await known('ec2.routeTables', inVpc(vpc));
    expect(tables.find(({ id }) => id === first?.routeTableId)?.subnetIds).toEqual([]);
    expect(tables.find(({ id }) => id === second?.routeTableId)?.routes).toHaveLength(1);
    expect(tables.find(({ main }) => main)?.routes).toContainEqual({
      destination: { cidr: '0.0.0.0/0' },
      target: expect.stringMatching(/^igw-/),
      state: 'active',
    });
    expect(await read('ec2.natGateways', inVpc(vpc))).toEqual(
      present([{ id: nat, subnetId: expect.stringMatching(/^subnet-/), state: 'available', connectivity: 'public' }]),
    );
    expect(await read('ec2.internetGateways', inVpc(vpc))).toEqual(present([{ id: expect.stringMatching(/^igw-/), attached: true }]));
  });
});

describe('network ACLs', () => {
  test('with subnets and entries of both directions', async () => {
    const vpc = await build();
    await replaceAclEntry(site, vpc.networkAclId, { number: 100, direction: 'in', action: 'deny', protocol: '6', ports: [1024, 65_535] });
    const [acl] = await known('ec2.networkAcls', inVpc(vpc));
    expect(acl).toMatchObject({ id: vpc.networkAclId, isDefault: true });
    expect([...(acl?.subnetIds ?? [])].sort()).toEqual([...vpc.subnetIds].sort());
    expect(acl?.entries).toContainEqual({
      number: 100,
      direction: 'in',
      action: 'deny',
      protocol: '6',
      cidr: '0.0.0.0/0',
      ports: { from: 1024, to: 65_535 },
    });
    expect(acl?.entries).toContainEqual({ number: 100, direction: 'out', action: 'allow', protocol: '-1', cidr: '0.0.0.0/0' });
    expect(acl?.entries).toContainEqual({ number: 32_767, direction: 'out', action: 'deny', protocol: '-1', cidr: '0.0.0.0/0' });
  });
});
