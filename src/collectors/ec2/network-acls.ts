import { answered } from '../../aws/operation.ts';
import { describeNetworkAcls } from '../../aws/operations/ec2-of-vpcs.ts';
import { present } from '../../model/fact.ts';
import type { NetworkAcl, NetworkAclEntry } from '../../model/facts/ec2.ts';
import { defineCollector, together } from '../define.ts';
import { listed } from './listing.ts';
import { onAnything } from './permissions.ts';
import { portsOf } from './ports.ts';

interface DescribedEntry {
  readonly RuleNumber?: number | undefined;
  readonly Egress?: boolean | undefined;
  readonly RuleAction?: string | undefined;
  readonly Protocol?: string | undefined;
  readonly CidrBlock?: string | undefined;
  readonly Ipv6CidrBlock?: string | undefined;
  readonly PortRange?: { readonly From?: number | undefined; readonly To?: number | undefined } | undefined;
}
interface DescribedAcl {
  readonly NetworkAclId?: string | undefined;
  readonly IsDefault?: boolean | undefined;
  readonly Associations?: readonly { readonly SubnetId?: string | undefined }[] | undefined;
  readonly Entries?: readonly DescribedEntry[] | undefined;
}

const entryOf = ({ RuleNumber, Egress, RuleAction, Protocol, CidrBlock, Ipv6CidrBlock, PortRange }: DescribedEntry): NetworkAclEntry => {
  const protocol = answered(Protocol, 'Protocol');
  return {
    number: answered(RuleNumber, 'RuleNumber'),
    direction: answered(Egress, 'Egress') ? 'out' : 'in',
    action: answered(RuleAction, 'RuleAction') === 'allow' ? 'allow' : 'deny',
    protocol,
    cidr: answered(CidrBlock ?? Ipv6CidrBlock, 'CidrBlock'),
    ...portsOf(protocol, PortRange?.From, PortRange?.To),
  };
};

const aclOf = ({ NetworkAclId, IsDefault, Associations = [], Entries }: DescribedAcl): NetworkAcl => ({
  id: answered(NetworkAclId, 'NetworkAclId'),
  isDefault: IsDefault === true,
  subnetIds: Associations.flatMap(({ SubnetId }) => SubnetId ?? []),
  entries: answered(Entries, 'Entries').map(entryOf),
});

/** The network ACLs of a VPC. */
export const ec2NetworkAcls = defineCollector({
  kind: 'ec2.networkAcls',
  operations: [describeNetworkAcls],
  region: ({ region }) => region,
  calls: () => [together(describeNetworkAcls)],
  permissions: () => [onAnything('ec2:DescribeNetworkAcls')],
  collect: async ({ vpcId }, call) => present(listed(await call.one(describeNetworkAcls, vpcId)).map(aclOf)),
});
