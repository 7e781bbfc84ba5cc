import type {
  GroupPeer,
  GroupRule,
  NatGateway,
  NetworkAcl,
  NetworkAclEntry,
  Route,
  RouteTable,
  SecurityGroup,
  Subnet,
  VpcEndpoint,
} from '../../../src/model/facts/ec2.ts';
import { present } from '../../../src/model/reading.ts';
import type { NetworkTrace } from '../../../src/model/trace.ts';
import type { Network } from '../../../src/reason/network/network.ts';
import { ACCOUNT, REGION } from '../../support/targets.ts';

export const OTHER_ACCOUNT = '999999999999';
export const S3_LIST = 'pl-63a5400a';
/** S3's addresses in this Region, shortened. */
export const S3_CIDRS = ['3.5.0.0/19', '16.15.176.0/20', '52.216.0.0/15'] as const;
export const S3_ENDPOINT = 'vpce-s3';
const NAT = 'nat-1';

export const route = (destination: string, target: string, state = 'active'): Route => ({
  destination: destination.startsWith('pl-') ? { prefixListId: destination } : { cidr: destination },
  target,
  state,
});
export const LOCAL = route('10.0.0.0/16', 'local');
export const TO_ENDPOINT = route(S3_LIST, S3_ENDPOINT);
export const TO_NAT = route('0.0.0.0/0', NAT);

export const table = (id: string, subnetIds: readonly string[], ...routes: readonly Route[]): RouteTable => ({
  id,
  main: false,
  subnetIds,
  routes: [LOCAL, ...routes],
});
export const mainTable = (...routes: readonly Route[]): RouteTable => ({ ...table('rtb-main', [], ...routes), main: true });

export const entry = (number: number, direction: 'in' | 'out', changes: Partial<NetworkAclEntry> = {}): NetworkAclEntry => ({
  number,
  direction,
  action: 'allow',
  protocol: '-1',
  cidr: '0.0.0.0/0',
  ...changes,
});
const LAST = [entry(32_767, 'in', { action: 'deny' }), entry(32_767, 'out', { action: 'deny' })];
export const acl = (id: string, subnetIds: readonly string[], ...entries: readonly NetworkAclEntry[]): NetworkAcl => ({
  id,
  isDefault: false,
  subnetIds,
  entries: [...entries, ...LAST],
});
export const OPEN_ACL = [entry(100, 'in'), entry(100, 'out')];

export const toCidr = (cidr: string): GroupPeer => ({ kind: 'cidr', cidr });
export const toGroup = (groupId: string): GroupPeer => ({ kind: 'group', groupId });
export const toList = (prefixListId: string, entries: readonly string[] = []): GroupPeer => ({ kind: 'prefix-list', prefixListId, entries: present(entries) });
export const https = (peer: GroupPeer): GroupRule => ({ protocol: 'tcp', ports: { from: 443, to: 443 }, peer });
export const everything = (peer: GroupPeer = toCidr('0.0.0.0/0')): GroupRule => ({ protocol: '-1', peer });

export const group = (changes: Partial<SecurityGroup> = {}): SecurityGroup => {
  const id = changes.id ?? 'sg-jobs';
  return {
    id,
    arn: `arn:aws:ec2:${REGION}:${ACCOUNT}:security-group/${id}`,
    vpcId: 'vpc-1',
    owner: ACCOUNT,
    name: 'jobs',
    egress: [everything()],
    ingress: [],
    ...changes,
  };
};

export const subnet = (letter: string, cidr: string): Subnet => ({
  id: `subnet-${letter}`,
  arn: `arn:aws:ec2:${REGION}:${ACCOUNT}:subnet/subnet-${letter}`,
  vpcId: 'vpc-1',
  owner: ACCOUNT,
  zone: `${REGION}${letter}`,
  zoneId: `use1-az${letter}`,
  cidr,
  ipv6Cidrs: [],
  freeAddresses: 200,
  state: 'available',
});

