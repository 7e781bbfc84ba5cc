import { answered } from '../../aws/operation.ts';
import { describeVpcs } from '../../aws/operations/ec2-of-vpcs.ts';
import { absent, present } from '../../model/fact.ts';
import { defineCollector, together } from '../define.ts';
import { isAssociated } from './associated.ts';
import { listed } from './listing.ts';
import { onAnything } from './permissions.ts';
import { nameIn } from './tags.ts';

/** A VPC. */
export const ec2Vpc = defineCollector({
  kind: 'ec2.vpc',
  operations: [describeVpcs],
  region: ({ region }) => region,
  calls: () => [together(describeVpcs)],
  permissions: () => [onAnything('ec2:DescribeVpcs')],
  collect: async ({ vpcId }, call) => {
    const [vpc] = listed(await call.one(describeVpcs, vpcId));
    if (vpc === undefined) return absent;
    const { OwnerId, CidrBlock, CidrBlockAssociationSet, Ipv6CidrBlockAssociationSet = [], InstanceTenancy, DhcpOptionsId, Tags } = vpc;
    const blocks = CidrBlockAssociationSet ?? [{ CidrBlock: answered(CidrBlock, 'CidrBlock') }];
    return present({
      id: vpcId,
      owner: answered(OwnerId, 'OwnerId'),
      cidrs: blocks.filter(({ CidrBlockState }) => isAssociated(CidrBlockState)).map((block) => answered(block.CidrBlock, 'CidrBlock')),
      ipv6Cidrs: Ipv6CidrBlockAssociationSet.filter(({ Ipv6CidrBlockState }) => isAssociated(Ipv6CidrBlockState)).flatMap(
        ({ Ipv6CidrBlock }) => Ipv6CidrBlock ?? [],
      ),
      tenancy: answered(InstanceTenancy, 'InstanceTenancy'),
      dhcpOptionsId: answered(DhcpOptionsId, 'DhcpOptionsId'),
      ...nameIn(Tags),
    });
  },
});
