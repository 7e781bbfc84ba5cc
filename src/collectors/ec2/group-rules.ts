import { answered } from '../../aws/operation.ts';
import type { GroupPeer, GroupRule } from '../../model/facts/ec2.ts';
import { portsOf } from './ports.ts';
import type { PrefixListEntries } from './prefix-list-entries.ts';

/** A permission of a security group as EC2 tells it: one protocol and port range for any number of peers. */
export interface DescribedPermission {
  readonly IpProtocol?: string | undefined;
  readonly FromPort?: number | undefined;
  readonly ToPort?: number | undefined;
  readonly IpRanges?: readonly { readonly CidrIp?: string | undefined }[] | undefined;
  readonly Ipv6Ranges?: readonly { readonly CidrIpv6?: string | undefined }[] | undefined;
  readonly UserIdGroupPairs?: readonly { readonly GroupId?: string | undefined; readonly UserId?: string | undefined }[] | undefined;
  readonly PrefixListIds?: readonly { readonly PrefixListId?: string | undefined }[] | undefined;
}

const group = (groupId: string, account: string | undefined): GroupPeer => ({ kind: 'group', groupId, ...(account !== undefined && { account }) });

const peersOf = (permission: DescribedPermission, entries: PrefixListEntries): readonly GroupPeer[] => {
  const { IpRanges = [], Ipv6Ranges = [], UserIdGroupPairs = [] } = permission;
  return [
    ...IpRanges.map(({ CidrIp }): GroupPeer => ({ kind: 'cidr', cidr: answered(CidrIp, 'CidrIp') })),
    ...Ipv6Ranges.map(({ CidrIpv6 }): GroupPeer => ({ kind: 'cidr', cidr: answered(CidrIpv6, 'CidrIpv6') })),
    ...UserIdGroupPairs.map(({ GroupId, UserId }) => group(answered(GroupId, 'GroupId'), UserId)),
    ...prefixListsOf(permission).map(
      (prefixListId): GroupPeer => ({ kind: 'prefix-list', prefixListId, entries: answered(entries.get(prefixListId), 'prefix list') }),
    ),
  ];
};

/** The prefix lists that a permission names. */
export const prefixListsOf = ({ PrefixListIds = [] }: DescribedPermission): readonly string[] =>
  PrefixListIds.map(({ PrefixListId }) => answered(PrefixListId, 'PrefixListId'));

/** One rule for each peer of each permission. */
export const rulesOf = (permissions: readonly DescribedPermission[], entries: PrefixListEntries): readonly GroupRule[] =>
  permissions.flatMap((permission) => {
    const protocol = answered(permission.IpProtocol, 'IpProtocol');
    const ports = portsOf(protocol, permission.FromPort, permission.ToPort);
    return peersOf(permission, entries).map((peer): GroupRule => ({ protocol, ...ports, peer }));
  });
