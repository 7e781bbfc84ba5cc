import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openClients } from '../../src/aws/clients.ts';
import { openSession } from '../../src/aws/session.ts';
import { readerOf } from '../../src/collectors/read.ts';
import type { FactKind, FactParams, FactValue } from '../../src/model/fact.ts';
import { tracesToEndpoint } from '../../src/reason/network/interface-endpoint.ts';
import { traceToOwnSubnets } from '../../src/reason/network/members.ts';
import type { Network } from '../../src/reason/network/network.ts';
import { pictureOf } from '../../src/reason/network/picture.ts';
import { fixesFor } from '../../src/reason/network/remedies.ts';
import { tracesToS3 } from '../../src/reason/network/s3.ts';
import {
  addAclEntry,
  addDefaultRoute,
  allowEgress,
  allowIngress,
  attachInternetGateway,
  createInterfaceEndpoint,
  createNat,
  disassociateTable,
  removeEndpointFromTable,
  replaceAclEntry,
  revokeEgress,
  tcp,
  turnDnsOff,
} from '../support/break-network.ts';
import { adminClients } from '../support/clients.ts';
import type { ReadyVpc } from '../support/ready-network.ts';
import { createGroup, readyVpc } from '../support/ready-network.ts';
import { blackhole, endpointState, sharedBy } from '../support/rewrite-ec2.ts';
import type { Site } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';

jest.setTimeout(30_000);

// The traces, on what the collectors read from a server that was not written for them.
const REGION = 'eu-west-1';
let stage: Stage;
let site: Site;
let count = 0;

beforeAll(async () => {
  stage = await startStage();
  const place = { url: stage.proxy.url, account: stage.nextAccount(), region: REGION };
  site = { ...place, admin: await adminClients(place) };
}, 120_000);
afterEach(() => stage?.proxy.calm());
afterAll(() => stage?.stop());

/** A VPC of its own for every test. */
const build = (): Promise<ReadyVpc> => {
  count += 1;
  return readyVpc(site, { network: 100 + count });
};

type Read = <K extends FactKind>(kind: K, params: FactParams<K>) => Promise<FactValue<K>>;

const reading = async <T>(use: (read: Read) => Promise<T>): Promise<T> => {
  const session = openSession({ clients: openClients({ version: '0', endpoint: site.url, credentials: async () => site.admin.keys }) });
  const read: Read = async (kind, params) => {
    const fact = await readerOf(session)(kind, params as Readonly<Record<string, unknown>>);
    if (fact.state !== 'present') throw new Error(JSON.stringify(fact));
    return fact.value as never;
  };
  return use(read).finally(() => session.close());
};

const networkOf = ({ vpcId, subnetIds, groupId }: ReadyVpc): Promise<Network> => {
  const inVpc = { vpcId, region: REGION };
  return reading(async (read) => ({
    account: site.account,
    region: REGION,
    vpc: await read('ec2.vpc', inVpc),
    dns: await read('ec2.vpcDns', inVpc),
    subnets: await Promise.all(subnetIds.map((subnetId) => read('ec2.subnet', { subnetId, region: REGION }))),
    groups: [await read('ec2.securityGroup', { groupId, region: REGION })],
    routeTables: await read('ec2.routeTables', inVpc),
    networkAcls: await read('ec2.networkAcls', inVpc),
    endpoints: await read('ec2.vpcEndpoints', inVpc),
    natGateways: await read('ec2.natGateways', inVpc),
    internetGateways: await read('ec2.internetGateways', inVpc),
    publicAccess: await read('ec2.publicAccessBlock', { internetGatewayId: 'igw', region: REGION }),
    s3: await read('ec2.prefixList', { name: `com.amazonaws.${REGION}.s3`, region: REGION }),
  }));
};

const traced = async (vpc: ReadyVpc) => {
  const network = await networkOf(vpc);
  const traces = tracesToS3(network);
  return {
    network,
    verdicts: traces.map(({ trace }) => trace.verdict),
    stops: traces.flatMap(({ trace: { verdict, hops } }) => (verdict === 'passes' ? [] : [hops.at(-1)])),
    notes: traces.map(({ trace }) => trace.notes),
    fixes: traces.flatMap(({ trace }) => fixesFor(network, trace)),
  };
};

