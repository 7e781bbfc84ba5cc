import type { PortRange } from '../../model/facts/ec2.ts';
import type { NetworkHop } from '../../model/trace.ts';
import type { AddressRange } from './addresses.ts';
import { rangeOf, touch } from './addresses.ts';
import type { Box } from './boxes.ts';
import { boxesOf, sizeOf, within } from './boxes.ts';

/** What travels. `all`: whatever protocol, which only rules for every protocol let through. */
export interface Traffic {
  readonly protocol: 'tcp' | 'udp' | 'esp' | 'all';
  /** Destination ports; absent: all, or a protocol without ports. */
  readonly ports?: PortRange;
}

/** Addresses with the CIDR block, or the words, that a reader knows them by. */
export interface Block {
  readonly name: string;
  readonly range: AddressRange;
}

/**
 * Where traffic goes to or comes from. `reach` says what counts: `each` of the addresses; `one` of them, not known which; or `most`:
 * any host among them, so that the larger part decides.
 */
export interface FarEnd {
  readonly words: string;
  readonly blocks: readonly Block[];
  readonly reach: 'each' | 'one' | 'most';
  /** Groups that the far end carries. */
  readonly groupIds?: readonly string[];
  /** `groups`: rules count that name one of its groups, and no others. */
  readonly by?: 'groups' | 'anything';
  /** The prefix list that these addresses are. */
  readonly prefixListId?: string;
  /** Id of the far end, as hops name it; an internet host has none. */
  readonly id?: string;
}

/** The blocks of CIDRs, IPv4 or IPv6. */
export const blocksOf = (cidrs: readonly string[]): readonly Block[] =>
  cidrs.flatMap((name) => {
    const range = rangeOf(name);
    return range === undefined ? [] : [{ name, range }];
  });

/** HTTPS, which every AWS API speaks. */
export const https = (port = 443): Traffic => ({ protocol: 'tcp', ports: { from: port, to: port } });

/** Ports that a caller may take for the answers. Source: https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html */
export const EPHEMERAL: PortRange = { from: 1024, to: 65_535 };
/** Those that Linux takes by itself (`net.ipv4.ip_local_port_range`). */
export const EPHEMERAL_OF_LINUX: PortRange = { from: 32_768, to: 60_999 };

/** Ports in words. */
export const portWords = ({ from, to }: PortRange): string => (from === to ? String(from) : `${from}–${to}`);

/** Traffic in words: `tcp 443`, `all traffic`. */
export const trafficWords = ({ protocol, ports }: Traffic): string => {
  if (protocol === 'all') return 'all traffic';
  return ports === undefined ? protocol : `${protocol} ${portWords(ports)}`;
};

/** Every packet of this traffic with this far end. */
export const packets = ({ ports }: Traffic, { blocks }: FarEnd): readonly Box[] =>
  boxesOf(
    blocks.map(({ range }) => range),
    ports,
  );

/** The verdict on traffic of which a part is let through. */
export const verdictOn = ({ reach }: FarEnd, open: readonly Box[], shut: readonly Box[]): NetworkHop['verdict'] => {
  if (shut.length === 0) return 'passes';
  if (open.length === 0) return 'stops';
  switch (reach) {
    case 'each':
      return 'stops';
    case 'one':
      return 'unknown';
    case 'most':
      return sizeOf(open) > sizeOf(shut) ? 'passes' : 'unknown';
    default:
      return reach satisfies never;
  }
};

const NAMED = 3;

/** Things in words: the first three, and how many more. */
export const listed = (names: readonly string[]): string =>
  names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more` : names.join(', ');

const touched = ({ blocks }: FarEnd, boxes: readonly Box[]): readonly Block[] => blocks.filter(({ range }) => boxes.some((box) => touch(range, box)));

/** The part of a far end that the boxes lie in, by its own blocks. */
export const partOf = (far: FarEnd, boxes: readonly Box[]): string => {
  const names = new Set(touched(far, boxes).map(({ name }) => name));
  const all = new Set(far.blocks.map(({ name }) => name));
  return names.size === 0 || names.size === all.size ? far.words : `${listed([...names])} of ${far.words}`;
};

/** A far end with those of its addresses only that lie in the boxes. */
export const narrowed = (far: FarEnd, boxes: readonly Box[]): FarEnd => ({
  ...far,
  blocks: far.blocks.flatMap(({ name, range }) => within(boxesOf([range]), boxesOf(boxes)).map(({ first, last }) => ({ name, range: { first, last } }))),
});
