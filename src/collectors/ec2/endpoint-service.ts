import { describeVpcEndpointServices } from '../../aws/operations/ec2.ts';
import { absent, present } from '../../model/fact.ts';
import { defineCollector, together } from '../define.ts';
import { onAnything } from './permissions.ts';

/** A service that endpoints of the Region reach. All that are asked for at the same time share a call. */
export const ec2EndpointService = defineCollector({
  kind: 'ec2.endpointService',
  operations: [describeVpcEndpointServices],
  region: ({ region }) => region,
  calls: () => [together(describeVpcEndpointServices)],
  permissions: () => [onAnything('ec2:DescribeVpcEndpointServices')],
  collect: async ({ service }, call) => {
    const found = await call.one(describeVpcEndpointServices, service);
    return found.state === 'absent' ? absent : present({ name: service, zones: found.value.AvailabilityZones });
  },
});
