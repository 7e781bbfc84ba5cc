import type { Fix } from '../../model/fix.ts';
import type { NetworkHop, NetworkTrace } from '../../model/trace.ts';
import { isNonEmpty } from '../../model/words.ts';
import { openNetworkAcl } from './acl-remedies.ts';
import type { Network } from './network.ts';
import { isAvailable, ownerOf } from './network.ts';
import { routeFix } from './route-remedies.ts';

/** What the trace was asked beside its end: the port, and the addresses of a public host where they are known. */
export interface Asked {
  readonly port?: number;
  readonly cidrs?: readonly string[];
}

type Peer = Extract<Fix, { readonly kind: 'open-egress' }>['peer'];

const ANYWHERE: Peer = { kind: 'cidr', cidr: '0.0.0.0/0' };

const peersOf = (network: Network, to: string | undefined, { cidrs = [] }: Asked): readonly Peer[] => {
  if (to !== undefined && to === network.s3?.id) return [{ kind: 'prefix-list', prefixListId: to }];
  const groups = network.endpoints.find(({ id }) => id === to)?.groupIds.slice(0, 1) ?? [];
  if (groups.length > 0) return groups.map((groupId) => ({ kind: 'group', groupId }));
  if (to?.includes('/')) return [{ kind: 'cidr', cidr: to }];
  return cidrs.length > 0 ? cidrs.map((cidr) => ({ kind: 'cidr', cidr })) : [ANYWHERE];
};

/** AWS does not name ports for the job's own subnets. */
const opened = (to: string | undefined, port: number): Pick<Extract<Fix, { readonly kind: 'open-egress' }>, 'protocol' | 'ports'> =>
  to?.includes('/') ? { protocol: '-1' } : { protocol: 'tcp', ports: { from: port, to: port } };

const openEgress = (network: Network, { from, to }: NetworkHop, asked: Asked): readonly Fix[] =>
  network.groups.some(({ id }) => id === from)
    ? peersOf(network, to, asked).map((peer) => ({ kind: 'open-egress', groupId: from, ...opened(to, asked.port ?? 443), peer, region: network.region }))
    : [];

const openIngress = ({ groups, region }: Network, { from }: NetworkHop, { port = 443 }: Asked): readonly Fix[] =>
  groups.slice(0, 1).map(({ id }) => ({
    kind: 'open-ingress',
    groupId: from,
    protocol: 'tcp',
    ports: { from: port, to: port },
    peer: { kind: 'group', groupId: id },
    region,
  }));

const repairEndpoint = ({ endpoints, region }: Network, { from }: NetworkHop): readonly Fix[] =>
  endpoints.flatMap((endpoint) =>
    endpoint.id === from && !isAvailable(endpoint) ? [{ kind: 'repair-endpoint', endpointId: from, state: endpoint.state, region }] : [],
  );

const resolveNames = ({ dns, vpc, region }: Network, { to }: NetworkHop): readonly Fix[] => {
  const attributes = [...(dns.support ? [] : ['enableDnsSupport' as const]), ...(dns.hostnames ? [] : ['enableDnsHostnames' as const])];
  if (isNonEmpty(attributes)) return [{ kind: 'enable-vpc-dns', vpcId: vpc.id, attributes, region }];
  return to === undefined ? [] : [{ kind: 'enable-private-dns', endpointId: to, region }];
};

const fixFor = (network: Network, trace: NetworkTrace, { hop, asked }: { readonly hop: NetworkHop; readonly asked: Asked }): readonly Fix[] => {
  switch (hop.stage) {
    case 'security-group-egress':
      return openEgress(network, hop, asked);
    case 'security-group-ingress':
      return openIngress(network, hop, asked);
    case 'network-acl-out':
    case 'network-acl-in':
    case 'network-acl-return':
      return openNetworkAcl(network, trace, asked.port ?? 443);
    case 'route':
    case 'gateway':
      // No other way to the internet helps where all of them are blocked; S3 has one that is not of the internet.
      return hop.from === network.vpc.id && trace.hops[0]?.to !== network.s3?.id ? [] : routeFix(network, trace);
    case 'endpoint':
      return repairEndpoint(network, hop);
    case 'name-resolution':
      return resolveNames(network, hop);
    case 'endpoint-policy':
    case 'bucket-policy':
      return [];
    default:
      return hop.stage satisfies never;
  }
};

/** What a participant of a shared VPC may change by itself: its own groups. */
const OWN: readonly Fix['kind'][] = ['open-egress', 'open-ingress'];

const askedOf = (account: string, fixes: readonly Fix[], hop: NetworkHop): readonly Fix[] =>
  fixes.every(({ kind }) => OWN.includes(kind))
    ? fixes
    : [{ kind: 'ask-owner', account, what: `a change of ${hop.from}, of which this trace says: ${hop.decidedBy}` }, ...fixes];

/**
 * What would take the hop away that stops a path; where only the owner of a shared VPC sees or may change it, whom to ask. None where the path passes,
 * and none where nothing that this VPC holds would help.
 */
export const fixesFor = (network: Network, trace: NetworkTrace, asked: Asked = {}): readonly Fix[] => {
  const hop = trace.hops.at(-1);
  const owner = ownerOf(network);
  if (hop === undefined || trace.verdict === 'passes') return [];
  if (trace.verdict === 'unknown') return owner === undefined ? [] : [{ kind: 'ask-owner', account: owner, what: hop.decidedBy }];
  const fixes = fixFor(network, trace, { hop, asked });
  return owner === undefined ? fixes : askedOf(owner, fixes, hop);
};
