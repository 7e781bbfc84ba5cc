import type { Route, RouteTable, Subnet } from '../../model/facts/ec2.ts';
import type { NetworkHop } from '../../model/trace.ts';
import type { Box, Decided } from './boxes.ts';
import { gatewayEndpointHop } from './gateway-endpoint.ts';
import { groupsHop } from './groups.ts';
import type { Ruling } from './hops.ts';
import { hopAt, passes, stops, unclear, verdictOf } from './hops.ts';
import type { Outward } from './nat-gateway.ts';
import { natGatewayHops } from './nat-gateway.ts';
import type { Network } from './network.ts';
import { notVisible, ownerOf, routeTableOf } from './network.ts';
import { answersHop, networkAclHop } from './network-acl.ts';
import { entriesUnknown, routesOf, routeWords, unreadRoutes } from './routes.ts';
import type { FarEnd, Traffic } from './traffic.ts';
import { blocksOf, narrowed, packets, partOf } from './traffic.ts';
import type { Way } from './ways.ts';
import { decidingWay, wayKindOf } from './ways.ts';

/** Where packets are to go outside the VPC, and by which routes they may. */
export interface Destination {
  readonly far: FarEnd;
  readonly traffic: Traffic;
  /** The table as this destination uses it. */
  readonly seen?: (network: Network, table: RouteTable) => RouteTable;
}

/** The addresses of a subnet as a far end: an interface gets one of them, not known which. */
export const subnetEnd = ({ id, cidr, ipv6Cidrs }: Subnet, groupIds: readonly string[] = []): FarEnd => ({
  words: `${id} (${cidr})`,
  blocks: blocksOf([cidr || (ipv6Cidrs[0] ?? '')]),
  reach: 'one',
  groupIds,
  id,
});

interface Step {
  readonly outward: Outward;
  readonly table: RouteTable;
}

const routeRuling = (network: Network, route: Route): Ruling => {
  if (route.state === 'blackhole') return stops(`${routeWords(route)} is a blackhole: what it leads to is gone or cannot be used`);
  const kind = wayKindOf(network, route.target);
  switch (kind) {
    case 'gateway-endpoint':
    case 'nat-gateway':
      return passes(routeWords(route));
    case 'local':
      return stops(`${routeWords(route)}: the packets stay inside the VPC`);
    case 'internet-gateway':
      return stops(`${routeWords(route)}: SageMaker's interfaces get no public address, so an internet gateway carries nothing for them`);
    case 'egress-only-internet-gateway':
      return stops(`${routeWords(route)}: an egress-only internet gateway carries IPv6 from public addresses only`);
    case 'peering':
      return stops(`${routeWords(route)}: a peering connection leads to the other VPC's own addresses only`);
    case 'unlisted-endpoint':
      return ownerOf(network) === undefined ? stops(`${routeWords(route)}: the VPC has no such endpoint`) : notVisible(network, route.target);
    case 'transit-gateway':
    case 'virtual-private-gateway':
    case 'appliance':
    case 'appliance-endpoint':
    case 'other':
      return unclear(`${routeWords(route)}: what lies behind it cannot be read here — ask whoever runs it`);
    default:
      return kind satisfies never;
  }
};

const missingRoute = ({ outward }: Step, boxes: readonly Box[]): Ruling => stops(`no route to ${partOf(outward.far, boxes)}`);

const afterRoute = (network: Network, { target, state }: Route, outward: Outward): readonly NetworkHop[] => {
  if (state === 'blackhole') return [];
  const endpoint = network.endpoints.find(({ id, type }) => id === target && type === 'Gateway');
  if (endpoint !== undefined) return [gatewayEndpointHop(network, endpoint)];
  return wayKindOf(network, target) === 'nat-gateway' ? natGatewayHops(network, target, outward) : [];
};

const wayOf = (network: Network, { outward, table }: Step, { by, boxes }: Decided<Route>): Way => {
  const ruling = by === undefined ? missingRoute({ outward, table }, boxes) : routeRuling(network, by);
  const route = hopAt('route', { from: table.id, to: by?.target }, ruling);
  const part = { ...outward, far: narrowed(outward.far, boxes) };
  const hops = by === undefined || ruling.verdict === 'stops' ? [route] : [route, ...afterRoute(network, by, part)];
  return { hops, verdict: verdictOf(hops), boxes };
};

const unreadHop = ({ id }: RouteTable, route: Route): NetworkHop => hopAt('route', { from: id, to: route.target }, entriesUnknown(route));

/** The ways that packets take from a subnet, each with its hops from the route on. */
export const waysOut = (network: Network, subnet: Subnet, { far, traffic, seen }: Destination): readonly Way[] => {
  // Of another VPC nothing was read: its subnets have other main tables.
  const own = subnet.vpcId === network.vpc.id ? routeTableOf(network, subnet.id) : undefined;
  const all = packets(traffic, far);
  if (own === undefined)
    return [{ hops: [hopAt('route', { from: subnet.id }, notVisible(network, `the route table of ${subnet.id}`))], verdict: 'unknown', boxes: all }];
  const table = seen?.(network, own) ?? own;
  const outward: Outward = { subnetId: subnet.id, near: subnetEnd(subnet), far, traffic };
  const known = routesOf(network, table, all).map((decided) => wayOf(network, { outward, table }, decided));
  const unread = unreadRoutes(network, table).map((route): Way => ({ hops: [unreadHop(table, route)], verdict: 'unknown', boxes: [] }));
  return [...known, ...unread];
};

const routeHopsOf = (ways: readonly Way[], far: FarEnd): readonly NetworkHop[] => {
  const deciding = decidingWay(ways, far);
  if (deciding === undefined) return [];
  return far.reach !== 'most' && deciding.verdict === 'passes' ? ways.flatMap(({ hops }) => hops) : deciding.hops;
};

/** The hop at the groups of the plan. */
export const egressHop = (network: Network, { far, traffic }: Destination): NetworkHop =>
  groupsHop(network.groups, { direction: 'egress', traffic, far }, network.vpc.id);

/** Every hop from a subnet to a destination outside the VPC and back; `egress` is the same for all subnets. */
export const hopsOut = (network: Network, subnet: Subnet, { destination, egress, ways }: Journey): readonly NetworkHop[] => {
  const { far, traffic } = destination;
  const at = { subnetId: subnet.id, far };
  return [
    egress,
    networkAclHop(network, { ...at, stage: 'network-acl-out', direction: 'out', traffic }),
    ...routeHopsOf(ways, far),
    answersHop(network, { ...at, direction: 'in' }),
  ];
};

/** What one subnet's hops are made of. */
export interface Journey {
  readonly destination: Destination;
  readonly egress: NetworkHop;
  readonly ways: readonly Way[];
}
