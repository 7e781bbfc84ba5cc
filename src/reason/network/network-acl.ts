import type { NetworkAcl, NetworkAclEntry } from '../../model/facts/ec2.ts';
import type { NetworkHop, NetworkStage } from '../../model/trace.ts';
import { rangeOf } from './addresses.ts';
import type { Box, Decided, Decider } from './boxes.ts';
import { boxesOf, decideInOrder } from './boxes.ts';
import type { Ruling } from './hops.ts';
import { hopAt, passes, stops, unclear } from './hops.ts';
import type { Network } from './network.ts';
import { networkAclOf, notVisible } from './network.ts';
import { portsOf, protocolNumber, protocolWords, speaksOf } from './protocols.ts';
import { remembered } from './remembered.ts';
import type { FarEnd, Traffic } from './traffic.ts';
import { EPHEMERAL, EPHEMERAL_OF_LINUX, listed, packets, partOf, portWords, trafficWords, verdictOn } from './traffic.ts';

type Direction = NetworkAclEntry['direction'];

/** Which packets are asked about, as they cross a subnet's edge. */
export interface Crossing {
  readonly subnetId: string;
  readonly stage: Extract<NetworkStage, 'network-acl-out' | 'network-acl-in' | 'network-acl-return'>;
  readonly direction: Direction;
  readonly traffic: Traffic;
  readonly far: FarEnd;
}

interface Compiled {
  readonly entry: NetworkAclEntry;
  readonly boxes: readonly Box[] | undefined;
}

const compile = (entry: NetworkAclEntry): Compiled => {
  const range = rangeOf(entry.cidr);
  return { entry, boxes: range && boxesOf([range], portsOf(entry)) };
};

/** Entries by number; the first that speaks of a packet decides. Source: https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html */
const entriesOf = remembered(({ entries }: NetworkAcl): readonly Compiled[] => entries.toSorted((one, other) => one.number - other.number).map(compile));

/** The entry that every network ACL ends with, and that nobody can take out. */
const LAST = 32_767;

const ports = (entry: NetworkAclEntry): string => (['6', '17'].includes(protocolNumber(entry.protocol)) && entry.ports ? ` ${portWords(entry.ports)}` : '');

const PREPOSITION: Readonly<Record<Direction, string>> = { in: 'from', out: 'to' };

/** An entry in words: `rule 100 allows tcp 443 to 0.0.0.0/0`. */
const entryWords = (entry: NetworkAclEntry): string => {
  const name = entry.number >= LAST ? 'the last rule' : `rule ${entry.number}`;
  return `${name} ${entry.action === 'allow' ? 'allows' : 'denies'} ${protocolWords(entry.protocol)}${ports(entry)} ${PREPOSITION[entry.direction]} ${entry.cidr}`;
};

const byEntry = (decided: readonly Decided<NetworkAclEntry>[]): string => listed(decided.flatMap(({ by }) => (by === undefined ? [] : [entryWords(by)])));

const isOpen = ({ by }: Decided<NetworkAclEntry>): boolean => by?.action === 'allow';

const refusal = (shut: readonly Decided<NetworkAclEntry>[], { traffic, far, direction }: Crossing): string => {
  const part = `${trafficWords(traffic)} ${PREPOSITION[direction]} ${partOf(
    far,
    shut.flatMap(({ boxes }) => boxes),
  )}`;
  const denials = shut.filter(({ by }) => by !== undefined && by.number < LAST);
  return denials.length > 0 ? `${byEntry(denials)}: that stops ${part}` : `no rule allows ${part}`;
};

const rulingOf = (decided: readonly Decided<NetworkAclEntry>[], crossing: Crossing): Ruling => {
  const open = decided.filter(isOpen);
  const shut = decided.filter((one) => !isOpen(one));
  const verdict = verdictOn(
    crossing.far,
    open.flatMap(({ boxes }) => boxes),
    shut.flatMap(({ boxes }) => boxes),
  );
  if (verdict === 'passes') return passes(byEntry(open));
  return verdict === 'stops' ? stops(refusal(shut, crossing)) : unclear(`${byEntry(open)}, but ${refusal(shut, crossing)}`);
};

const speaking = (acl: NetworkAcl, { direction, traffic }: Crossing): readonly Compiled[] =>
  entriesOf(acl).filter(({ entry }) => entry.direction === direction && speaksOf(entry.protocol, traffic));

/** What a network ACL says of packets. An entry that names no CIDR block leaves everything open to doubt. */
export const networkAclRuling = (acl: NetworkAcl, crossing: Crossing): Ruling => {
  const entries = speaking(acl, crossing);
  const damaged = entries.find(({ boxes }) => boxes === undefined);
  if (damaged !== undefined) return unclear(`rule ${damaged.entry.number} names ${damaged.entry.cidr}, which is no CIDR block`);
  const deciders = entries.map(({ entry, boxes }): Decider<NetworkAclEntry> => ({ by: entry, boxes: boxes ?? [] }));
  return rulingOf(decideInOrder(packets(crossing.traffic, crossing.far), deciders), crossing);
};

/** The hop at the edge of a subnet. */
export const networkAclHop = (network: Network, crossing: Crossing): NetworkHop => {
  const acl = networkAclOf(network, crossing.subnetId);
  const place = { from: acl?.id ?? crossing.subnetId, to: crossing.far.id };
  return hopAt(crossing.stage, place, acl === undefined ? notVisible(network, `the network ACL of ${crossing.subnetId}`) : networkAclRuling(acl, crossing));
};

/** Answers, by the ports that a caller takes for them. */
export const answers = (range = EPHEMERAL): Traffic => ({ protocol: 'tcp', ports: range });

/**
 * The hop at which answers come back to a job. Network ACLs keep no state. Linux takes 32768–60999 unless told otherwise, so that these are enough.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html
 */
export const answersHop = (network: Network, crossing: Omit<Crossing, 'traffic' | 'stage'>): NetworkHop => {
  const asked = { ...crossing, stage: 'network-acl-return' } as const;
  const wide = networkAclHop(network, { ...asked, traffic: answers() });
  if (wide.verdict !== 'stops') return wide;
  const usual = networkAclHop(network, { ...asked, traffic: answers(EPHEMERAL_OF_LINUX) });
  return usual.verdict === 'stops' ? wide : { ...usual, decidedBy: `${usual.decidedBy}; that is enough for the ports that Linux takes by itself, 32768–60999` };
};