const ALL = ['passes', 'passes', 'passes'];
const NONE = ['stops', 'stops', 'stops'];
const third = ({ subnets }: ReadyVpc) => {
  const subnet = subnets[2];
  if (subnet === undefined) throw new Error('no third subnet');
  return subnet;
};

describe('to S3', () => {
  test('a ready VPC', async () => {
    const { verdicts, notes, network } = await traced(await build());
    expect(verdicts).toEqual(ALL);
    expect(notes.flat()).toEqual([]);
    expect(pictureOf(network, []).subnets.map(({ routeTableId }) => routeTableId)).not.toContain(undefined);
  });

  test('the third subnet’s table without the endpoint', async () => {
    const vpc = await build();
    const { routeTableId } = third(vpc);
    await removeEndpointFromTable(site, { endpointId: vpc.s3EndpointId, prefixListId: vpc.s3PrefixListId, routeTableId });
    const { verdicts, stops, fixes } = await traced(vpc);
    expect(verdicts).toEqual(['passes', 'passes', 'stops']);
    expect(stops).toEqual([expect.objectContaining({ stage: 'route', from: routeTableId })]);
    expect(fixes).toEqual([{ kind: 'associate-route-table', endpointId: vpc.s3EndpointId, routeTableIds: [routeTableId], region: REGION }]);
  });

  test('the third subnet on the main table', async () => {
    const vpc = await build();
    await disassociateTable(site, third(vpc).associationId);
    const { verdicts, stops } = await traced(vpc);
    expect(verdicts).toEqual(['passes', 'passes', 'stops']);
    expect(stops).toEqual([expect.objectContaining({ stage: 'route', from: vpc.mainRouteTableId })]);
  });

  test('a NAT gateway stands in; an internet gateway does not', async () => {
    const vpc = await build();
    const { routeTableId } = third(vpc);
    await removeEndpointFromTable(site, { endpointId: vpc.s3EndpointId, prefixListId: vpc.s3PrefixListId, routeTableId });
    const nat = await createNat(site, { vpcId: vpc.vpcId, cidr: `10.${100 + count}.200.0/24`, mainRouteTableId: vpc.mainRouteTableId });
    await addDefaultRoute(site, routeTableId, nat);
    const { verdicts, notes } = await traced(vpc);
    expect(verdicts).toEqual(ALL);
    expect(notes[2]).toEqual([expect.stringContaining(`${nat} stands in`), expect.stringContaining(vpc.s3EndpointId)]);
  });

  test('a public subnet', async () => {
    const vpc = await build();
    const { routeTableId } = third(vpc);
    await removeEndpointFromTable(site, { endpointId: vpc.s3EndpointId, prefixListId: vpc.s3PrefixListId, routeTableId });
    const gateway = await attachInternetGateway(site, vpc.vpcId);
    await addDefaultRoute(site, routeTableId, gateway);
    expect((await traced(vpc)).stops).toEqual([
      expect.objectContaining({ stage: 'route', to: gateway, decidedBy: expect.stringContaining('no public address') }),
    ]);
  });

  test.each([
    ['out', 'network-acl-out', { number: 50, direction: 'out', action: 'deny', protocol: '6', ports: [443, 443] }],
    ['back', 'network-acl-return', { number: 50, direction: 'in', action: 'deny', protocol: '6', ports: [1024, 65_535] }],
  ] as const)('the network ACL, %s', async (_, stage_, denial) => {
    const vpc = await build();
    await addAclEntry(site, vpc.networkAclId, denial);
    const { verdicts, stops, fixes } = await traced(vpc);
    expect(verdicts).toEqual(NONE);
    expect(stops[0]).toMatchObject({ stage: stage_, from: vpc.networkAclId, decidedBy: expect.stringContaining('rule 50 denies tcp') });
    expect(fixes[0]).toMatchObject({
      kind: 'open-network-acl',
      entries: [{ direction: denial.direction, ports: { from: denial.ports[0], to: denial.ports[1] } }],
    });
  });

  test('network ACL entries that leave just enough', async () => {
    const vpc = await build();
    await replaceAclEntry(site, vpc.networkAclId, { number: 100, direction: 'out', action: 'allow', protocol: '6', ports: [443, 443] });
    await replaceAclEntry(site, vpc.networkAclId, { number: 100, direction: 'in', action: 'allow', protocol: '6', ports: [32_768, 65_535] });
    expect((await traced(vpc)).verdicts).toEqual(ALL);
  });

  test('egress by the prefix list, and by none', async () => {
    const vpc = await build();
    await revokeEgress(site, vpc.groupId);
    const shut = await traced(vpc);
    expect(shut.stops[0]).toMatchObject({ stage: 'security-group-egress', from: vpc.groupId, to: vpc.s3PrefixListId });
    await allowEgress(site, vpc.groupId, tcp(443, vpc.s3PrefixListId));
    expect((await traced(vpc)).verdicts).toEqual(ALL);
    expect(traceToOwnSubnets(await networkOf(vpc)).verdict).toBe('stops');
  });

  test('egress to some address only', async () => {
    const vpc = await build();
    await revokeEgress(site, vpc.groupId);
    await allowEgress(site, vpc.groupId, tcp(443, '192.0.2.0/24'));
    expect((await traced(vpc)).verdicts).toEqual(NONE);
  });

  test('an endpoint that waits, a black hole, and a VPC that is shared', async () => {
    const vpc = await build();
    stage.proxy.rewrite(endpointState(site.account, vpc.s3EndpointId, 'pendingAcceptance'));
    expect((await traced(vpc)).stops[0]).toMatchObject({ stage: 'endpoint', from: vpc.s3EndpointId, decidedBy: expect.stringContaining('pendingAcceptance') });
    stage.proxy.calm();
    stage.proxy.rewrite(blackhole(site.account, vpc.s3EndpointId));
    expect((await traced(vpc)).stops[0]).toMatchObject({ stage: 'route', decidedBy: expect.stringContaining('blackhole') });
    stage.proxy.calm();
    for (const rewriting of sharedBy(site.account, '999999999999')) stage.proxy.rewrite(rewriting);
    const shared = await traced(vpc);
    expect(shared.verdicts).toEqual(['unknown', 'unknown', 'unknown']);
    expect(shared.fixes[0]).toMatchObject({ kind: 'ask-owner', account: '999999999999' });
  });
});

