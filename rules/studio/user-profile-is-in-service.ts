import { defineRule } from '../../src/model/rule.ts';
import { asProfile, existingProfile, judgeStatus } from '../../src/reason/studio.ts';

export const userProfileIsInService = defineRule({
  id: 'studio/user-profile-is-in-service',
  title: 'The user profile is in service',
  severity: 'warning',
  basis: 'inference',
  why: 'A user profile that is being made, has failed or is being deleted probably opens no Studio; AWS lists the states and not what each allows, and what is deployed does not need it: a warning.',
  fix: 'Wait until the status is InService, or mend what its FailureReason names.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeUserProfile.html'],
  dependsOn: ['studio/user-profile-exists'],
  appliesTo: asProfile,
  needs: (target) => ({ profile: existingProfile(target) }),
  judge: ({ profile }) => judgeStatus(profile.value, ['studio', 'userProfileName']),
});
