import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { asProfileInSpace, existingSpace } from '../../src/reason/studio.ts';

export const spaceIsOpenToUser = defineRule({
  id: 'studio/space-is-open-to-user',
  title: 'The space is shared, or the user profile owns it',
  severity: 'error',
  basis: 'documented',
  why: 'A private space belongs to one user profile: no other can work in it, and what is deployed from it has its owner’s role.',
  fix: 'Name a space of the user’s own, or a shared one, or leave studio.spaceName out.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-spaces.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_SpaceSharingSettings.html',
  ],
  dependsOn: ['studio/space-exists', 'studio/user-profile-exists'],
  appliesTo: asProfileInSpace,
  needs: (target) => ({ space: existingSpace(target) }),
  judge: ({ space: { value: space } }, { studio: { userProfileName } }) => {
    if (space.sharing !== 'Private') return pass(`${space.name} is shared`);
    if (space.owner === userProfileName) return pass(`${userProfileName} owns ${space.name}`);
    const observed = space.owner === undefined ? 'private, of an owner who is not told' : `private, of ${space.owner}`;
    return fail(`The space belongs to ${space.owner ?? 'another user'}`, [
      { subject: space.arn, observed, expected: `shared, or of ${userProfileName}`, field: ['studio', 'spaceName'] },
    ]);
  },
});
