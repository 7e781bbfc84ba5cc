import type { Route, RouteTable, SecurityGroup, Subnet } from '../../model/facts/ec2.ts';
import type { NetworkPicture, PicturedGroup, PicturedPath, PicturedRouteTable, PicturedSubnet, PicturedWay } from '../../model/picture.ts';
import type { NetworkTrace } from '../../model/trace.ts';
import { groupRuleWords } from './groups.ts';
import type { Network } from './network.ts';
import { networkAclOf, routeTableOf } from './network.ts';
import { destinationOf } from './routes.ts';
import { wayKindOf } from './ways.ts';

/** A trace with its two ends: the id of a subnet or group, and what was to be reached. */
export interface TracedPath {
  readonly from: string;
  readonly to: string;
  readonly trace: NetworkTrace;
}

const subnetIn = (network: Network, { id, name, zone, cidr, freeAddresses }: Subnet): PicturedSubnet => {
  const [table, acl] = [routeTableOf(network, id), networkAclOf(network, id)];
  return {
    id,
    zone,
    cidr,
    freeAddresses,
    ...(name !== undefined && { name }),
    ...(table !== undefined && { routeTableId: table.id }),
    ...(acl !== undefined && { networkAclId: acl.id }),
  };
};

const idsIn = (paths: readonly TracedPath[]): ReadonlySet<string> =>
  new Set(paths.flatMap(({ trace }) => trace.hops.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]))));

/** Routes that a path took, and those for everything, which a reader looks for first. */
const isTelling =
  (ids: ReadonlySet<string>) =>
  ({ target, destination }: Route): boolean =>
    ids.has(target) || ('cidr' in destination && (destination.cidr === '0.0.0.0/0' || destination.cidr === '::/0'));

const tableIn =
  (ids: ReadonlySet<string>) =>
  ({ id, name, main, routes }: RouteTable): PicturedRouteTable => ({
    id,
    main,
    ...(name !== undefined && { name }),
    routes: routes.filter(isTelling(ids)).map((route) => ({ destination: destinationOf(route), target: route.target, state: route.state })),
  });

const groupIn = ({ id, name, egress, ingress }: SecurityGroup): PicturedGroup => ({
  id,
  ...(name !== '' && { name }),
  egress: egress.map((rule) => groupRuleWords(rule, 'egress')),
  ingress: ingress.map((rule) => groupRuleWords(rule, 'ingress')),
});

const endpointWays = ({ endpoints }: Network): readonly PicturedWay[] =>
  endpoints.map(({ id, type, service, state }) => ({
    id,
    kind: type === 'Gateway' ? 'gateway-endpoint' : type === 'Interface' ? 'interface-endpoint' : 'other',
    label: service,
    state,
  }));

const gatewayWays = ({ vpc, natGateways, internetGateways }: Network): readonly PicturedWay[] => [
  ...natGateways.map(({ id, connectivity, state }): PicturedWay => ({ id, kind: 'nat-gateway', label: `${connectivity} NAT gateway`, state })),
  ...internetGateways.map(({ id, attached }): PicturedWay => ({ id, kind: 'internet-gateway', label: vpc.id, state: attached ? 'attached' : 'detached' })),
];

const KINDS: Readonly<Record<ReturnType<typeof wayKindOf>, PicturedWay['kind'] | undefined>> = {
  local: undefined,
  'gateway-endpoint': 'gateway-endpoint',
  'nat-gateway': 'nat-gateway',
  'internet-gateway': 'internet-gateway',
  peering: 'peering',
  'transit-gateway': 'transit-gateway',
  'appliance-endpoint': 'other',
  'egress-only-internet-gateway': 'other',
  'virtual-private-gateway': 'other',
  appliance: 'other',
  'unlisted-endpoint': 'other',
  other: 'other',
};

const routedWay = (network: Network, { target, state }: Route): readonly PicturedWay[] => {
  const kind = KINDS[wayKindOf(network, target)];
  return kind === undefined ? [] : [{ id: target, kind, label: target, state }];
};

/** What the facts list, and what only routes name. */
const waysIn = (network: Network, tables: readonly RouteTable[], ids: ReadonlySet<string>): readonly PicturedWay[] => {
  const listed = [...endpointWays(network), ...gatewayWays(network)];
  const routed = tables.flatMap(({ routes }) => routes.filter(isTelling(ids))).flatMap((route) => routedWay(network, route));
  const known = new Set(listed.map(({ id }) => id));
  const others = new Map(routed.flatMap((way) => (known.has(way.id) ? [] : [[way.id, way] as const])));
  return [...listed, ...others.values()];
};

const pathIn = ({ from, to, trace }: TracedPath): PicturedPath => ({ from, to, verdict: trace.verdict, hops: trace.hops });

const tablesIn = (network: Network, ids: ReadonlySet<string>): readonly RouteTable[] => {
  const own = new Set(network.subnets.flatMap(({ id }) => routeTableOf(network, id)?.id ?? []));
  return network.routeTables.filter(({ id }) => own.has(id) || ids.has(id));
};

/** The network of a plan with the paths that were traced, for a drawing. */
export const pictureOf = (network: Network, paths: readonly TracedPath[]): NetworkPicture => {
  const ids = idsIn(paths);
  const tables = tablesIn(network, ids);
  const { vpc } = network;
  return {
    vpc: { id: vpc.id, cidrs: vpc.cidrs, ...(vpc.name !== undefined && { name: vpc.name }) },
    subnets: network.subnets.map((subnet) => subnetIn(network, subnet)),
    routeTables: tables.map(tableIn(ids)),
    groups: network.groups.map(groupIn),
    ways: waysIn(network, tables, ids),
    paths: paths.map(pathIn),
  };
};
