import type { NatGateway, Route, RouteTable } from '../../model/facts/ec2.ts';
import type { Fix } from '../../model/fix.ts';
import type { NetworkTrace } from '../../model/trace.ts';
import type { Network } from './network.ts';
import { routeTableOf, s3Gateways } from './network.ts';
import { destinationOf } from './routes.ts';
import { s3PrefixListName } from './s3-end.ts';

const EVERYTHING = '0.0.0.0/0';

/** The table that routes the subnet where a path begins: its first route's. */
const tableOf = ({ routeTables }: Network, { hops }: NetworkTrace): RouteTable | undefined => {
  const first = hops.find(({ stage }) => stage === 'route')?.from;
  return routeTables.find(({ id }) => id === first);
};

const isToS3 = ({ s3 }: Network, { hops }: NetworkTrace): boolean => s3 !== undefined && hops[0]?.to === s3.id;

/** A public NAT gateway that is available and that the path did not try. */
const helpful = ({ natGateways }: Network, { hops }: NetworkTrace): NatGateway | undefined =>
  natGateways.find(({ id, state, connectivity }) => state === 'available' && connectivity === 'public' && !hops.some(({ from }) => from === id));

/** The route of the table that the path took; undefined: it found none. */
const taken = (table: RouteTable, { hops }: NetworkTrace): Route | undefined => {
  const hop = hops.find(({ stage, from }) => stage === 'route' && from === table.id);
  return table.routes.find((route) => route.target === hop?.to && hop.decidedBy.startsWith(destinationOf(route)));
};

const throughNat = (network: Network, table: RouteTable, trace: NetworkTrace): readonly Fix[] => {
  const route = taken(table, trace);
  const nat = helpful(network, trace);
  const destination = route === undefined ? EVERYTHING : destinationOf(route);
  return [
    {
      kind: 'route-through-nat',
      routeTableId: table.id,
      destination,
      ...(nat !== undefined && { natGatewayId: nat.id }),
      replaces: table.routes.some((one) => destinationOf(one) === destination),
      region: network.region,
    },
  ];
};

const tablesOfPlan = (network: Network): readonly string[] => [...new Set(network.subnets.flatMap(({ id }) => routeTableOf(network, id)?.id ?? []))];

const byEndpoint = (network: Network, table: RouteTable, trace: NetworkTrace): readonly Fix[] => {
  const { region, vpc } = network;
  const [endpoint] = s3Gateways(network);
  if (endpoint === undefined)
    return [
      { kind: 'create-endpoint', service: s3PrefixListName(region), vpcId: vpc.id, region, place: { type: 'Gateway', routeTableIds: tablesOfPlan(network) } },
    ];
  // Where the table has the endpoint and another route is more specific, the endpoint changes nothing.
  return endpoint.routeTableIds.includes(table.id)
    ? throughNat(network, table, trace)
    : [{ kind: 'associate-route-table', endpointId: endpoint.id, routeTableIds: [table.id], region }];
};

/** What would give the path a route: to S3 a gateway endpoint, which is free, and to anything else a NAT gateway. */
export const routeFix = (network: Network, trace: NetworkTrace): readonly Fix[] => {
  const table = tableOf(network, trace);
  if (table === undefined) return [];
  return isToS3(network, trace) ? byEndpoint(network, table, trace) : throughNat(network, table, trace);
};
