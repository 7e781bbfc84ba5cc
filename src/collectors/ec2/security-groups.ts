import { answered } from '../../aws/operation.ts';
import { describeSecurityGroups, describeSecurityGroupsOfVpc, getManagedPrefixListEntries } from '../../aws/operations/ec2.ts';
import { absent, present } from '../../model/fact.ts';
import type { SecurityGroup } from '../../model/facts/ec2.ts';
import { partitionOf } from '../../reason/arn.ts';
import type { NeededPermission } from '../define.ts';
import { defineCollector, invocation, together } from '../define.ts';
import type { DescribedPermission } from './group-rules.ts';
import { prefixListsOf, rulesOf } from './group-rules.ts';
import { listed } from './listing.ts';
import { onAnything } from './permissions.ts';
import type { PrefixListEntries } from './prefix-list-entries.ts';
import { entriesOf, entriesPermission } from './prefix-list-entries.ts';

interface DescribedGroup {
  readonly GroupId?: string | undefined;
  readonly GroupName?: string | undefined;
  readonly SecurityGroupArn?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly OwnerId?: string | undefined;
  readonly IpPermissions?: readonly DescribedPermission[] | undefined;
  readonly IpPermissionsEgress?: readonly DescribedPermission[] | undefined;
}

const entriesFor = (call: Parameters<typeof entriesOf>[0], groups: readonly DescribedGroup[]): Promise<PrefixListEntries> =>
  entriesOf(
    call,
    groups.flatMap(({ IpPermissions = [], IpPermissionsEgress = [] }) => [...IpPermissions, ...IpPermissionsEgress].flatMap(prefixListsOf)),
  );

const arnOf = ({ SecurityGroupArn, OwnerId, GroupId }: DescribedGroup, region: string): string =>
  SecurityGroupArn ?? `arn:${partitionOf(region)}:ec2:${region}:${OwnerId}:security-group/${GroupId}`;

const groupOf = (group: DescribedGroup, entries: PrefixListEntries, region: string): SecurityGroup => ({
  id: answered(group.GroupId, 'GroupId'),
  arn: arnOf(group, region),
  vpcId: answered(group.VpcId, 'VpcId'),
  owner: answered(group.OwnerId, 'OwnerId'),
  name: answered(group.GroupName, 'GroupName'),
  egress: rulesOf(group.IpPermissionsEgress ?? [], entries),
  ingress: rulesOf(group.IpPermissions ?? [], entries),
});

const SURCHARGES = [
  { service: 'ec2', each: 1, per: 'prefix list that a security group names' },
  { service: 'ec2', each: 1, per: 'further 100 entries of a prefix list' },
] as const;

const permissions = ({ region }: { readonly region: string | undefined }, { partition }: { readonly partition: string }): readonly NeededPermission[] => [
  onAnything('ec2:DescribeSecurityGroups'),
  entriesPermission({ partition, region }, 'rules of security groups name'),
];

/** A security group. All that are asked for at the same time share a call. */
export const ec2SecurityGroup = defineCollector({
  kind: 'ec2.securityGroup',
  operations: [describeSecurityGroups, getManagedPrefixListEntries],
  region: ({ region }) => region,
  calls: () => [together(describeSecurityGroups)],
  surcharges: SURCHARGES,
  permissions,
  collect: async ({ groupId, region }, call) => {
    const group = await call.one(describeSecurityGroups, groupId);
    return group.state === 'absent' ? absent : present(groupOf(group.value, await entriesFor(call, [group.value]), region));
  },
});

/** Every security group of a VPC. */
export const ec2SecurityGroups = defineCollector({
  kind: 'ec2.securityGroups',
  operations: [describeSecurityGroupsOfVpc, getManagedPrefixListEntries],
  region: ({ region }) => region,
  calls: ({ vpcId }) => [invocation(describeSecurityGroupsOfVpc, { vpcId })],
  surcharges: [...SURCHARGES, { service: 'ec2', each: 1, per: 'further 1,000 security groups of a VPC' }],
  permissions,
  collect: async ({ vpcId, region }, call) => {
    const groups = listed(await call(describeSecurityGroupsOfVpc, { vpcId }));
    const entries = await entriesFor(call, groups);
    return present(groups.map((group) => groupOf(group, entries, region)));
  },
});
