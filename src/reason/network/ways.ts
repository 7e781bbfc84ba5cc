import type { NetworkHop } from '../../model/trace.ts';
import type { Box } from './boxes.ts';
import { sizeOf } from './boxes.ts';
import { worstOf } from './hops.ts';
import type { Network } from './network.ts';
import type { FarEnd } from './traffic.ts';

/** What a route can lead to. */
export type WayKind =
  | 'local'
  | 'gateway-endpoint'
  | 'appliance-endpoint'
  | 'nat-gateway'
  | 'internet-gateway'
  | 'egress-only-internet-gateway'
  | 'peering'
  | 'transit-gateway'
  | 'virtual-private-gateway'
  | 'appliance'
  | 'unlisted-endpoint'
  | 'other';

/** Ids of EC2 begin with what they are. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html */
const PREFIXES: readonly (readonly [prefix: string, kind: WayKind])[] = [
  ['nat-', 'nat-gateway'],
  ['igw-', 'internet-gateway'],
  ['eigw-', 'egress-only-internet-gateway'],
  ['pcx-', 'peering'],
  ['tgw-', 'transit-gateway'],
  ['vgw-', 'virtual-private-gateway'],
  ['eni-', 'appliance'],
  ['i-', 'appliance'],
];

const endpointKind = ({ endpoints }: Network, id: string): WayKind => {
  const endpoint = endpoints.find((one) => one.id === id);
  if (endpoint === undefined) return 'unlisted-endpoint';
  return endpoint.type === 'Gateway' ? 'gateway-endpoint' : 'appliance-endpoint';
};

/** What the target of a route is. */
export const wayKindOf = (network: Network, target: string): WayKind => {
  if (target === 'local') return 'local';
  if (target.startsWith('vpce-')) return endpointKind(network, target);
  return PREFIXES.find(([prefix]) => target.startsWith(prefix))?.[1] ?? 'other';
};

/** One of the ways that the packets take, with the part of the destination that takes it. */
export interface Way {
  readonly hops: readonly NetworkHop[];
  readonly verdict: NetworkHop['verdict'];
  readonly boxes: readonly Box[];
}

/** The way that decides: the worst, or where any host may be meant, the one that most addresses take. */
export const decidingWay = (ways: readonly Way[], { reach }: FarEnd): Way | undefined => {
  if (reach !== 'most') return worstOf(ways);
  return ways.toSorted((one, other) => Number(sizeOf(other.boxes) - sizeOf(one.boxes)))[0];
};
