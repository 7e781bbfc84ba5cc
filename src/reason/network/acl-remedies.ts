import type { NetworkAcl, NetworkAclEntry } from '../../model/facts/ec2.ts';
import type { Fix, OpenedEntry } from '../../model/fix.ts';
import type { NetworkHop, NetworkTrace } from '../../model/trace.ts';
import { isNonEmpty } from '../../model/words.ts';
import type { Network } from './network.ts';
import { networkAclRuling } from './network-acl.ts';
import type { Traffic } from './traffic.ts';
import { blocksOf, EPHEMERAL, https } from './traffic.ts';

/** The far side of an edge: calls go to `far`, and come from `near`. */
interface Side {
  readonly cidr: string;
  readonly role: 'far' | 'near';
}

type Wanted = Omit<OpenedEntry, 'number'>;

const TCP = '6';
const ANYWHERE = '0.0.0.0/0';
/** The first and the last number that somebody may give; AWS counts in steps of a hundred, and asks for room between entries. */
const [FIRST, LAST, STEP] = [1, 32_766, 10];

/** Network ACLs keep no state: a call takes an entry each way. */
const bothWays = ({ cidr, role }: Side, port: number): readonly Wanted[] => [
  { direction: role === 'far' ? 'out' : 'in', protocol: TCP, cidr, ports: { from: port, to: port } },
  { direction: role === 'far' ? 'in' : 'out', protocol: TCP, cidr, ports: EPHEMERAL },
];

const sideAt = ({ subnets, endpoints, vpc }: Network, to: string | undefined): readonly Side[] => {
  const near = subnets.find(({ id }) => id === to);
  if (near !== undefined) return [{ cidr: near.cidr, role: 'near' }];
  const endpoint = endpoints.find(({ id }) => id === to);
  if (endpoint === undefined || endpoint.type !== 'Interface') return [{ cidr: ANYWHERE, role: 'far' }];
  const cidrs = endpoint.subnetIds.map((id) => subnets.find((one) => one.id === id)?.cidr);
  const known = cidrs.flatMap((cidr) => cidr ?? []);
  return (known.length === cidrs.length ? known : vpc.cidrs).map((cidr) => ({ cidr, role: 'far' }));
};

/** At a NAT gateway's subnet both sides cross the same network ACL. */
const sidesOf = (network: Network, { subnetIds }: NetworkAcl, { trace, hop }: { readonly trace: NetworkTrace; readonly hop: NetworkHop }): readonly Side[] => {
  const nat = network.natGateways.find(({ id }) => trace.hops.some(({ stage, from }) => stage === 'gateway' && from === id));
  const hops = nat?.subnetId !== undefined && subnetIds.includes(nat.subnetId) ? trace.hops.filter(({ from }) => from === hop.from) : [hop];
  const sides = hops.flatMap(({ to }) => sideAt(network, to));
  return [...new Map(sides.map((side) => [`${side.role} ${side.cidr}`, side])).values()];
};

const isShut = (acl: NetworkAcl, { direction, cidr, ports }: Wanted): boolean => {
  const traffic: Traffic = ports === undefined ? https() : { protocol: 'tcp', ports };
  const far = { words: cidr, blocks: blocksOf([cidr]), reach: 'each' } as const;
  return networkAclRuling(acl, { subnetId: acl.id, stage: 'network-acl-out', direction, traffic, far }).verdict !== 'passes';
};

/** A free number before every denial of this direction; undefined: there is none. */
const numberBefore = (entries: readonly NetworkAclEntry[], direction: Wanted['direction']): number | undefined => {
  const own = entries.filter((entry) => entry.direction === direction);
  const barrier = Math.min(LAST + 1, ...own.filter(({ action }) => action === 'deny').map(({ number }) => number));
  const taken = new Set(own.map(({ number }) => number));
  const next = Math.max(0, ...own.filter(({ number }) => number < barrier).map(({ number }) => number)) + STEP;
  if (next < barrier) return next;
  for (let number = barrier - 1; number >= FIRST; number -= 1) if (!taken.has(number)) return number;
  return undefined;
};

interface Numbered {
  readonly entries: readonly OpenedEntry[];
  readonly taken: readonly NetworkAclEntry[];
}

const numbered = (acl: NetworkAcl, wanted: readonly Wanted[]): readonly OpenedEntry[] =>
  wanted.reduce<Numbered>(
    ({ entries, taken }, one) => {
      const number = numberBefore(taken, one.direction);
      if (number === undefined) return { entries, taken };
      return { entries: [...entries, { number, ...one }], taken: [...taken, { number, action: 'allow', ...one }] };
    },
    { entries: [], taken: acl.entries },
  ).entries;

/** The entries that a network ACL lacks for the call that it stops and its answers; what is open already is left out. */
export const openNetworkAcl = (network: Network, trace: NetworkTrace, port: number): readonly Fix[] => {
  const hop = trace.hops.at(-1);
  const acl = network.networkAcls.find(({ id }) => id === hop?.from);
  if (hop === undefined || acl === undefined) return [];
  const wanted = sidesOf(network, acl, { trace, hop }).flatMap((side) => bothWays(side, port));
  const entries = numbered(
    acl,
    wanted.filter((one) => isShut(acl, one)),
  );
  return isNonEmpty(entries) ? [{ kind: 'open-network-acl', networkAclId: acl.id, entries, region: network.region }] : [];
};
