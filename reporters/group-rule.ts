import type { PortRange } from '../src/model/facts/ec2.ts';
import type { FixOf, OpenedPeer } from '../src/model/fix.ts';
import type { ShellCode } from './shell.ts';
import { documentArgument } from './shell.ts';
import { visible } from './text.ts';

type Opened = FixOf<'open-egress'> | FixOf<'open-ingress'>;

const PROTOCOLS: Readonly<Record<string, string>> = { '-1': 'all traffic', '6': 'tcp', '17': 'udp', '50': 'esp' };

/** Protocol and ports in words: `tcp 443`, `all traffic`. */
export const protocolInWords = ({ protocol, ports }: { readonly protocol: string; readonly ports?: PortRange }): string => {
  const name = visible(PROTOCOLS[protocol] ?? protocol);
  if (ports === undefined) return name;
  return ports.from === ports.to ? `${name} ${ports.from}` : `${name} ${ports.from}–${ports.to}`;
};

const peerName = (peer: OpenedPeer): string => {
  switch (peer.kind) {
    case 'cidr':
      return peer.cidr;
    case 'group':
      return peer.groupId;
    case 'prefix-list':
      return peer.prefixListId;
    default:
      return peer satisfies never;
  }
};

/** A security group rule in words: `tcp 443 to pl-63a5400a`. */
export const groupRuleInWords = (fix: Opened, preposition: 'to' | 'from'): string => `${protocolInWords(fix)} ${preposition} ${visible(peerName(fix.peer))}`;

const peerOf = (peer: OpenedPeer): object => {
  switch (peer.kind) {
    case 'cidr':
      return peer.cidr.includes(':') ? { Ipv6Ranges: [{ CidrIpv6: peer.cidr }] } : { IpRanges: [{ CidrIp: peer.cidr }] };
    case 'group':
      return { UserIdGroupPairs: [{ GroupId: peer.groupId }] };
    case 'prefix-list':
      return { PrefixListIds: [{ PrefixListId: peer.prefixListId }] };
    default:
      return peer satisfies never;
  }
};

/** The same as `--ip-permissions` takes it. */
export const groupRuleArgument = ({ protocol, ports, peer }: Opened): ShellCode =>
  documentArgument([{ IpProtocol: protocol, ...(ports !== undefined && { FromPort: ports.from, ToPort: ports.to }), ...peerOf(peer) }]);
