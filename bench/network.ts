import type { GroupRule, NetworkAclEntry, Route, RouteTable, Subnet } from '../src/model/facts/ec2.ts';
import type { Network } from '../src/reason/network/network.ts';
import { tracesToS3 } from '../src/reason/network/s3.ts';
import type { Figure } from './support/figure.ts';

const ACCOUNT = '123456789012';
const REGION = 'us-east-1';
const S3_LIST = 'pl-63a5400a';
// S3's list of the Region as of 2026-09: twelve blocks.
const S3_CIDRS = [
  '3.5.0.0/19',
  '16.15.176.0/20',
  '16.15.192.0/18',
  '16.182.0.0/16',
  '18.34.0.0/19',
  '18.34.232.0/21',
  '44.192.134.240/28',
  '44.192.140.64/28',
  '52.92.0.0/16',
  '52.216.0.0/15',
  '54.231.0.0/16',
  '1.178.4.0/24',
];

/** How large the traced network is. */
export interface NetworkSize {
  readonly subnets: number;
  readonly tables: number;
  /** In each table, network ACL and group. */
  readonly rules: number;
}

const times = <T>(count: number, make: (index: number) => T): readonly T[] => Array.from({ length: count }, (_, index) => make(index));

/** Blocks that S3 has none of, so that each is looked at and none decides. */
const block = (index: number): string => `172.${16 + (index >> 8)}.${index & 255}.0/24`;

const subnet = (index: number): Subnet => ({
  id: `subnet-${index}`,
  arn: `arn:aws:ec2:${REGION}:${ACCOUNT}:subnet/subnet-${index}`,
  vpcId: 'vpc-1',
  owner: ACCOUNT,
  zone: `${REGION}a`,
  zoneId: 'use1-az1',
  cidr: `10.0.${index}.0/24`,
  ipv6Cidrs: [],
  freeAddresses: 200,
  state: 'available',
});

const table = (index: number, rules: number): RouteTable => ({
  id: `rtb-${index}`,
  main: index === 0,
  subnetIds: [`subnet-${index}`],
  routes: [
    ...times(rules - 1, (each): Route => ({ destination: { cidr: block(each) }, target: 'tgw-1', state: 'active' })),
    { destination: { prefixListId: S3_LIST }, target: 'vpce-s3', state: 'active' },
  ],
});

const entries = (direction: 'in' | 'out', rules: number): readonly NetworkAclEntry[] =>
  times(rules, (index) => {
    const last = index === rules - 1;
    return { number: index + 1, direction, action: last ? 'allow' : 'deny', protocol: last ? '-1' : '6', cidr: last ? '0.0.0.0/0' : block(index) };
  });

const egress = (rules: number): readonly GroupRule[] =>
  times(rules, (index) => ({ protocol: 'tcp', ports: { from: 443, to: 443 }, peer: { kind: 'cidr', cidr: index === rules - 1 ? '0.0.0.0/0' : block(index) } }));

/** A network in which every rule is looked at before the last one lets the packets through; each subnet has a table and a network ACL of its own. */
export const networkOfSize = ({ subnets, tables, rules }: NetworkSize): Network => ({
  account: ACCOUNT,
  region: REGION,
  vpc: { id: 'vpc-1', owner: ACCOUNT, cidrs: ['10.0.0.0/16'], ipv6Cidrs: [], tenancy: 'default', dhcpOptionsId: 'default' },
  dns: { support: true, hostnames: true },
  subnets: times(subnets, subnet),
  groups: [
    {
      id: 'sg-1',
      arn: `arn:aws:ec2:${REGION}:${ACCOUNT}:security-group/sg-1`,
      vpcId: 'vpc-1',
      owner: ACCOUNT,
      name: 'jobs',
      egress: egress(rules),
      ingress: [],
    },
  ],
  routeTables: times(tables, (index) => table(index, rules)),
  networkAcls: times(subnets, (index) => ({
    id: `acl-${index}`,
    isDefault: false,
    subnetIds: [`subnet-${index}`],
    entries: [...entries('in', rules), ...entries('out', rules)],
  })),
  endpoints: [
    {
      id: 'vpce-s3',
      arn: `arn:aws:ec2:${REGION}:${ACCOUNT}:vpc-endpoint/vpce-s3`,
      service: `com.amazonaws.${REGION}.s3`,
      type: 'Gateway',
      state: 'available',
      vpcId: 'vpc-1',
      routeTableIds: times(tables, (index) => `rtb-${index}`),
      subnetIds: [],
      groupIds: [],
      privateDns: false,
    },
  ],
  natGateways: [],
  internetGateways: [],
  publicAccess: undefined,
  s3: { id: S3_LIST, name: `com.amazonaws.${REGION}.s3`, cidrs: S3_CIDRS },
});

const ROUNDS = 25;

/** Milliseconds that tracing every subnet takes, fresh each time: nothing is frozen, so that nothing is remembered. */
export const traceTimes = (network: Network, rounds = ROUNDS): readonly number[] =>
  times(rounds, () => {
    const begun = performance.now();
    const traces = tracesToS3(network);
    const taken = performance.now() - begun;
    if (traces.some(({ trace }) => trace.verdict !== 'passes')) throw new Error('a path that is open was not traced through');
    return taken;
  }).toSorted((one, other) => one - other);

/** What tracing a large network takes. */
export const measureNetwork = async (): Promise<readonly Figure[]> => {
  const sorted = traceTimes(networkOfSize({ subnets: 16, tables: 20, rules: 100 }));
  return [
    {
      name: 'Trace to S3 from 16 subnets, 20 tables, 100 rules in each table, ACL and group',
      value: sorted[0] ?? Number.NaN,
      unit: 'ms',
      target: { is: 'at most', value: 20 },
      detail: `median of ${ROUNDS}: ${sorted[Math.floor(ROUNDS / 2)]?.toFixed(1)} ms, slowest ${sorted.at(-1)?.toFixed(1)} ms`,
    },
  ];
};
