import type { OpenedEntry } from '../../src/model/fix.ts';
import { protocolInWords } from '../group-rule.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import type { CommandOptions } from '../shell.ts';
import { awsCommand } from '../shell.ts';
import { visible } from '../text.ts';

const isIn = ({ direction }: OpenedEntry): boolean => direction === 'in';

const addressOption = (cidr: string): CommandOptions => ({ [cidr.includes(':') ? 'ipv6-cidr-block' : 'cidr-block']: cidr });

const entryWords = (entry: OpenedEntry): string =>
  `rule ${entry.number}, ${protocolInWords(entry)} ${isIn(entry) ? 'in from' : 'out to'} ${visible(entry.cidr)}`;

const entryOptions = (entry: OpenedEntry): CommandOptions => ({
  'rule-number': entry.number,
  [isIn(entry) ? 'ingress' : 'egress']: true,
  protocol: entry.protocol,
  'rule-action': 'allow',
  ...addressOption(entry.cidr),
  ...(entry.ports !== undefined && { 'port-range': `From=${entry.ports.from},To=${entry.ports.to}` }),
});

/** Adds entries to a network ACL. A number that is taken is refused, so that nothing is replaced. */
export const openNetworkAcl: FixRenderer<'open-network-acl'> = ({ networkAclId, entries, region }) => ({
  text: `Allow in the network ACL ${visible(networkAclId)}: ${entries.map(entryWords).join('; ')}. The lowest number that matches decides.`,
  commands: entries.map((entry) => awsCommand(['ec2', 'create-network-acl-entry'], { 'network-acl-id': networkAclId, ...entryOptions(entry), region })),
});
