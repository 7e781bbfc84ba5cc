import type { Route, RouteTable, VpcEndpoint } from '../model/facts/ec2.ts';
import { rangeOf } from '../reason/network/addresses.ts';
import { destinationOf } from '../reason/network/routes.ts';
import type { ChangeOf } from './change.ts';
import type { Applied, Saved } from './saved.ts';
import { changed, fault, notThere, unreadOf, valuesOf } from './saved.ts';

/** The route tables of every VPC that the facts hold. */
export const tablesIn = (facts: Saved): readonly RouteTable[] => valuesOf(facts, 'ec2.routeTables').flat();

/** The endpoints of every VPC that the facts hold. */
export const endpointsIn = (facts: Saved): readonly VpcEndpoint[] => valuesOf(facts, 'ec2.vpcEndpoints').flat();

/** A table that the facts hold, or what to say. */
export const noTable = (facts: Saved, key: string, id: string): Applied | undefined => {
  const known = tablesIn(facts).map((table) => table.id);
  return known.includes(id) ? undefined : notThere(key, id, { known, unread: unreadOf(facts, 'ec2.routeTables'), noun: 'route table' });
};

/** Changes one table. */
const withTable = (facts: Saved, id: string, change: (table: RouteTable) => RouteTable): Saved =>
  changed(facts, 'ec2.routeTables', (tables) => tables.map((table) => (table.id === id ? change(table) : table)));

/** Changes one endpoint. */
export const withEndpoint = (facts: Saved, id: string, change: (endpoint: VpcEndpoint) => VpcEndpoint): Saved =>
  changed(facts, 'ec2.vpcEndpoints', (endpoints) => endpoints.map((endpoint) => (endpoint.id === id ? change(endpoint) : endpoint)));

const isGateway = (facts: Saved, id: string): boolean => endpointsIn(facts).some((endpoint) => endpoint.id === id && endpoint.type === 'Gateway');

/** A route to a gateway endpoint stands and falls with the endpoint's list of tables: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
const associated = (facts: Saved, endpointId: string, change: (ids: readonly string[]) => readonly string[]): Saved =>
  isGateway(facts, endpointId) ? withEndpoint(facts, endpointId, (endpoint) => ({ ...endpoint, routeTableIds: change(endpoint.routeTableIds) })) : facts;

/** Ids of things that the facts list; others (transit gateways, peering connections, interfaces) are taken as they are. */
const TARGETS = [
  ['nat-', 'NAT gateway', 'ec2.natGateways'],
  ['igw-', 'internet gateway', 'ec2.internetGateways'],
  ['vpce-', 'endpoint', 'ec2.vpcEndpoints'],
] as const;

const noTarget = (facts: Saved, target: string): Applied | undefined => {
  const kind = TARGETS.find(([prefix]) => target.startsWith(prefix));
  if (kind === undefined) return undefined;
  const [, noun, fact] = kind;
  const known = valuesOf(facts, fact)
    .flat()
    .map(({ id }) => id);
  return known.includes(target) ? undefined : notThere('target', target, { known, unread: unreadOf(facts, fact), noun });
};

const listsIn = (facts: Saved): readonly string[] => valuesOf(facts, 'ec2.prefixList').map(({ id }) => id);

const routeTo = (facts: Saved, { destination, target }: ChangeOf<'add route'>): Route | undefined => {
  if (listsIn(facts).includes(destination)) return { destination: { prefixListId: destination }, target, state: 'active' };
  return rangeOf(destination) === undefined ? undefined : { destination: { cidr: destination }, target, state: 'active' };
};

const noDestination = (facts: Saved, destination: string): Applied =>
  destination.startsWith('pl-')
    ? notThere('destination', destination, { known: listsIn(facts), unread: unreadOf(facts, 'ec2.prefixList'), noun: 'prefix list' })
    : fault('destination', `${destination} is no CIDR block and no prefix list — it looks like 0.0.0.0/0 or pl-63a5400a`);

/** Adds a route, and to a gateway endpoint the table's association. */
export const addRoute = (facts: Saved, change: ChangeOf<'add route'>): Applied => {
  const { routeTable, destination, target } = change;
  const wrong = noTable(facts, 'routeTable', routeTable) ?? noTarget(facts, target);
  if (wrong !== undefined) return wrong;
  const route = routeTo(facts, change);
  if (route === undefined) return noDestination(facts, destination);
  const there = tablesIn(facts)
    .find(({ id }) => id === routeTable)
    ?.routes.find((one) => destinationOf(one) === destination);
  if (there !== undefined) return fault('destination', `${routeTable} leads ${destination} to ${there.target} already — remove that route first`);
  const added = withTable(facts, routeTable, (table) => ({ ...table, routes: [...table.routes, route] }));
  return { facts: associated(added, target, (ids) => [...new Set([...ids, routeTable])]) };
};

/** Removes a route, and to a gateway endpoint the table's association. */
export const removeRoute = (facts: Saved, { routeTable, destination }: ChangeOf<'remove route'>): Applied => {
  const wrong = noTable(facts, 'routeTable', routeTable);
  if (wrong !== undefined) return wrong;
  const routes = tablesIn(facts).find(({ id }) => id === routeTable)?.routes ?? [];
  const gone = routes.find((one) => destinationOf(one) === destination);
  if (gone === undefined) return notThere('destination', destination, { known: routes.map(destinationOf), unread: [], noun: `route in ${routeTable} for` });
  const removed = withTable(facts, routeTable, (table) => ({ ...table, routes: table.routes.filter((one) => destinationOf(one) !== destination) }));
  return { facts: associated(removed, gone.target, (ids) => ids.filter((id) => id !== routeTable)) };
};
