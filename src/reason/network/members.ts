import type { Subnet } from '../../model/facts/ec2.ts';
import type { NetworkHop, NetworkTrace } from '../../model/trace.ts';
import type { Conversation, GroupsRuling } from './groups.ts';
import { groupsHop, groupsRuling } from './groups.ts';
import { hopAt, stops, traceOf } from './hops.ts';
import type { Network } from './network.ts';
import type { Crossing } from './network-acl.ts';
import { networkAclHop } from './network-acl.ts';
import { subnetEnd } from './outward.ts';
import type { Block, FarEnd, Traffic } from './traffic.ts';
import { blocksOf, trafficWords } from './traffic.ts';

/** What members of a job send each other, and whether rules by address count. */
export interface MemberTraffic {
  readonly traffic: Traffic;
  /** `groups`: only rules that name a group of the job itself. */
  readonly by: 'groups' | 'anything';
}

/** Distributed training on any port. Source: https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html */
export const DISTRIBUTED: MemberTraffic = { traffic: { protocol: 'tcp' }, by: 'anything' };

/** An Elastic Fabric Adapter needs a group that lets everything in from itself and out to itself. Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-start.html */
export const ELASTIC_FABRIC: MemberTraffic = { traffic: { protocol: 'all' }, by: 'groups' };

/** Encryption between containers: key exchange and the encrypted packets. Source: https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html */
export const ENCRYPTED: readonly MemberTraffic[] = [
  { traffic: { protocol: 'udp', ports: { from: 500, to: 500 } }, by: 'anything' },
  { traffic: { protocol: 'esp' }, by: 'anything' },
];

const membersEnd = ({ groups, subnets }: Network, by: MemberTraffic['by']): FarEnd => ({
  words: by === 'groups' ? `the group itself` : 'the other members',
  blocks: blocksOf(subnets.map(({ cidr }) => cidr)),
  reach: 'each',
  groupIds: groups.map(({ id }) => id),
  by,
  ...(groups[0] !== undefined && { id: groups[0].id }),
});

/** From one subnet to another, and there: what each network ACL says. */
const crossings = (from: Subnet, to: Subnet, traffic: Traffic): readonly Crossing[] => [
  { subnetId: from.id, stage: 'network-acl-out', direction: 'out', traffic, far: subnetEnd(to) },
  { subnetId: to.id, stage: 'network-acl-in', direction: 'in', traffic, far: subnetEnd(from) },
];

/** AWS does not say whether the instances of one job share a subnet, so that a network ACL between subnets is told and not judged. */
const keptApart = (network: Network, traffic: Traffic): readonly string[] =>
  network.subnets.flatMap((from) =>
    network.subnets
      .filter(({ id }) => id !== from.id)
      .flatMap((to) => crossings(from, to, traffic).map((crossing) => networkAclHop(network, crossing)))
      .filter(({ verdict }) => verdict === 'stops')
      .map((hop) => `${hop.from} keeps members in different subnets apart: ${hop.decidedBy}`),
  );

/** Whether the groups of a plan let its members talk to each other, in every planned subnet; network ACLs between these are noted. */
export const traceBetweenMembers = (network: Network, { traffic, by }: MemberTraffic): NetworkTrace => {
  const far = membersEnd(network, by);
  const hops = [
    groupsHop(network.groups, { direction: 'egress', traffic, far }, network.vpc.id),
    groupsHop(network.groups, { direction: 'ingress', traffic, far }, network.vpc.id),
  ];
  return traceOf(`Do the members reach each other with ${trafficWords(traffic)}?`, hops, keptApart(network, traffic));
};

const ANY_PORT: Traffic = { protocol: 'tcp' };

const ownBlock = (network: Network, block: Block, traffic: Traffic): Conversation => ({
  direction: 'egress',
  traffic,
  far: { words: block.name, blocks: [block], reach: 'one', groupIds: network.groups.map(({ id }) => id), id: block.name },
});

/** Ports that some rule of the groups opens on the way out. */
const openPorts = ({ groups }: Network): readonly Traffic[] =>
  groups.flatMap(({ egress }) => egress.flatMap(({ ports }) => (ports === undefined || ports.from < 0 ? [] : [{ protocol: 'tcp', ports } as const])));

/** How much must be let out: `some-ports`, as AWS asks without naming any, or `every-port`. */
type Extent = 'some-ports' | 'every-port';

const onSomePorts = (network: Network, block: Block): GroupsRuling | undefined =>
  openPorts(network)
    .map((traffic) => groupsRuling(network.groups, ownBlock(network, block, traffic)))
    .find(({ verdict }) => verdict === 'passes');

const rulingTo = (network: Network, block: Block, extent: Extent): GroupsRuling => {
  const whole = groupsRuling(network.groups, ownBlock(network, block, ANY_PORT));
  const part = whole.verdict === 'unknown' ? onSomePorts(network, block) : undefined;
  if (part === undefined) return whole;
  return extent === 'some-ports' ? { ...part, decidedBy: `${part.decidedBy}, and AWS names no ports` } : { ...part, ...stops(whole.decidedBy) };
};

const toOwnBlock = (network: Network, block: Block, extent: Extent): NetworkHop => {
  const { groupId, ...ruling } = rulingTo(network, block, extent);
  return hopAt('security-group-egress', { from: groupId ?? network.vpc.id, to: block.name }, ruling);
};

/**
 * Whether the groups let traffic out to the CIDR blocks of the planned subnets, as Inference Recommender asks.
 * Source: https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-vpc-access.html
 */
export const traceToOwnSubnets = (network: Network, extent: Extent = 'some-ports'): NetworkTrace =>
  traceOf(
    "Do the groups let traffic out to the job's own subnets?",
    blocksOf(network.subnets.map(({ cidr }) => cidr)).map((block) => toOwnBlock(network, block, extent)),
  );
