import { userProfileIsInService } from '../../../rules/studio/user-profile-is-in-service.ts';
import { present } from '../../../src/model/fact.ts';
import { fromStudio, userProfile } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

testRule(userProfileIsInService, {
  target: fromStudio({ userProfileName: 'ana' }),
  pass: { 'in service': { profile: present(userProfile()) } },
  fail: {
    'it failed': { profile: present(userProfile({ status: 'Failed' })) },
    'it is being made': { profile: present(userProfile({ status: 'Pending' })) },
    'its last change failed': { profile: present(userProfile({ status: 'Update_Failed' })) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
