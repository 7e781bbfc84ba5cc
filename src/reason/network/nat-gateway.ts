import type { NatGateway, Route, RouteTable } from '../../model/facts/ec2.ts';
import type { NetworkHop } from '../../model/trace.ts';
import type { Decided } from './boxes.ts';
import { gatewayEndpointHop } from './gateway-endpoint.ts';
import type { Ruling } from './hops.ts';
import { hopAt, passes, stops, unclear, verdictOf } from './hops.ts';
import type { Network } from './network.ts';
import { notVisible, ownerOf, routeTableOf } from './network.ts';
import type { Crossing } from './network-acl.ts';
import { answers, networkAclHop } from './network-acl.ts';
import { publicAccessRuling } from './public-access.ts';
import { entriesUnknown, routesOf, routeWords, unreadRoutes } from './routes.ts';
import type { FarEnd, Traffic } from './traffic.ts';
import { packets } from './traffic.ts';
import type { Way } from './ways.ts';
import { decidingWay, wayKindOf } from './ways.ts';

/** Packets of a subnet on their way out. */
export interface Outward {
  /** The subnet they come from: its id, and its addresses. */
  readonly subnetId: string;
  readonly near: FarEnd;
  readonly far: FarEnd;
  readonly traffic: Traffic;
}

const stateRuling = ({ state, connectivity }: NatGateway): Ruling => {
  if (state.toLowerCase() !== 'available') return stops(`the NAT gateway is ${state}`);
  return passes(connectivity === 'public' ? 'a public NAT gateway, available' : 'a private NAT gateway, available');
};

/** A private NAT gateway has no public address: what it sends to an internet gateway is dropped. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html */
const throughInternetGateway = ({ internetGateways }: Network, { connectivity }: NatGateway, route: Route): Ruling => {
  if (connectivity === 'private')
    return stops(`${routeWords(route)}: a private NAT gateway has no public address, so an internet gateway carries nothing for it`);
  const known = internetGateways.find(({ id }) => id === route.target);
  return known?.attached === false ? stops(`${routeWords(route)}: the internet gateway is not attached to the VPC`) : passes(routeWords(route));
};

const beyond = (network: Network, nat: NatGateway, route: Route): Ruling => {
  if (route.state === 'blackhole') return stops(`${routeWords(route)} is a blackhole`);
  const kind = wayKindOf(network, route.target);
  switch (kind) {
    case 'internet-gateway':
      return throughInternetGateway(network, nat, route);
    case 'gateway-endpoint':
      return passes(routeWords(route));
    case 'local':
    case 'nat-gateway':
    case 'peering':
    case 'egress-only-internet-gateway':
      return stops(`${routeWords(route)}: a NAT gateway's own subnet needs a route to an internet gateway`);
    case 'transit-gateway':
    case 'virtual-private-gateway':
    case 'appliance':
    case 'appliance-endpoint':
    case 'unlisted-endpoint':
    case 'other':
      return unclear(`${routeWords(route)}: what lies behind it cannot be read here`);
    default:
      return kind satisfies never;
  }
};

const noWay = stops('its own subnet has no route to an internet gateway');

/** A NAT gateway in its subnet, and the subnet whose packets it carries. */
interface Placed {
  readonly nat: NatGateway;
  readonly subnetId: string;
  readonly near: string;
}

const blockHops = (network: Network, subnetIds: readonly string[]): readonly NetworkHop[] => {
  const ruling = publicAccessRuling(network, subnetIds);
  return ruling === undefined ? [] : [hopAt('gateway', { from: network.vpc.id }, ruling)];
};

