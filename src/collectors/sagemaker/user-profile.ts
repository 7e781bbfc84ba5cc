import { answered } from '../../aws/operation.ts';
import { describeUserProfile } from '../../aws/operations/sagemaker-studio.ts';
import { absent, present } from '../../model/fact.ts';
import { defineCollector, invocation } from '../define.ts';
import { inDomain } from './permissions.ts';

/** A user profile of a Studio domain. Absent: no such profile, or no such domain. */
export const sagemakerUserProfile = defineCollector({
  kind: 'sagemaker.userProfile',
  operations: [describeUserProfile],
  region: ({ region }) => region,
  calls: ({ domainId, userProfileName }) => [invocation(describeUserProfile, { domainId, userProfileName })],
  permissions: ({ domainId, userProfileName, region }, { partition, account }) => [
    inDomain('sagemaker:DescribeUserProfile', { type: 'user-profile', domainId, name: userProfileName, region, partition, account }),
  ],
  collect: async ({ domainId, userProfileName }, call) => {
    const profile = await call(describeUserProfile, { domainId, userProfileName });
    if (profile.state === 'absent') return absent;
    const { UserProfileArn, UserProfileName, Status, UserSettings } = profile.value;
    const role = UserSettings?.ExecutionRole;
    return present({
      arn: answered(UserProfileArn, 'UserProfileArn'),
      name: answered(UserProfileName, 'UserProfileName'),
      status: answered(Status, 'Status'),
      ...(role !== undefined && { executionRoleArn: role }),
    });
  },
});
