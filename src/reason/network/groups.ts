import type { GroupRule, SecurityGroup } from '../../model/facts/ec2.ts';
import type { NetworkHop } from '../../model/trace.ts';
import type { AddressRange } from './addresses.ts';
import { rangeOf, rangesOf } from './addresses.ts';
import type { Box } from './boxes.ts';
import { boxesOf, decideInOrder, without } from './boxes.ts';
import type { Ruling } from './hops.ts';
import { hopAt, passes, stops, unclear } from './hops.ts';
import { portsOf, protocolWords, speaksOf } from './protocols.ts';
import type { FarEnd, Traffic } from './traffic.ts';
import { listed, packets, partOf, portWords, trafficWords, verdictOn } from './traffic.ts';

/** Traffic of the carriers of some groups with a far end. */
export interface Conversation {
  readonly direction: 'egress' | 'ingress';
  readonly traffic: Traffic;
  readonly far: FarEnd;
}

interface OwnRule {
  readonly group: SecurityGroup;
  readonly rule: GroupRule;
}

const PREPOSITION = { egress: 'to', ingress: 'from' } as const;

const peerWords = ({ peer }: GroupRule): string => {
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

/** A rule in words: `tcp 443 to 0.0.0.0/0`. */
export const groupRuleWords = (rule: GroupRule, direction: Conversation['direction']): string => {
  const ports = rule.ports === undefined || rule.ports.from < 0 || protocolWords(rule.protocol) === 'all traffic' ? '' : ` ${portWords(rule.ports)}`;
  return `${protocolWords(rule.protocol)}${ports} ${PREPOSITION[direction]} ${peerWords(rule)}`;
};

const everything = ({ blocks }: FarEnd): readonly AddressRange[] => blocks.map(({ range }) => range);

/** The addresses that a rule speaks of, as far as they matter; `unread`: its entries are not known. */
const addressesOf = ({ peer }: GroupRule, far: FarEnd): readonly AddressRange[] | 'unread' => {
  if (peer.kind === 'group') return far.groupIds?.includes(peer.groupId) ? everything(far) : [];
  if (far.by === 'groups') return [];
  if (peer.kind === 'cidr') return [rangeOf(peer.cidr)].flatMap((range) => range ?? []);
  if (peer.prefixListId === far.prefixListId) return everything(far);
  if (peer.entries.state === 'unknown') return 'unread';
  return peer.entries.state === 'present' ? rangesOf(peer.entries.value) : [];
};

const rulesFor = (groups: readonly SecurityGroup[], { direction, traffic }: Conversation): readonly OwnRule[] =>
  groups.flatMap((group) => group[direction].filter(({ protocol }) => speaksOf(protocol, traffic)).map((rule) => ({ group, rule })));

const isUnread =
  ({ far }: Conversation) =>
  ({ rule }: OwnRule): boolean =>
    addressesOf(rule, far) === 'unread';

const boxesOfRule = (rule: GroupRule, far: FarEnd): readonly Box[] => {
  const addresses = addressesOf(rule, far);
  return boxesOf(addresses === 'unread' ? everything(far) : addresses, portsOf(rule));
};

const names = (groups: readonly SecurityGroup[]): string => listed(groups.map(({ id }) => id));

/** What the groups together say, with the group that opens, or the first. */
export interface GroupsRuling extends Ruling {
  readonly groupId: string | undefined;
}

const refusal = (groups: readonly SecurityGroup[], { direction, traffic, far }: Conversation, shut: readonly Box[]): string =>
  `no rule of ${names(groups) || 'any security group'} allows ${trafficWords(traffic)} ${PREPOSITION[direction]} ${partOf(far, shut)}`;

const openedBy = (opened: readonly OwnRule[], direction: Conversation['direction']): string =>
  listed(opened.map(({ group, rule }) => `${group.id} allows ${groupRuleWords(rule, direction)}`));

/** Rules of security groups only ever allow, and those of all groups count together: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html */
export const groupsRuling = (groups: readonly SecurityGroup[], conversation: Conversation): GroupsRuling => {
  const { far, direction } = conversation;
  const asked = packets(conversation.traffic, far);
  const rules = rulesFor(groups, conversation);
  const [unread, read] = [rules.filter(isUnread(conversation)), rules.filter((rule) => !isUnread(conversation)(rule))];
  const decided = decideInOrder(
    asked,
    read.map((by) => ({ by, boxes: boxesOfRule(by.rule, far) })),
  );
  const opened = decided.flatMap(({ by }) => by ?? []);
  const shut = decided.flatMap(({ by, boxes }) => (by === undefined ? boxes : []));
  const verdict = verdictOn(far, without(asked, shut), shut);
  const groupId = opened[0]?.group.id ?? groups[0]?.id;
  if (verdict === 'passes') return { groupId, ...passes(openedBy(opened, direction)) };
  const doubt = without(
    shut,
    unread.flatMap(({ rule }) => boxesOfRule(rule, far)),
  );
  if (verdictOn(far, without(asked, doubt), doubt) !== verdict || (verdict === 'unknown' && unread.length > 0))
    return { groupId, ...unclear(`${refusal(groups, conversation, shut)}, unless ${openedBy(unread, direction)}, whose entries could not be read`) };
  if (verdict === 'unknown') return { groupId, ...unclear(`${openedBy(opened, direction)}; ${refusal(groups, conversation, shut)}`) };
  return { groupId, ...stops(refusal(groups, conversation, shut)) };
};

const STAGES = { egress: 'security-group-egress', ingress: 'security-group-ingress' } as const;

/** The hop at which the groups decide. `fallback` names the place where there is no group at all. */
export const groupsHop = (groups: readonly SecurityGroup[], conversation: Conversation, fallback: string): NetworkHop => {
  const { groupId, ...ruling } = groupsRuling(groups, conversation);
  return hopAt(STAGES[conversation.direction], { from: groupId ?? fallback, to: conversation.far.id }, ruling);
};
