import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { defaultRoleNeeds, defaultRoleOf, inStudio } from '../../src/reason/studio.ts';

export const defaultRoleIsSet = defineRule({
  id: 'studio/default-role-is-set',
  title: 'Studio has an execution role to pass',
  severity: 'error',
  basis: 'documented',
  why: 'Where the plan names no role, JumpStart passes the one that Studio runs as: that of the user profile or its domain, and in a shared space the domain’s role for spaces.',
  fix: 'Set an execution role for the user profile, the domain or its shared spaces, or name executionRoleArn in the plan.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UserSettings.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DefaultSpaceSettings.html',
  ],
  dependsOn: ['studio/domain-exists', 'studio/user-profile-exists', 'studio/space-exists'],
  appliesTo: inStudio,
  needs: defaultRoleNeeds,
  judge: (facts, target) => {
    const role = defaultRoleOf(facts) ?? target.executionRoleArn;
    if (role !== undefined) return pass(`${role} is passed`);
    const where = facts.space?.value.sharing === 'Private' || facts.space === undefined ? 'DefaultUserSettings' : 'DefaultSpaceSettings';
    return fail('Studio has no execution role to pass', [
      { subject: facts.domain.value.arn, observed: 'no execution role', expected: `ExecutionRole in ${where} of the domain`, field: ['executionRoleArn'] },
    ]);
  },
});
