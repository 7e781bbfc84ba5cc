import { plainText } from '../glob.ts';
import type { Family } from './family.ts';

/** An address as a number with its family's width in bits. */
interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

const GROUP = /^[0-9a-f]{1,4}$/i;
const OCTET = /^\d{1,3}$/;
const PREFIX = /^\d{1,3}$/;

const readIpv4 = (text: string): bigint | undefined => {
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every((octet) => OCTET.test(octet) && Number(octet) <= 255)) return undefined;
  return octets.reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n);
};

/** The last 32 bits may be written as IPv4. */
const expandMapped = (text: string): string | undefined => {
  const tail = text.slice(text.lastIndexOf(':') + 1);
  if (!tail.includes('.')) return text;
  const value = readIpv4(tail);
  if (value === undefined) return undefined;
  return `${text.slice(0, text.lastIndexOf(':') + 1)}${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
};

const groupsOf = (text: string): readonly string[] => (text === '' ? [] : text.split(':'));

const allGroups = (text: string): readonly string[] | undefined => {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right] = halves.map(groupsOf);
  if (right === undefined) return left.length === 8 ? left : undefined;
  const missing = 8 - left.length - right.length;
  return missing < 1 ? undefined : [...left, ...Array.from({ length: missing }, () => '0'), ...right];
};

const readIpv6 = (text: string): bigint | undefined => {
  const expanded = expandMapped(text);
  const groups = expanded === undefined ? undefined : allGroups(expanded);
  if (groups === undefined || !groups.every((group) => GROUP.test(group))) return undefined;
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
};

const readAddress = (text: string): Address | undefined => {
  const bits = text.includes(':') ? 128 : 32;
  const value = bits === 128 ? readIpv6(text) : readIpv4(text);
  return value === undefined ? undefined : { bits, value };
};

const readRange = (text: string): { readonly address: Address; readonly shift: bigint } | undefined => {
  const [base = '', prefix, ...more] = text.split('/');
  const address = readAddress(base);
  if (address === undefined || more.length > 0) return undefined;
  const length = prefix === undefined ? address.bits : Number(prefix);
  if ((prefix !== undefined && !PREFIX.test(prefix)) || length > address.bits) return undefined;
  return { address, shift: BigInt(address.bits - length) };
};

/** `IpAddress`: an address in a CIDR range, compared as numbers; a bare address is itself only; IPv4 and IPv6 never match each other. */
export const addressRange: Family = {
  variables: false,
  compile: (value) => {
    const range = readRange(plainText(value).trim());
    if (range === undefined) return undefined;
    return (actual) => {
      const address = readAddress(actual.trim());
      if (address === undefined) return undefined;
      return address.bits === range.address.bits && address.value >> range.shift === range.address.value >> range.shift;
    };
  },
};
