import type { NetworkPicture, PicturedPath, PicturedSubnet } from '../../src/model/picture.ts';
import type { NetworkHop } from '../../src/model/trace.ts';

const ZONES = ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'];

const id = (kind: string, number: number): string => `${kind}-0${String(number).padStart(2, '0')}a1b2c3d4e5f6a7`;

const SERVICES = ['com.amazonaws.eu-west-1.sagemaker.api', 'com.amazonaws.eu-west-1.ecr.dkr'];

const subnetOf = (_: unknown, index: number): PicturedSubnet => ({
  id: id('subnet', index + 1),
  ...(index % 3 === 0 && { name: `training-${index + 1}` }),
  zone: ZONES[index % ZONES.length] ?? '',
  cidr: `10.0.${index}.0/24`,
  freeAddresses: 251 - index,
  routeTableId: id('rtb', index + 1),
  networkAclId: id('acl', 1),
});

const hop = (stage: NetworkHop['stage'], from: string, decidedBy: string, verdict: NetworkHop['verdict'] = 'passes'): NetworkHop => ({
  stage,
  from,
  decidedBy,
  verdict,
});

const leaving = [hop('security-group-egress', id('sg', 1), 'tcp 443 to 0.0.0.0/0'), hop('network-acl-out', id('acl', 1), 'rule 100 allows all traffic')];

const toStorage = ({ id: from, routeTableId = '' }: PicturedSubnet): PicturedPath => ({
  from,
  to: 'Amazon S3',
  verdict: 'passes',
  hops: [
    ...leaving,
    { ...hop('route', routeTableId, 'pl-6da54004 (S3) → vpce-s3'), to: id('vpce', 1) },
    hop('endpoint', id('vpce', 1), 'available, in this route table'),
    hop('endpoint-policy', id('vpce', 1), 'allows s3:GetObject on churn-models'),
    hop('network-acl-return', id('acl', 1), 'rule 100 allows tcp 1024–65535'),
  ],
});

const toService = ({ id: from, routeTableId = '' }: PicturedSubnet, service: string, number: number): PicturedPath => ({
  from,
  to: service,
  verdict: 'passes',
  hops: [
    hop('name-resolution', id('vpce', number), 'private DNS is on'),
    ...leaving,
    hop('route', routeTableId, '10.0.0.0/16 → local'),
    hop('endpoint', id('vpce', number), 'available'),
    hop('security-group-ingress', id('sg', 2), 'tcp 443 from 10.0.0.0/16'),
  ],
});

/** The same path, stopped or unknown at a hop. */
const endingAt = (path: PicturedPath, index: number, changes: Pick<NetworkHop, 'decidedBy' | 'verdict'>): PicturedPath => ({
  ...path,
  verdict: changes.verdict,
  hops: [...path.hops.slice(0, index), ...path.hops.slice(index, index + 1).map((one) => ({ ...one, ...changes }))],
});

const FAULTS: readonly ((path: PicturedPath) => PicturedPath)[] = [
  (path) => endingAt(path, 2, { decidedBy: 'no route covers the prefix list pl-6da54004, and none leads to a NAT gateway', verdict: 'stops' }),
  (path) => endingAt(path, 1, { decidedBy: 'the network ACL could not be read: ec2:DescribeNetworkAcls was refused', verdict: 'unknown' }),
  (path) => endingAt(path, 4, { decidedBy: 'no statement allows s3:GetObject on churn-models', verdict: 'stops' }),
  (path) => endingAt(path, 5, { decidedBy: 'no rule lets tcp 1024–65535 back in', verdict: 'stops' }),
];

/** A network of so many subnets in three zones, each with its own table; `broken`: every third one fails in its own way. */
export const networkOf = (subnets: number, state: 'ready' | 'broken'): NetworkPicture => {
  const all = Array.from({ length: subnets }, subnetOf);
  const paths = all.flatMap((subnet, index) => {
    const fault = state === 'broken' && index % 3 === 2 ? FAULTS[Math.floor(index / 3) % FAULTS.length] : undefined;
    return [fault?.(toStorage(subnet)) ?? toStorage(subnet), ...SERVICES.map((service, number) => toService(subnet, service, number + 2))];
  });
  const tables = Array.from({ length: Math.max(1, subnets + 4) }, (_, index) => ({
    id: id('rtb', index + 1),
    main: index === subnets,
    routes: [
      { destination: '10.0.0.0/16', target: 'local', state: 'active' },
      { destination: 'pl-6da54004 (S3)', target: id('vpce', 1), state: state === 'broken' && index === 3 ? 'blackhole' : 'active' },
    ],
  }));
  return {
    vpc: { id: id('vpc', 1), name: 'machine-learning', cidrs: ['10.0.0.0/16'] },
    subnets: all,
    routeTables: tables,
    groups: [
      {
        id: id('sg', 1),
        name: 'sagemaker-jobs',
        egress: ['tcp 443 to 0.0.0.0/0', `all traffic to ${id('sg', 1)}`],
        ingress: [`all traffic from ${id('sg', 1)}`],
      },
      { id: id('sg', 2), name: 'endpoints', egress: [], ingress: ['tcp 443 from 10.0.0.0/16'] },
    ],
    ways: [
      { id: id('vpce', 1), kind: 'gateway-endpoint', label: 'com.amazonaws.eu-west-1.s3', state: 'available' },
      ...SERVICES.map((label, number) => ({
        id: id('vpce', number + 2),
        kind: 'interface-endpoint' as const,
        label,
        state: number === 1 && state === 'broken' ? 'pending' : 'available',
      })),
      { id: id('igw', 1), kind: 'internet-gateway', label: 'internet gateway', state: 'attached' },
    ],
    paths,
  };
};
