import type { PortRange } from '../../model/facts/ec2.ts';
import type { Traffic } from './traffic.ts';

/** Names that EC2 uses for protocols. Source: https://www.iana.org/assignments/protocol-numbers/protocol-numbers.xhtml */
const NUMBERS: Readonly<Record<string, string>> = { icmp: '1', tcp: '6', udp: '17', esp: '50', icmpv6: '58', all: '-1' };
const NAMES: Readonly<Record<string, string>> = { '1': 'icmp', '6': 'tcp', '17': 'udp', '50': 'esp', '58': 'icmpv6', '-1': 'all traffic' };

const EVERY = '-1';
const WITH_PORTS: readonly string[] = ['6', '17'];
const EVERY_PORT: PortRange = { from: 0, to: 65_535 };

/** The IANA number of a protocol by name or number; `-1` for all. */
export const protocolNumber = (protocol: string): string => NUMBERS[protocol.toLowerCase()] ?? protocol;

/** A rule's protocol in words. */
export const protocolWords = (protocol: string): string => NAMES[protocolNumber(protocol)] ?? `protocol ${protocol}`;

/** Whether a rule of this protocol speaks of the traffic. */
export const speaksOf = (protocol: string, traffic: Traffic): boolean => {
  const number = protocolNumber(protocol);
  return number === EVERY || number === protocolNumber(traffic.protocol);
};

/** The ports that a rule opens or closes. Only TCP and UDP have ports; a rule for all protocols means all ports, whatever range it names. */
export const portsOf = ({ protocol, ports }: { readonly protocol: string; readonly ports?: PortRange }): PortRange =>
  ports === undefined || ports.from < 0 || !WITH_PORTS.includes(protocolNumber(protocol)) ? EVERY_PORT : ports;
