import type { NetworkAcl, NetworkAclEntry } from '../model/facts/ec2.ts';
import { rangeOf } from '../reason/network/addresses.ts';
import { protocolNumber } from '../reason/network/protocols.ts';
import type { ChangeOf } from './change.ts';
import { NO_PORTS, portsFrom } from './ports.ts';
import type { Applied, Saved } from './saved.ts';
import { changed, fault, notThere, unreadOf, valuesOf } from './saved.ts';

const aclNamed = (facts: Saved, id: string): NetworkAcl | Applied => {
  const acls = valuesOf(facts, 'ec2.networkAcls').flat();
  const known = acls.map((acl) => acl.id);
  return acls.find((acl) => acl.id === id) ?? notThere('networkAcl', id, { known, unread: unreadOf(facts, 'ec2.networkAcls'), noun: 'network ACL' });
};

const withEntries = (facts: Saved, id: string, change: (entries: NetworkAcl['entries']) => NetworkAcl['entries']): Applied => ({
  facts: changed(facts, 'ec2.networkAcls', (acls) => acls.map((acl) => (acl.id === id ? { ...acl, entries: change(acl.entries) } : acl))),
});

const isAt =
  ({ number, direction }: Pick<NetworkAclEntry, 'number' | 'direction'>) =>
  (entry: NetworkAclEntry): boolean =>
    entry.number === number && entry.direction === direction;

/** Adds an entry to a network ACL under a number that is free. */
export const addEntry = (facts: Saved, change: ChangeOf<'add network-acl-entry'>): Applied => {
  const acl = aclNamed(facts, change.networkAcl);
  if ('facts' in acl || 'fault' in acl) return acl;
  const { number, direction, action, protocol = '-1', ports, cidr } = change;
  if (rangeOf(cidr) === undefined) return fault('cidr', `${cidr} is no CIDR block — it looks like 0.0.0.0/0`);
  const range = ports === undefined ? undefined : portsFrom(ports);
  if (ports !== undefined && range === undefined) return fault('ports', `${ports} ${NO_PORTS}`);
  if (acl.entries.some(isAt(change)))
    return fault('number', `${acl.id} has a rule ${number} ${direction} already — take another number, or remove that rule first`);
  const entry = { number, direction, action, protocol: protocolNumber(String(protocol)), cidr, ...(range !== undefined && { ports: range }) };
  return withEntries(facts, acl.id, (entries) => [...entries, entry]);
};

/** Removes an entry of a network ACL. */
export const removeEntry = (facts: Saved, change: ChangeOf<'remove network-acl-entry'>): Applied => {
  const acl = aclNamed(facts, change.networkAcl);
  if ('facts' in acl || 'fault' in acl) return acl;
  if (!acl.entries.some(isAt(change))) {
    const there = acl.entries.filter(({ direction }) => direction === change.direction).map(({ number }) => number);
    return fault('number', `${acl.id} has no rule ${change.number} ${change.direction}; it has ${there.join(', ') || 'none'}`);
  }
  return withEntries(facts, acl.id, (entries) => entries.filter((entry) => !isAt(change)(entry)));
};
