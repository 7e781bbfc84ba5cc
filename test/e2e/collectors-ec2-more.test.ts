import { AuthorizeSecurityGroupEgressCommand, AuthorizeSecurityGroupIngressCommand, CreateManagedPrefixListCommand } from '@aws-sdk/client-ec2';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { COLLECTORS } from '../../src/collectors/index.ts';
import type { Fact, FactKind, FactParams, FactValue } from '../../src/model/fact.ts';
import { absent, present } from '../../src/model/fact.ts';
import { attachInternetGateway, createInterfaceEndpoint, deleteEndpoint, revokeEgress, setEndpointPolicy } from '../support/break-network.ts';
import { adminClients } from '../support/clients.ts';
import type { ReadyVpc, ReadyVpcOptions } from '../support/ready-network.ts';
import { createGroup, readyVpc } from '../support/ready-network.ts';
import { blackhole, endpointState, sharedBy, subnetState } from '../support/rewrite-ec2.ts';
import type { Site } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { openAt, readAt, readOver, valueAt } from './read-facts.ts';

jest.setTimeout(30_000);

// Collectors of EC2: groups, endpoints and what moto cannot hold.
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

describe('security groups', () => {
  const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };

  test('as EC2 makes them, and as one left the VPC’s list', async () => {
    const vpc = await build();
    const group = { id: vpc.groupId, arn: arn(`security-group/${vpc.groupId}`), vpcId: vpc.vpcId, owner: site.account, name: 'ml' };
    const all = { protocol: '-1', peer: { kind: 'cidr', cidr: '0.0.0.0/0' } };
    expect(await read('ec2.securityGroup', { groupId: vpc.groupId, region: REGION })).toEqual(present({ ...group, egress: [all], ingress: [] }));
    const names = (await known('ec2.securityGroups', inVpc(vpc))).map(({ name }) => name);
    expect([...names].sort()).toEqual(['default', 'ml']);
    expect(await read('ec2.securityGroup', { groupId: 'sg-0123456789abcdef0', region: REGION })).toEqual(absent);
  });
  test('each peer is a rule; entries of a prefix list are read once, and may be refused', async () => {
    const vpc = await build();
    const other = await createGroup(site, vpc.vpcId, 'other');
    await revokeEgress(site, vpc.groupId);
    const { PrefixList } = await site.admin.ec2.send(
      new CreateManagedPrefixListCommand({ PrefixListName: 'mine', MaxEntries: 2, AddressFamily: 'IPv4', Entries: [{ Cidr: '10.1.0.0/16' }] }),
    );
    const mine = PrefixList?.PrefixListId ?? '';
    await site.admin.ec2.send(
      new AuthorizeSecurityGroupEgressCommand({
        GroupId: vpc.groupId,
        IpPermissions: [
          { ...https, IpRanges: [{ CidrIp: '10.0.0.0/8' }], PrefixListIds: [{ PrefixListId: vpc.s3PrefixListId }, { PrefixListId: mine }] },
          { IpProtocol: 'icmp', FromPort: 8, ToPort: -1, IpRanges: [{ CidrIp: '10.0.0.0/8' }] },
        ],
      }),
    );
    await site.admin.ec2.send(
      new AuthorizeSecurityGroupIngressCommand({ GroupId: vpc.groupId, IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: other }] }] }),
    );
    stage.proxy.forget();
    const session = openAt(site);
    const ids = [vpc.groupId, other];
    const [group] = await Promise.all(ids.map((groupId) => readOver(session, 'ec2.securityGroup', { groupId, region: REGION })));
    const ofVpc = await readOver(session, 'ec2.securityGroups', inVpc(vpc));
    await session.close();
    const calls = stage.proxy.calls(site.account).map(({ action }) => action);
    expect(calls.filter((action) => action === 'ec2:GetManagedPrefixListEntries')).toHaveLength(2);
    expect(calls.filter((action) => action === 'ec2:DescribeSecurityGroups')).toHaveLength(2);
    const ports = { from: 443, to: 443 };
    const listed = (prefixListId: string, cidrs: unknown) => ({ protocol: 'tcp', ports, peer: { kind: 'prefix-list', prefixListId, entries: present(cidrs) } });
    const value = {
      egress: expect.arrayContaining([
        { protocol: 'tcp', ports, peer: { kind: 'cidr', cidr: '10.0.0.0/8' } },
        { protocol: 'icmp', peer: { kind: 'cidr', cidr: '10.0.0.0/8' } },
        listed(vpc.s3PrefixListId, expect.arrayContaining([expect.stringMatching(/\/\d+$/)])),
        listed(mine, ['10.1.0.0/16']),
      ]),
      ingress: [{ protocol: '-1', peer: { kind: 'group', groupId: other, account: site.account } }],
    };
    expect(group).toMatchObject(present(value));
    expect(ofVpc).toMatchObject(present(expect.arrayContaining([expect.objectContaining(value)])));

    stage.proxy.refuse(['ec2:GetManagedPrefixListEntries']);
    const refused = await known('ec2.securityGroup', { groupId: vpc.groupId, region: REGION });
    const lists = refused.egress.flatMap(({ peer }) => (peer.kind === 'prefix-list' ? [peer.entries.state] : []));
    expect(lists).toEqual(['unknown', 'unknown']);
  });
});

