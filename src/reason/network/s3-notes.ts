import type { Subnet, VpcEndpoint } from '../../model/facts/ec2.ts';
import type { NetworkHop, NetworkTrace } from '../../model/trace.ts';
import type { Network } from './network.ts';
import { routeTableOf, s3Gateways } from './network.ts';
import { routesOf, routeWords } from './routes.ts';
import { s3End } from './s3-end.ts';
import { https, packets } from './traffic.ts';
import type { Way } from './ways.ts';

const natIn = (hops: readonly NetworkHop[]): string | undefined => hops.find(({ stage, from }) => stage === 'gateway' && from.startsWith('nat-'))?.from;

/** The NAT gateway that a path takes; undefined: it takes none. */
export const natGatewayOf = ({ hops }: NetworkTrace): string | undefined => natIn(hops);

const unassociated = (network: Network, { id }: Subnet): readonly VpcEndpoint[] => {
  const table = routeTableOf(network, id);
  return s3Gateways(network).filter(({ routeTableIds }) => table !== undefined && !routeTableIds.includes(table.id));
};

const standIn = (network: Network, subnet: Subnet, { verdict, hops }: Way): readonly string[] => {
  const nat = natIn(hops);
  if (nat === undefined || verdict !== 'passes') return [];
  const table = routeTableOf(network, subnet.id)?.id;
  const idle = unassociated(network, subnet).map(({ id }) => `${id} is a gateway endpoint for S3, but does not serve ${table}`);
  return [`${nat} stands in for a gateway endpoint: it works, and every gigabyte through a NAT gateway is charged, while the endpoint is free`, ...idle];
};

/** The network as if there were no gateway endpoints. */
const withoutEndpoints = (network: Network): Network => {
  const gateways = new Set(s3Gateways(network).map(({ id }) => id));
  return {
    ...network,
    endpoints: network.endpoints.filter(({ id }) => !gateways.has(id)),
    routeTables: network.routeTables.map((table) => ({ ...table, routes: table.routes.filter(({ target }) => !gateways.has(target)) })),
  };
};

const TO_ENDPOINT = ['endpoint', 'route'] as const;

const atEndpoint = (network: Network, { hops, verdict }: Way): boolean =>
  verdict === 'stops' &&
  hops.some(({ stage, from, to }) => TO_ENDPOINT.some((one) => one === stage) && s3Gateways(network).some(({ id }) => id === from || id === to));

/** Why the NAT gateway beside a broken endpoint is no help: the endpoint's route is more specific. */
const broken = (network: Network, subnet: Subnet, way: Way): readonly string[] => {
  const far = s3End(network);
  const rest = withoutEndpoints(network);
  const table = routeTableOf(rest, subnet.id);
  if (far === undefined || table === undefined || !atEndpoint(network, way)) return [];
  const others = routesOf(rest, table, packets(https(), far)).flatMap(({ by }) => (by?.state === 'active' && by.target.startsWith('nat-') ? [by] : []));
  return others.map((route) => `${routeWords(route)} does not help: the route to the endpoint is more specific and wins`);
};

const publicSubnet = ({ hops, verdict }: Way): readonly string[] => {
  const last = hops.at(-1);
  return verdict === 'stops' && last?.stage === 'route' && last.to?.startsWith('igw-') === true
    ? ['a public subnet gives SageMaker no way to the internet: it takes a NAT gateway in another subnet, or an endpoint']
    : [];
};

/** What a reader should know beside the hops of one subnet: a NAT gateway that stands in, one that does not help, a public subnet. */
export const notesOn = (network: Network, subnet: Subnet, ways: readonly Way[]): readonly string[] =>
  ways.flatMap((way) => [...standIn(network, subnet, way), ...broken(network, subnet, way), ...publicSubnet(way)]);
