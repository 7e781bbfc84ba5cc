import { spaceExists } from '../../../rules/studio/space-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { fromStudio, space } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

testRule(spaceExists, {
  target: fromStudio({ spaceName: 'team' }),
  pass: { 'it is there': { space: present(space()) } },
  fail: { 'it is not': { space: absent } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'the domain alone': { target: fromStudio() } },
});
