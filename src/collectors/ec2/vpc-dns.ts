import { describeVpcAttribute } from '../../aws/operations/ec2.ts';
import { absent, present } from '../../model/fact.ts';
import { defineCollector, invocation } from '../define.ts';

/** The DNS attributes of a VPC: two calls, since AWS tells one attribute a call. */
export const ec2VpcDns = defineCollector({
  kind: 'ec2.vpcDns',
  operations: [describeVpcAttribute],
  region: ({ region }) => region,
  calls: ({ vpcId }) => [
    invocation(describeVpcAttribute, { vpcId, attribute: 'enableDnsSupport' }),
    invocation(describeVpcAttribute, { vpcId, attribute: 'enableDnsHostnames' }),
  ],
  // A VPC that is shared with this account carries its owner's number, so the account stays open.
  permissions: ({ vpcId = '*', region = '*' }, { partition }) => [
    {
      action: 'ec2:DescribeVpcAttribute',
      resources: [`arn:${partition}:ec2:${region}:*:vpc/${vpcId}`],
      because: 'the VPC, and whose it is, are known only from its subnets',
    },
  ],
  collect: async ({ vpcId }, call) => {
    const [support, hostnames] = await Promise.all([
      call(describeVpcAttribute, { vpcId, attribute: 'enableDnsSupport' }),
      call(describeVpcAttribute, { vpcId, attribute: 'enableDnsHostnames' }),
    ]);
    return support.state === 'absent' || hostnames.state === 'absent' ? absent : present({ support: support.value, hostnames: hostnames.value });
  },
});
