import type { Route, RouteTable } from '../../model/facts/ec2.ts';
import { prefixLengthOf, rangeOf } from './addresses.ts';
import type { Box, Decided, Decider } from './boxes.ts';
import { boxesOf, decideInOrder } from './boxes.ts';
import type { Ruling } from './hops.ts';
import { unclear } from './hops.ts';
import type { Network } from './network.ts';
import { s3Gateways } from './network.ts';
import { remembered } from './remembered.ts';

/** One destination of a route: a prefix list makes several. */
interface Entry extends Decider<Route> {
  readonly length: number;
}

/** A route's destination in words: its CIDR block or prefix list. */
export const destinationOf = ({ destination }: Route): string => ('cidr' in destination ? destination.cidr : destination.prefixListId);

/** A route in words: `0.0.0.0/0 → nat-1`. */
export const routeWords = (route: Route): string => `${destinationOf(route)} → ${route.target}`;

const entryOf = (by: Route, cidr: string): readonly Entry[] => {
  const range = rangeOf(cidr);
  return range === undefined ? [] : [{ by, boxes: boxesOf([range]), length: prefixLengthOf(cidr) }];
};

/** Before entries of prefix lists that are as long: https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html */
const plainEntries = remembered(({ routes }: RouteTable): readonly Entry[] =>
  routes.flatMap((route) => ('cidr' in route.destination ? entryOf(route, route.destination.cidr) : [])),
);

/** The CIDR blocks of a route by prefix list; undefined: they are not known. */
const listedIn = ({ destination }: Route, { s3 }: Network): readonly string[] | undefined => {
  if ('cidr' in destination) return [];
  if (destination.prefixListId === s3?.id) return s3.cidrs;
  if (destination.entries?.state === 'present') return destination.entries.value;
  return destination.entries?.state === 'absent' ? [] : undefined;
};

/** A gateway endpoint serves the tables that it lists; the route that AWS adds for it may not be listed yet. */
const associated = (network: Network, table: RouteTable): readonly Route[] =>
  s3Gateways(network)
    .filter(({ id, routeTableIds }) => routeTableIds.includes(table.id) && !table.routes.some(({ target }) => target === id))
    .map(({ id }): Route => ({ destination: { prefixListId: network.s3?.id ?? '' }, target: id, state: 'active' }));

const isGatewayEndpoint = ({ endpoints }: Network, { target }: Route): boolean => endpoints.some(({ id, type }) => id === target && type === 'Gateway');

/** Routes by a prefix list whose entries are not known, and that may lead anywhere. A gateway endpoint's list holds its own service's addresses only. */
export const unreadRoutes = (network: Network, { routes }: RouteTable): readonly Route[] =>
  routes.filter((route) => listedIn(route, network) === undefined && !isGatewayEndpoint(network, route));

/** Why such a route leaves everything open. */
export const entriesUnknown = (route: Route): Ruling => unclear(`${routeWords(route)}: the entries of the prefix list are not known`);

/** Which route each packet takes: the most specific one; undefined: none. */
export const routesOf = (network: Network, table: RouteTable, packets: readonly Box[]): readonly Decided<Route>[] => {
  const lists = [...table.routes, ...associated(network, table)].flatMap((route) => (listedIn(route, network) ?? []).flatMap((cidr) => entryOf(route, cidr)));
  const entries = [...plainEntries(table), ...lists].toSorted((one, other) => other.length - one.length);
  return merged(decideInOrder(packets, entries));
};

/** Routes without those to gateway endpoints, which carry their own service's packets only. */
export const withoutGatewayEndpoints = (network: Network, table: RouteTable): RouteTable => ({
  ...table,
  routes: table.routes.filter((route) => !isGatewayEndpoint(network, route)),
});

const merged = (decided: readonly Decided<Route>[]): readonly Decided<Route>[] => {
  const parts = new Map<Route | undefined, readonly Box[]>();
  for (const { by, boxes } of decided) parts.set(by, [...(parts.get(by) ?? []), ...boxes]);
  return [...parts].map(([by, boxes]) => ({ by, boxes }));
};