export const endpoint = (changes: Partial<VpcEndpoint> = {}): VpcEndpoint => ({
  id: S3_ENDPOINT,
  arn: `arn:aws:ec2:${REGION}:${ACCOUNT}:vpc-endpoint/${S3_ENDPOINT}`,
  service: `com.amazonaws.${REGION}.s3`,
  type: 'Gateway',
  state: 'available',
  vpcId: 'vpc-1',
  routeTableIds: ['rtb-a', 'rtb-b'],
  subnetIds: [],
  groupIds: [],
  privateDns: false,
  ...changes,
});

export const interfaceEndpoint = (changes: Partial<VpcEndpoint> = {}): VpcEndpoint =>
  endpoint({
    id: 'vpce-if',
    service: `com.amazonaws.${REGION}.elastic-inference.runtime`,
    type: 'Interface',
    routeTableIds: [],
    subnetIds: ['subnet-a', 'subnet-b'],
    groupIds: ['sg-endpoint'],
    privateDns: true,
    ...changes,
  });

export const nat = (changes: Partial<NatGateway> = {}): NatGateway => ({
  id: NAT,
  subnetId: 'subnet-nat',
  state: 'available',
  connectivity: 'public',
  ...changes,
});

/** Two private subnets with a gateway endpoint; a public subnet that holds a NAT gateway, which nobody uses yet. */
export const network = (changes: Partial<Network> = {}): Network => ({
  account: ACCOUNT,
  region: REGION,
  vpc: { id: 'vpc-1', owner: ACCOUNT, cidrs: ['10.0.0.0/16'], ipv6Cidrs: [], tenancy: 'default', dhcpOptionsId: 'dopt-1' },
  dns: { support: true, hostnames: true },
  subnets: [subnet('a', '10.0.1.0/24'), subnet('b', '10.0.2.0/24')],
  groups: [group()],
  routeTables: [
    table('rtb-a', ['subnet-a'], TO_ENDPOINT),
    table('rtb-b', ['subnet-b'], TO_ENDPOINT),
    table('rtb-public', ['subnet-nat'], route('0.0.0.0/0', 'igw-1')),
    mainTable(),
  ],
  networkAcls: [acl('acl-1', ['subnet-a', 'subnet-b'], ...OPEN_ACL), acl('acl-nat', ['subnet-nat'], ...OPEN_ACL)],
  endpoints: [endpoint()],
  natGateways: [nat()],
  internetGateways: [{ id: 'igw-1', attached: true }],
  publicAccess: undefined,
  s3: { id: S3_LIST, name: `com.amazonaws.${REGION}.s3`, cidrs: S3_CIDRS },
  ...changes,
});

/** The network with the table of subnet-b made of these routes. */
export const routing = (...routes: readonly Route[]): Partial<Network> => ({
  routeTables: [
    table('rtb-a', ['subnet-a'], TO_ENDPOINT),
    table('rtb-b', ['subnet-b'], ...routes),
    table('rtb-public', ['subnet-nat'], route('0.0.0.0/0', 'igw-1')),
    mainTable(),
  ],
  endpoints: [endpoint({ routeTableIds: routes.includes(TO_ENDPOINT) ? ['rtb-a', 'rtb-b'] : ['rtb-a'] })],
});

/** The network with a network ACL of its own for subnet-b. */
export const filtering = (...entries: readonly NetworkAclEntry[]): Partial<Network> => ({
  networkAcls: [acl('acl-1', ['subnet-a'], ...OPEN_ACL), acl('acl-b', ['subnet-b'], ...entries), acl('acl-nat', ['subnet-nat'], ...OPEN_ACL)],
});

/** What a trace comes to: its verdict, and the last hop's stage, place and words. */
export const outcomeOf = ({ verdict, hops }: NetworkTrace) => {
  const last = hops.at(-1);
  return { verdict, at: last?.stage, from: last?.from, because: last?.decidedBy };
};
