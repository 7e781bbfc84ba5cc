import { answered } from '../../aws/operation.ts';
import { describeSubnets } from '../../aws/operations/ec2.ts';
import { Refused } from '../../aws/refused.ts';
import { absent, present, unknown } from '../../model/fact.ts';
import { defineCollector, together } from '../define.ts';
import { isAssociated } from './associated.ts';
import { onAnything } from './permissions.ts';
import { nameIn } from './tags.ts';

const withoutIpv4 = (subnetId: string): Refused =>
  new Refused(unknown('unsupported', `the subnet ${subnetId} has no IPv4 addresses, and only those are judged — name a subnet with an IPv4 block`));

/** A subnet. All that are asked for at the same time share a call. */
export const ec2Subnet = defineCollector({
  kind: 'ec2.subnet',
  operations: [describeSubnets],
  region: ({ region }) => region,
  calls: () => [together(describeSubnets)],
  permissions: () => [onAnything('ec2:DescribeSubnets')],
  collect: async ({ subnetId }, call) => {
    const subnet = await call.one(describeSubnets, subnetId);
    if (subnet.state === 'absent') return absent;
    const { SubnetArn, VpcId, OwnerId, AvailabilityZone, AvailabilityZoneId, CidrBlock, AvailableIpAddressCount, State, Tags } = subnet.value;
    if (!CidrBlock) throw withoutIpv4(subnetId);
    const blocks = (subnet.value.Ipv6CidrBlockAssociationSet ?? []).filter(({ Ipv6CidrBlockState }) => isAssociated(Ipv6CidrBlockState));
    return present({
      id: subnetId,
      arn: answered(SubnetArn, 'SubnetArn'),
      vpcId: answered(VpcId, 'VpcId'),
      owner: answered(OwnerId, 'OwnerId'),
      zone: answered(AvailabilityZone, 'AvailabilityZone'),
      zoneId: answered(AvailabilityZoneId, 'AvailabilityZoneId'),
      cidr: CidrBlock,
      ipv6Cidrs: blocks.flatMap(({ Ipv6CidrBlock }) => Ipv6CidrBlock ?? []),
      freeAddresses: answered(AvailableIpAddressCount, 'AvailableIpAddressCount'),
      state: answered(State, 'State'),
      ...nameIn(Tags),
    });
  },
});