const wayBeyond = (
  network: Network,
  { nat, subnetId, near }: Placed,
  { table, decided }: { readonly table: RouteTable; readonly decided: Decided<Route> },
): Way => {
  const { by, boxes } = decided;
  const route = hopAt('route', { from: table.id, to: by?.target }, by === undefined ? noWay : beyond(network, nat, by));
  const endpoint = by && network.endpoints.find(({ id, type }) => id === by.target && type === 'Gateway');
  const isPublic = by !== undefined && wayKindOf(network, by.target) === 'internet-gateway';
  const further = endpoint === undefined ? [] : [gatewayEndpointHop(network, endpoint)];
  const hops = [route, ...further, ...(isPublic ? blockHops(network, [near, subnetId]) : [])];
  return { hops, verdict: verdictOf(hops), boxes };
};

const unread = (network: Network, table: RouteTable): readonly NetworkHop[] =>
  unreadRoutes(network, table).map((route) => hopAt('route', { from: table.id, to: route.target }, entriesUnknown(route)));

const routeHops = (network: Network, placed: Placed, { traffic, far }: Outward): readonly NetworkHop[] => {
  const table = routeTableOf(network, placed.subnetId);
  if (table === undefined) return [hopAt('route', { from: placed.subnetId }, notVisible(network, `the route table of ${placed.subnetId}`))];
  const ways = routesOf(network, table, packets(traffic, far)).map((decided) => wayBeyond(network, placed, { table, decided }));
  return [...(decidingWay(ways, far)?.hops ?? []), ...unread(network, table)];
};

type Edge = Pick<Crossing, 'stage' | 'direction' | 'traffic' | 'far'>;

const edges = ({ near, far, traffic }: Outward): Readonly<Record<'arrives' | 'leaves' | 'returns' | 'handsBack', Edge>> => ({
  arrives: { stage: 'network-acl-in', direction: 'in', traffic, far: near },
  leaves: { stage: 'network-acl-out', direction: 'out', traffic, far },
  returns: { stage: 'network-acl-return', direction: 'in', traffic: answers(), far },
  handsBack: { stage: 'network-acl-return', direction: 'out', traffic: answers(), far: near },
});

const REGIONAL = passes('a regional NAT gateway, which AWS routes to the internet gateway');

/** A regional NAT gateway stands in no subnet, and AWS routes it to the internet gateway. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html */
const regionalHop = (network: Network, nat: NatGateway): NetworkHop => {
  const attached = network.internetGateways.find((one) => one.attached);
  if (attached !== undefined) return hopAt('gateway', { from: nat.id, to: attached.id }, REGIONAL);
  return hopAt(
    'gateway',
    { from: nat.id },
    ownerOf(network) === undefined ? stops('the VPC has no internet gateway') : notVisible(network, 'its internet gateway'),
  );
};

const regional = (network: Network, nat: NatGateway, { subnetId }: Outward): readonly NetworkHop[] => [
  regionalHop(network, nat),
  ...blockHops(network, [subnetId]),
];

/** The hops from a NAT gateway in its subnet on. Inside one subnet no network ACL counts. */
const fromSubnet = (network: Network, placed: Placed, outward: Outward): readonly NetworkHop[] => {
  const { arrives, leaves, returns, handsBack } = edges(outward);
  const at = (edge: Edge): NetworkHop => networkAclHop(network, { subnetId: placed.subnetId, ...edge });
  const same = placed.subnetId === outward.subnetId;
  const out = [...routeHops(network, placed, outward), at(leaves), at(returns)];
  return same ? out : [at(arrives), ...out, at(handsBack)];
};

/** The hops through a NAT gateway: its state, its own subnet's route and network ACL. */
export const natGatewayHops = (network: Network, id: string, outward: Outward): readonly NetworkHop[] => {
  const nat = network.natGateways.find((one) => one.id === id);
  if (nat === undefined)
    return [hopAt('gateway', { from: id }, ownerOf(network) === undefined ? stops('the VPC has no such NAT gateway') : notVisible(network, id))];
  const { subnetId } = nat;
  const itself = hopAt('gateway', { from: id, to: subnetId }, stateRuling(nat));
  return [itself, ...(subnetId === undefined ? regional(network, nat, outward) : fromSubnet(network, { nat, subnetId, near: outward.subnetId }, outward))];
};