describe('endpoints', () => {
  test('a gateway and an interface, with their policies; a deleted one is none', async () => {
    const vpc = await build();
    const service = `com.amazonaws.${REGION}.sagemaker.api`;
    const subnetIds = vpc.subnetIds.slice(0, 2);
    const id = await createInterfaceEndpoint(site, { vpcId: vpc.vpcId, service, subnetIds, groupIds: [vpc.groupId] });
    await setEndpointPolicy(site, vpc.s3EndpointId, '{"Statement":[]}');
    const endpoints = await known('ec2.vpcEndpoints', inVpc(vpc));
    expect(endpoints).toHaveLength(2);
    expect(endpoints.find(({ type }) => type === 'Gateway')).toEqual({
      id: vpc.s3EndpointId,
      arn: arn(`vpc-endpoint/${vpc.s3EndpointId}`),
      service: `com.amazonaws.${REGION}.s3`,
      type: 'Gateway',
      state: 'available',
      vpcId: vpc.vpcId,
      routeTableIds: vpc.subnets.map(({ routeTableId }) => routeTableId),
      subnetIds: [],
      groupIds: [],
      privateDns: false,
      policy: { kind: 'vpc-endpoint', name: vpc.s3EndpointId, arn: arn(`vpc-endpoint/${vpc.s3EndpointId}`), text: '{"Statement":[]}' },
    });
    expect(endpoints.find(({ type }) => type === 'Interface')).toMatchObject({ id, service, subnetIds, groupIds: [vpc.groupId], privateDns: true });
    await deleteEndpoint(site, vpc.s3EndpointId);
    expect((await known('ec2.vpcEndpoints', inVpc(vpc))).map((endpoint) => endpoint.id)).toEqual([id]);
  });
  test('services that endpoints reach, and the prefix list of S3', async () => {
    const service = `com.amazonaws.${REGION}.s3`;
    expect(await known('ec2.endpointService', { service, region: REGION })).toEqual({ name: service, zones: [`${REGION}a`, `${REGION}b`, `${REGION}c`] });
    expect(await read('ec2.endpointService', { service: `com.amazonaws.${REGION}.none`, region: REGION })).toEqual(absent);
    const vpc = await build();
    expect(await known('ec2.prefixList', { name: service, region: REGION })).toEqual({
      id: vpc.s3PrefixListId,
      name: service,
      cidrs: expect.arrayContaining([expect.stringMatching(/\/\d+$/)]),
    });
    expect(await read('ec2.prefixList', { name: 'com.amazonaws.none', region: REGION })).toEqual(absent);
    expect(await attachInternetGateway(site, vpc.vpcId)).toMatch(/^igw-/);
  });
});

describe('a whole network', () => {
  const OF_VPC = [
    'ec2.vpc',
    'ec2.vpcDns',
    'ec2.routeTables',
    'ec2.networkAcls',
    'ec2.securityGroups',
    'ec2.vpcEndpoints',
    'ec2.natGateways',
    'ec2.internetGateways',
  ] as const;
  const callsFor = async (subnets: number): Promise<readonly string[]> => {
    const vpc = await build({ subnets });
    stage.proxy.forget();
    const session = openAt(site);
    await Promise.all(vpc.subnetIds.map((subnetId) => readOver(session, 'ec2.subnet', { subnetId, region: REGION })));
    const facts = await Promise.all(OF_VPC.map((kind) => readOver(session, kind, inVpc(vpc))));
    await session.close();
    expect(facts.map(({ state }) => state)).toEqual(OF_VPC.map(() => 'present'));
    return stage.proxy
      .calls(site.account)
      .map(({ operation }) => operation)
      .sort();
  };

  test('of sixteen subnets takes the calls of one of three, and no more than the plan says', async () => {
    const calls = await callsFor(3);
    expect(await callsFor(16)).toEqual(calls);
    const planned = OF_VPC.flatMap((kind) => COLLECTORS[kind].calls({ vpcId: 'vpc-1', region: REGION }).map(({ operation }) => operation));
    expect(calls).toEqual(['ec2:DescribeSubnets', ...planned].map((operation) => operation.slice('ec2:'.length)).sort());
  });
});

describe('STUB: what moto cannot hold', () => {
  test('an endpoint that waits, a route into nothing, a subnet that is not there yet', async () => {
    const vpc = await build();
    const [first] = vpc.subnets;
    stage.proxy.rewrite(endpointState(site.account, vpc.s3EndpointId, 'pendingAcceptance'));
    stage.proxy.rewrite(blackhole(site.account, vpc.s3EndpointId));
    stage.proxy.rewrite(subnetState(site.account, first?.subnetId ?? '', 'pending'));
    expect((await known('ec2.vpcEndpoints', inVpc(vpc))).map(({ state }) => state)).toEqual(['pendingAcceptance']);
    const routes = (await known('ec2.routeTables', inVpc(vpc))).flatMap(({ routes: all }) => all);
    expect(routes.filter(({ state }) => state === 'blackhole')).toHaveLength(3);
    expect(routes.filter(({ state }) => state === 'active')).toHaveLength(4);
    const states = await Promise.all(vpc.subnetIds.map(async (subnetId) => (await known('ec2.subnet', { subnetId, region: REGION })).state));
    expect(states).toEqual(['pending', 'available', 'available']);
  });
  test('a VPC that another account shares', async () => {
    const vpc = await build();
    for (const rewriting of sharedBy(site.account, '999999999999')) stage.proxy.rewrite(rewriting);
    expect(await known('ec2.subnet', { subnetId: vpc.subnetIds[0] ?? '', region: REGION })).toMatchObject({ owner: '999999999999' });
    expect(await known('ec2.vpc', inVpc(vpc))).toMatchObject({ owner: '999999999999' });
    expect(await known('ec2.routeTables', inVpc(vpc))).toEqual([]);
    expect(await known('ec2.vpcEndpoints', inVpc(vpc))).toEqual([]);
  });
});
