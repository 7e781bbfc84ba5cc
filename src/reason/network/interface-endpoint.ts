import type { SecurityGroup, Subnet, VpcEndpoint } from '../../model/facts/ec2.ts';
import type { NetworkHop } from '../../model/trace.ts';
import { groupsHop } from './groups.ts';
import type { Ruling } from './hops.ts';
import { hopAt, passes, stops, traceOf, unclear, verdictOf, worstOf } from './hops.ts';
import type { Network } from './network.ts';
import { isAvailable } from './network.ts';
import { answers, answersHop, networkAclHop } from './network-acl.ts';
import { subnetEnd } from './outward.ts';
import type { SubnetTrace } from './subnet-trace.ts';
import type { FarEnd } from './traffic.ts';
import { blocksOf, https } from './traffic.ts';

/** Private names need both DNS attributes of the VPC. Source: https://docs.aws.amazon.com/vpc/latest/privatelink/interface-endpoints.html */
export const resolvesPrivately = ({ dns }: Network): boolean => dns.support && dns.hostnames;

const nameRuling = (network: Network, endpoint: VpcEndpoint): Ruling => {
  const { dns } = network;
  if (!dns.support) return stops('DNS resolution (enableDnsSupport) is off in the VPC');
  if (!dns.hostnames) return stops('DNS hostnames (enableDnsHostnames) are off in the VPC, and private names need them');
  if (!endpoint.privateDns) return stops("private DNS is off for callers in the VPC, so the service's name leads to its public addresses");
  return passes("DNS resolution and hostnames are on, and the service's name leads to the endpoint");
};

const endpointRuling = ({ vpc }: Network, endpoint: VpcEndpoint): Ruling => {
  if (endpoint.vpcId !== vpc.id) return stops(`the endpoint is in ${endpoint.vpcId}, not in ${vpc.id}`);
  if (endpoint.type !== 'Interface') return stops(`the endpoint is of type ${endpoint.type}, not Interface`);
  if (!isAvailable(endpoint)) return stops(`the endpoint is ${endpoint.state}, not available`);
  return endpoint.subnetIds.length === 0
    ? stops('the endpoint stands in no subnet')
    : passes(`an interface endpoint for ${endpoint.service}, available, in ${endpoint.subnetIds.length} subnets`);
};

/** The endpoint's interface in one of its subnets: somewhere in the subnet, or in the VPC where the subnet is none of the plan's. */
const interfaceIn = ({ subnets, vpc }: Network, { id, service, groupIds }: VpcEndpoint, subnetId: string): FarEnd => {
  const cidr = subnets.find((one) => one.id === subnetId)?.cidr;
  return {
    words: `${service} in ${subnetId}`,
    blocks: blocksOf(cidr === undefined ? vpc.cidrs : [cidr]),
    reach: 'one',
    groupIds,
    id,
  };
};

const CLOSED = unclear('no security group of the endpoint could be seen');

const ingressHop = (
  network: Network,
  { id, groupIds }: VpcEndpoint,
  { near, groups }: { readonly near: FarEnd; readonly groups: readonly SecurityGroup[] },
): NetworkHop => {
  const known = [...groups, ...network.groups];
  const own = groupIds.flatMap((groupId) => known.find((group) => group.id === groupId) ?? []);
  const hop = groupsHop(own, { direction: 'ingress', traffic: https(), far: near }, id);
  const hidden = groupIds.filter((groupId) => !own.some((group) => group.id === groupId));
  if (own.length === 0) return hopAt('security-group-ingress', { from: groupIds[0] ?? id }, CLOSED);
  return hop.verdict === 'passes' || hidden.length === 0
    ? hop
    : { ...hop, verdict: 'unknown', decidedBy: `${hop.decidedBy}; ${hidden.join(', ')} could not be seen` };
};

interface Meeting {
  readonly subnet: Subnet;
  readonly endpoint: VpcEndpoint;
  readonly groups: readonly SecurityGroup[];
}

/** From a subnet to the endpoint's interface in one of its subnets. Network ACLs count between subnets only. */
const hopsTo = (network: Network, { subnet, endpoint, groups }: Meeting, subnetId: string): readonly NetworkHop[] => {
  const far = interfaceIn(network, endpoint, subnetId);
  const near = subnetEnd(
    subnet,
    network.groups.map(({ id }) => id),
  );
  const egress = groupsHop(network.groups, { direction: 'egress', traffic: https(), far }, network.vpc.id);
  const ingress = ingressHop(network, endpoint, { near, groups });
  if (subnet.id === subnetId) return [egress, ingress];
  return [
    egress,
    networkAclHop(network, { subnetId: subnet.id, stage: 'network-acl-out', direction: 'out', traffic: https(), far }),
    networkAclHop(network, { subnetId, stage: 'network-acl-in', direction: 'in', traffic: https(), far: near }),
    ingress,
    networkAclHop(network, { subnetId, stage: 'network-acl-return', direction: 'out', traffic: answers(), far: near }),
    answersHop(network, { subnetId: subnet.id, direction: 'in', far }),
  ];
};

/** A name leads to the interfaces in all subnets of the endpoint, in turns: the worst of them decides. */
const worstMeeting = (network: Network, meeting: Meeting): readonly NetworkHop[] => {
  const each = meeting.endpoint.subnetIds.map((subnetId) => {
    const hops = hopsTo(network, meeting, subnetId);
    return { hops, verdict: verdictOf(hops) };
  });
  return worstOf(each)?.hops ?? [];
};

/**
 * Whether each planned subnet reaches an interface endpoint by its service's usual name, with HTTPS. `endpointGroups`: the groups of the VPC.
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export const tracesToEndpoint = (network: Network, endpoint: VpcEndpoint, endpointGroups: readonly SecurityGroup[]): readonly SubnetTrace[] =>
  network.subnets.map((subnet) => {
    const first = [
      hopAt('name-resolution', { from: network.vpc.id, to: endpoint.id }, nameRuling(network, endpoint)),
      hopAt('endpoint', { from: endpoint.id }, endpointRuling(network, endpoint)),
    ];
    const hops = [...first, ...worstMeeting(network, { subnet, endpoint, groups: endpointGroups })];
    return { subnet, trace: traceOf(`Does ${subnet.id} reach ${endpoint.service}?`, hops) };
  });
