import ipaddr from 'ipaddr.js';

/** Addresses in a row, both ends included. IPv4 and IPv6 lie on one line of numbers without touching, so that neither ever holds the other. */
export interface AddressRange {
  readonly first: bigint;
  readonly last: bigint;
}

const IPV6_BEGINS = 1n << 128n;
const BYTE = 8n;

const numberOf = (bytes: readonly number[]): bigint => bytes.reduce((sum, byte) => (sum << BYTE) | BigInt(byte), 0n);

const IPV4_BITS = 32;
const IPV6_BITS = 128n;

/** Of an address alone: parsing a whole CIDR block takes the library several times as long, and there are thousands of them. */
const octetsOf = (address: string): readonly number[] | undefined => {
  try {
    return ipaddr.IPv4.parse(address).octets;
  } catch {
    return undefined;
  }
};

const LENGTH = /^\d{1,2}$/;

const rangeOfIpv4 = (cidr: string): AddressRange | undefined => {
  const [address = '', length = '', ...more] = cidr.split('/');
  const octets = LENGTH.test(length) && Number(length) <= IPV4_BITS && more.length === 0 ? octetsOf(address) : undefined;
  if (octets === undefined) return undefined;
  const size = 2 ** (IPV4_BITS - Number(length));
  const given = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const network = given - (given % size);
  return { first: BigInt(network), last: BigInt(network + size - 1) };
};

const rangeOfIpv6 = (cidr: string): AddressRange | undefined => {
  if (!ipaddr.IPv6.isValidCIDR(cidr)) return undefined;
  const [address, length] = ipaddr.IPv6.parseCIDR(cidr);
  const free = IPV6_BITS - BigInt(length);
  const network = ((numberOf(address.toByteArray()) >> free) << free) + IPV6_BEGINS;
  return { first: network, last: network + (1n << free) - 1n };
};

/** Whether a CIDR block is of IPv6. */
export const isIpv6 = (cidr: string): boolean => cidr.includes(':');

/** The addresses of a CIDR block, IPv4 or IPv6; undefined for a text that is none. Bits behind the prefix are ignored, as EC2 does. */
export const rangeOf = (cidr: string): AddressRange | undefined => (isIpv6(cidr) ? rangeOfIpv6(cidr) : rangeOfIpv4(cidr));

/** How many bits of a CIDR block are fixed: the longer, the more specific. */
export const prefixLengthOf = (cidr: string): number => Number(cidr.slice(cidr.indexOf('/') + 1));

/** The addresses of CIDR blocks; what is no CIDR is left out. */
export const rangesOf = (cidrs: readonly string[]): readonly AddressRange[] => cidrs.flatMap((cidr) => rangeOf(cidr) ?? []);

/** Whether two ranges share an address. */
export const touch = (one: AddressRange, other: AddressRange): boolean => one.first <= other.last && other.first <= one.last;
