import type { PicturedPath, PicturedRouteTable, PicturedSubnet, PicturedWay } from '../../src/model/picture.ts';
import type { NetworkHop, NetworkStage } from '../../src/model/trace.ts';
import { count, visible } from '../text.ts';
import type { Station } from './lanes.ts';

/** The head of a station's column. */
export const STATION_HEADS: Readonly<Record<Station, string>> = {
  group: 'Security groups',
  'network-acl': 'Network ACLs',
  table: 'Route tables',
  way: 'Endpoints and gateways',
};

/** What decides, told apart from its neighbours at the same station. */
const STAGE_PREFIXES: Readonly<Record<NetworkStage, string>> = {
  'name-resolution': 'name: ',
  'security-group-egress': 'out: ',
  'network-acl-out': 'out: ',
  route: '',
  gateway: '',
  endpoint: '',
  'endpoint-policy': 'policy: ',
  'bucket-policy': 'bucket policy: ',
  'network-acl-in': 'in: ',
  'security-group-ingress': 'in: ',
  'network-acl-return': 'back: ',
};

/** What decided at a hop, in words. */
export const decisionOf = ({ stage, decidedBy }: NetworkHop): string => `${STAGE_PREFIXES[stage]}${visible(decidedBy)}`;

/** What a path does. */
export const VERBS: Readonly<Record<PicturedPath['verdict'], string>> = { passes: 'reaches', stops: 'does not reach', unknown: 'may or may not reach' };

/** What an endpoint or gateway is. */
export const WAY_KINDS: Readonly<Record<PicturedWay['kind'], string>> = {
  'gateway-endpoint': 'gateway endpoint',
  'interface-endpoint': 'interface endpoint',
  'nat-gateway': 'NAT gateway',
  'internet-gateway': 'internet gateway',
  'transit-gateway': 'transit gateway',
  peering: 'VPC peering',
  other: 'other',
};

/** `subnet-1 (b)`: an id with the name that somebody gave it. */
export const named = ({ id, name }: { readonly id: string; readonly name?: string }): string =>
  name === undefined ? visible(id) : `${visible(id)} (${visible(name)})`;

/** What is known of a subnet, a line each. */
export const subnetFacts = ({ cidr, freeAddresses, routeTableId, networkAclId }: PicturedSubnet): readonly string[] => [
  freeAddresses === undefined ? visible(cidr) : `${visible(cidr)}, ${freeAddresses} free`,
  routeTableId === undefined ? 'route table not read' : visible(routeTableId),
  ...(networkAclId === undefined ? [] : [visible(networkAclId)]),
];

/** A route as one reads it: `10.0.0.0/16 → local`; its state where it is not in use. */
export const routeOf = ({ destination, target, state }: PicturedRouteTable['routes'][number]): string =>
  `${visible(destination)} → ${visible(target)}${state === 'active' ? '' : ` (${visible(state)})`}`;

/** How many of the paths pass, in a sentence. */
export const tallyOf = (paths: readonly PicturedPath[]): string => {
  const by = (verdict: PicturedPath['verdict']): number => paths.filter((path) => path.verdict === verdict).length;
  const parts = [`${by('passes')} pass`, `${by('stops')} stop`, `${by('unknown')} cannot be told`].filter((part) => !part.startsWith('0 '));
  return paths.length === 0 ? 'no path was traced' : `${count(paths.length, 'path')} traced: ${parts.join(', ')}`;
};
