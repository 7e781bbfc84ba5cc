import { userProfileExists } from '../../../rules/studio/user-profile-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { fromStudio, userProfile } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

testRule(userProfileExists, {
  target: fromStudio({ userProfileName: 'ana' }),
  pass: { 'it is there': { profile: present(userProfile()) } },
  fail: { 'it is not': { profile: absent } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'the domain alone': { target: fromStudio() } },
});