describe('to an interface endpoint', () => {
  test('is reached once its group lets the job in, and not without DNS hostnames', async () => {
    const vpc = await build();
    const [first] = vpc.subnetIds;
    const group = await createGroup(site, vpc.vpcId, 'endpoint');
    const id = await createInterfaceEndpoint(site, {
      vpcId: vpc.vpcId,
      service: `com.amazonaws.${REGION}.elastic-inference.runtime`,
      subnetIds: [first ?? ''],
      groupIds: [group],
    });
    const trace = async () => {
      const network = await networkOf(vpc);
      const groups = await reading((read) => read('ec2.securityGroups', { vpcId: vpc.vpcId, region: REGION }));
      const endpoint = network.endpoints.find((one) => one.id === id);
      if (endpoint === undefined) throw new Error('no endpoint');
      return tracesToEndpoint(network, endpoint, groups).map(({ trace: { verdict, hops } }) => [verdict, hops.at(-1)?.stage]);
    };
    expect(await trace()).toEqual(vpc.subnetIds.map(() => ['stops', 'security-group-ingress']));
    await allowIngress(site, group, tcp(443, vpc.groupId));
    expect((await trace()).map(([verdict]) => verdict)).toEqual(ALL);
    await turnDnsOff(site, vpc.vpcId, 'EnableDnsHostnames');
    expect(await trace()).toEqual(vpc.subnetIds.map(() => ['stops', 'name-resolution']));
  });
});
