import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { asProfile, profileOf } from '../../src/reason/studio.ts';

export const userProfileExists = defineRule({
  id: 'studio/user-profile-exists',
  title: 'The user profile exists',
  severity: 'error',
  basis: 'api-model',
  why: 'Studio passes the role of the user profile, or else its domain’s; a profile that is not there has none.',
  fix: 'Name a profile of this domain in studio.userProfileName; aws sagemaker list-user-profiles lists them.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeUserProfile.html'],
  dependsOn: ['studio/domain-exists'],
  appliesTo: asProfile,
  needs: (target) => ({ profile: profileOf(target) }),
  judge: ({ profile }, { account, region, studio }) =>
    profile.state === 'present'
      ? pass(`${profile.value.arn} is there`)
      : fail('The domain has no such user profile', [
          {
            subject: { account, region, kind: 'studio-user-profile', name: studio.userProfileName },
            observed: 'no such user profile',
            field: ['studio', 'userProfileName'],
          },
        ]),
});
