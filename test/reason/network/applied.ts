import type { RouteTable } from '../../../src/model/facts/ec2.ts';
import type { Fix } from '../../../src/model/fix.ts';
import type { Network } from '../../../src/reason/network/network.ts';
import { endpoint, route, S3_LIST } from './networks.ts';

type Opened = Extract<Fix, { readonly kind: 'open-egress' | 'open-ingress' }>;

const openGroup = (network: Network, { kind, groupId, protocol, ports, peer }: Opened): Network => {
  const side = kind === 'open-egress' ? 'egress' : 'ingress';
  const whom = peer.kind === 'prefix-list' ? { ...peer, entries: { state: 'absent' } as const } : peer;
  const rule = { protocol, peer: whom, ...(ports !== undefined && { ports }) };
  return { ...network, groups: network.groups.map((group) => (group.id === groupId ? { ...group, [side]: [...group[side], rule] } : group)) };
};

const inTable = (network: Network, tableId: string, change: (table: RouteTable) => RouteTable): Network => ({
  ...network,
  routeTables: network.routeTables.map((table) => (table.id === tableId ? change(table) : table)),
});

const associated = (network: Network, endpointId: string, tableIds: readonly string[]): Network => ({
  ...network,
  endpoints: network.endpoints.map((one) => (one.id === endpointId ? { ...one, routeTableIds: [...one.routeTableIds, ...tableIds] } : one)),
  routeTables: network.routeTables.map((table) => (tableIds.includes(table.id) ? { ...table, routes: [...table.routes, route(S3_LIST, endpointId)] } : table)),
});

/** The network after somebody carried a fix out. */
export const applied = (network: Network, fix: Fix): Network => {
  switch (fix.kind) {
    case 'open-egress':
    case 'open-ingress':
      return openGroup(network, fix);
    case 'open-network-acl':
      return {
        ...network,
        networkAcls: network.networkAcls.map((acl) =>
          acl.id === fix.networkAclId ? { ...acl, entries: [...acl.entries, ...fix.entries.map((entry) => ({ ...entry, action: 'allow' as const }))] } : acl,
        ),
      };
    case 'associate-route-table':
      return associated(network, fix.endpointId, fix.routeTableIds);
    case 'create-endpoint': {
      const made = endpoint({ id: 'vpce-new', service: fix.service, routeTableIds: [] });
      return associated({ ...network, endpoints: [...network.endpoints, made] }, made.id, 'routeTableIds' in fix.place ? fix.place.routeTableIds : []);
    }
    case 'repair-endpoint':
      return { ...network, endpoints: network.endpoints.map((one) => (one.id === fix.endpointId ? { ...one, state: 'available' } : one)) };
    case 'enable-private-dns':
      return { ...network, endpoints: network.endpoints.map((one) => (one.id === fix.endpointId ? { ...one, privateDns: true } : one)) };
    case 'enable-vpc-dns':
      return { ...network, dns: { support: true, hostnames: true } };
    case 'route-through-nat':
      return inTable(network, fix.routeTableId, (table) => ({
        ...table,
        routes: [
          ...table.routes.filter(({ destination }) => !('cidr' in destination) || destination.cidr !== fix.destination),
          route(fix.destination, fix.natGatewayId ?? 'nat-new'),
        ],
      }));
    default:
      throw new Error(`${fix.kind} is no change of a network`);
  }
};
