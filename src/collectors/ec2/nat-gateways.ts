import { answered } from '../../aws/operation.ts';
import { describeNatGateways } from '../../aws/operations/ec2-of-vpcs.ts';
import { present } from '../../model/fact.ts';
import { defineCollector, together } from '../define.ts';
import { listed } from './listing.ts';
import { onAnything } from './permissions.ts';

/** The NAT gateways of a VPC. */
export const ec2NatGateways = defineCollector({
  kind: 'ec2.natGateways',
  operations: [describeNatGateways],
  region: ({ region }) => region,
  calls: () => [together(describeNatGateways)],
  permissions: () => [onAnything('ec2:DescribeNatGateways')],
  collect: async ({ vpcId }, call) => {
    const gateways = listed(await call.one(describeNatGateways, vpcId));
    return present(
      gateways.map(({ NatGatewayId, SubnetId, State, ConnectivityType }) => ({
        id: answered(NatGatewayId, 'NatGatewayId'),
        ...(SubnetId !== undefined && { subnetId: SubnetId }),
        state: answered(State, 'State'),
        connectivity: ConnectivityType === 'private' ? ('private' as const) : ('public' as const),
      })),
    );
  },
});
