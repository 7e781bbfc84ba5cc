import type { PortRange } from '../../model/facts/ec2.ts';

/** What has ports, as EC2 names it: by name in security groups, by number in network ACLs. */
const WITH_PORTS: ReadonlySet<string> = new Set(['tcp', 'udp', '6', '17']);
/** EC2 may say it of all ports. */
const ALL = -1;

/** A rule's ports. None: all of them. Of ICMP the same fields hold type and code, which are no ports. */
export const portsOf = (protocol: string, from: number | undefined, to: number | undefined): { readonly ports?: PortRange } =>
  WITH_PORTS.has(protocol) && from !== undefined && to !== undefined && from !== ALL ? { ports: { from, to } } : {};
