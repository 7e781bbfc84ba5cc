import { answered } from '../../aws/operation.ts';
import { describeInternetGateways } from '../../aws/operations/ec2-of-vpcs.ts';
import { present } from '../../model/fact.ts';
import { defineCollector, together } from '../define.ts';
import { listed } from './listing.ts';
import { onAnything } from './permissions.ts';

/** What EC2 says of an attached internet gateway: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InternetGatewayAttachment.html */
const ATTACHED: ReadonlySet<string | undefined> = new Set(['available', 'attached']);

/** The internet gateways that are, or are being, attached to a VPC. */
export const ec2InternetGateways = defineCollector({
  kind: 'ec2.internetGateways',
  operations: [describeInternetGateways],
  region: ({ region }) => region,
  calls: () => [together(describeInternetGateways)],
  permissions: () => [onAnything('ec2:DescribeInternetGateways')],
  collect: async ({ vpcId }, call) => {
    const gateways = listed(await call.one(describeInternetGateways, vpcId));
    return present(
      gateways.map(({ InternetGatewayId, Attachments = [] }) => ({
        id: answered(InternetGatewayId, 'InternetGatewayId'),
        attached: Attachments.some(({ VpcId, State }) => VpcId === vpcId && ATTACHED.has(State)),
      })),
    );
  },
});
