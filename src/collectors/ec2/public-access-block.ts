import { answered } from '../../aws/operation.ts';
import { describePublicAccessExclusions, describePublicAccessOptions } from '../../aws/operations/ec2-public-access.ts';
import type { Reading } from '../../model/fact.ts';
import { absent, present } from '../../model/fact.ts';
import type { Call } from '../define.ts';
import { defineCollector, invocation } from '../define.ts';
import { onAnything } from './permissions.ts';

const OPERATIONS = [describePublicAccessOptions, describePublicAccessExclusions] as const;
const OFF = 'off';

/** An exclusion holds once it is made, and while it is changed: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcBlockPublicAccessExclusion.html */
const HOLDS = /^(?:create-complete|update-)/;

const excludedIn = async (call: Call<typeof OPERATIONS>): Promise<Reading<readonly string[]>> => {
  const exclusions = await call.attempt(describePublicAccessExclusions, {});
  if (exclusions.state !== 'present') return exclusions;
  return present(exclusions.value.flatMap(({ ResourceArn, State }) => (HOLDS.test(State ?? '') ? [answered(ResourceArn, 'ResourceArn')] : [])));
};

/** What VPC Block Public Access does to the gateways of a Region; its exclusions are read only where it is on, and where the organisation allows any. */
export const ec2PublicAccessBlock = defineCollector({
  kind: 'ec2.publicAccessBlock',
  operations: OPERATIONS,
  region: ({ region }) => region,
  calls: () => [invocation(describePublicAccessOptions, {})],
  surcharges: [{ service: 'ec2', each: 1, per: 'Region in which VPC Block Public Access is on' }],
  permissions: () => [onAnything('ec2:DescribeVpcBlockPublicAccessOptions'), onAnything('ec2:DescribeVpcBlockPublicAccessExclusions')],
  collect: async (_, call) => {
    const options = await call.attempt(describePublicAccessOptions, {});
    if (options.state !== 'present') return present({ mode: options, excluded: absent });
    const mode = options.value.InternetGatewayBlockMode ?? OFF;
    const none = mode === OFF || options.value.ExclusionsAllowed === 'not-allowed';
    return present({ mode: present(mode), excluded: none ? absent : await excludedIn(call) });
  },
});
