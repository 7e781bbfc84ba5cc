import { answered } from '../../aws/operation.ts';
import { describeSpace } from '../../aws/operations/sagemaker-studio.ts';
import { absent, present } from '../../model/fact.ts';
import { defineCollector, invocation } from '../define.ts';
import { inDomain } from './permissions.ts';

/** A space of a Studio domain. Absent: no such space, or no such domain. */
export const sagemakerSpace = defineCollector({
  kind: 'sagemaker.space',
  operations: [describeSpace],
  region: ({ region }) => region,
  calls: ({ domainId, spaceName }) => [invocation(describeSpace, { domainId, spaceName })],
  permissions: ({ domainId, spaceName, region }, { partition, account }) => [
    inDomain('sagemaker:DescribeSpace', { type: 'space', domainId, name: spaceName, region, partition, account }),
  ],
  collect: async ({ domainId, spaceName }, call) => {
    const space = await call(describeSpace, { domainId, spaceName });
    if (space.state === 'absent') return absent;
    const { SpaceArn, SpaceName, Status, SpaceSharingSettings, OwnershipSettings } = space.value;
    const [sharing, owner] = [SpaceSharingSettings?.SharingType, OwnershipSettings?.OwnerUserProfileName];
    return present({
      arn: answered(SpaceArn, 'SpaceArn'),
      name: answered(SpaceName, 'SpaceName'),
      status: answered(Status, 'Status'),
      ...(sharing !== undefined && { sharing }),
      ...(owner !== undefined && { owner }),
    });
  },
});
