import type { GroupPeer, GroupRule, SecurityGroup } from '../model/facts/ec2.ts';
import { present, unknown } from '../model/reading.ts';
import { rangeOf } from '../reason/network/addresses.ts';
import { groupRuleWords } from '../reason/network/groups.ts';
import { portsOf, protocolNumber } from '../reason/network/protocols.ts';
import type { ChangeOf, GroupRuleChange } from './change.ts';
import { NO_PORTS, portsFrom } from './ports.ts';
import type { Applied, Fault, Saved } from './saved.ts';
import { changed, fault, notThere, unreadOf, valuesOf } from './saved.ts';

type Direction = 'egress' | 'ingress';
type GroupChange = ChangeOf<'add egress'> | ChangeOf<'add ingress'> | ChangeOf<'remove egress'> | ChangeOf<'remove ingress'>;

const directionOf = ({ kind }: GroupChange): Direction => (kind.endsWith(' egress') ? 'egress' : 'ingress');

/** Every security group that the facts hold, whether asked for by itself or with its VPC. */
const groupsIn = (facts: Saved): readonly SecurityGroup[] => [...valuesOf(facts, 'ec2.securityGroup'), ...valuesOf(facts, 'ec2.securityGroups').flat()];

const withGroup = (facts: Saved, id: string, change: (group: SecurityGroup) => SecurityGroup): Saved => {
  const one = (group: SecurityGroup): SecurityGroup => (group.id === id ? change(group) : group);
  return changed(changed(facts, 'ec2.securityGroup', one), 'ec2.securityGroups', (groups) => groups.map(one));
};

const entriesOf = (facts: Saved, prefixListId: string): GroupPeer => {
  const ofService = valuesOf(facts, 'ec2.prefixList').find(({ id }) => id === prefixListId);
  const inRule = groupsIn(facts)
    .flatMap(({ egress, ingress }) => [...egress, ...ingress])
    .find(({ peer }) => peer.kind === 'prefix-list' && peer.prefixListId === prefixListId)?.peer;
  if (ofService !== undefined) return { kind: 'prefix-list', prefixListId, entries: present(ofService.cidrs) };
  return inRule ?? { kind: 'prefix-list', prefixListId, entries: unknown('not-collected', `the entries of ${prefixListId} are not in the facts`) };
};

const peerFrom = (facts: Saved, peer: string): GroupPeer | undefined => {
  if (peer.startsWith('pl-')) return entriesOf(facts, peer);
  if (peer.startsWith('sg-')) return { kind: 'group', groupId: peer };
  return rangeOf(peer) === undefined ? undefined : { kind: 'cidr', cidr: peer };
};

const ruleFrom = (facts: Saved, { protocol = 'tcp', ports, peer }: GroupRuleChange): GroupRule | Fault => {
  const named = peerFrom(facts, peer);
  if (named === undefined) return { key: 'peer', message: `${peer} is no CIDR block, prefix list (pl-…) or security group (sg-…)` };
  const range = ports === undefined ? undefined : portsFrom(ports);
  if (ports !== undefined && range === undefined) return { key: 'ports', message: `${ports} ${NO_PORTS}` };
  return { protocol: protocolNumber(String(protocol)), ...(range !== undefined && { ports: range }), peer: named };
};

const nameOf = (peer: GroupPeer): string => {
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

const likeness = (rule: GroupRule): string => {
  const { from, to } = portsOf(rule);
  return `${protocolNumber(rule.protocol)} ${from}-${to} ${nameOf(rule.peer)}`;
};

const sameAs =
  (wanted: GroupRule) =>
  (rule: GroupRule): boolean =>
    likeness(rule) === likeness(wanted);

const groupNamed = (facts: Saved, id: string): SecurityGroup | Applied => {
  const groups = groupsIn(facts);
  const unread = [...unreadOf(facts, 'ec2.securityGroup'), ...unreadOf(facts, 'ec2.securityGroups')];
  return groups.find((group) => group.id === id) ?? notThere('securityGroup', id, { known: groups.map((group) => group.id), unread, noun: 'security group' });
};

/** Adds a rule to a security group. */
export const addGroupRule = (facts: Saved, change: ChangeOf<'add egress'> | ChangeOf<'add ingress'>): Applied => {
  const group = groupNamed(facts, change.securityGroup);
  if ('facts' in group || 'fault' in group) return group;
  const rule = ruleFrom(facts, change);
  if ('key' in rule) return { fault: rule };
  const direction = directionOf(change);
  if (group[direction].some(sameAs(rule))) return fault('peer', `${group.id} has this rule already`);
  return { facts: withGroup(facts, group.id, (one) => ({ ...one, [direction]: [...one[direction], rule] })) };
};

/** Removes a rule from a security group: the one with the same protocol, ports and peer. */
export const removeGroupRule = (facts: Saved, change: ChangeOf<'remove egress'> | ChangeOf<'remove ingress'>): Applied => {
  const group = groupNamed(facts, change.securityGroup);
  if ('facts' in group || 'fault' in group) return group;
  const rule = ruleFrom(facts, change);
  if ('key' in rule) return { fault: rule };
  const direction = directionOf(change);
  const rules = group[direction];
  if (!rules.some(sameAs(rule))) {
    const there = rules.map((one) => groupRuleWords(one, direction)).join('; ') || 'none';
    return fault('peer', `${group.id} has no rule "${groupRuleWords(rule, direction)}"; its ${direction} rules are: ${there}`);
  }
  return { facts: withGroup(facts, group.id, (one) => ({ ...one, [direction]: one[direction].filter((other) => !sameAs(rule)(other)) })) };
};
