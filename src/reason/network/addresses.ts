import ipaddr from 'ipaddr.js';

/** Addresses in a row, both ends included. IPv4 and IPv6 lie on one line of numbers without touching, so that neither ever holds the other. */
export interface AddressRange {
  readonly first: bigint;
  readonly last: bigint;
}

const IPV6_BEGINS = 1n << 128n;
const BYTE = 8n;

const numberOf = (bytes: readonly number[]): bigint => bytes.reduce((sum, byte) => (sum << BYTE) | BigInt(byte), 0n);

/** The addresses of a CIDR block, IPv4 or IPv6; undefined for a text that is none. Bits behind the prefix are ignored, as EC2 does. */
export const rangeOf = (cidr: string): AddressRange | undefined => {
  if (!ipaddr.isValidCIDR(cidr)) return undefined;
  const [address, length] = ipaddr.parseCIDR(cidr);
  const bytes = address.toByteArray();
  const free = BigInt(bytes.length * 8 - length);
  const network = ((numberOf(bytes) >> free) << free) + (address.kind() === 'ipv6' ? IPV6_BEGINS : 0n);
  return { first: network, last: network + (1n << free) - 1n };
};

/** How many bits of a CIDR block are fixed: the longer, the more specific. */
export const prefixLengthOf = (cidr: string): number => Number(cidr.slice(cidr.indexOf('/') + 1));

/** Whether a CIDR block is of IPv6. */
export const isIpv6 = (cidr: string): boolean => cidr.includes(':');

/** The addresses of CIDR blocks; what is no CIDR is left out. */
export const rangesOf = (cidrs: readonly string[]): readonly AddressRange[] => cidrs.flatMap((cidr) => rangeOf(cidr) ?? []);

/** Whether two ranges share an address. */
export const touch = (one: AddressRange, other: AddressRange): boolean => one.first <= other.last && other.first <= one.last;
