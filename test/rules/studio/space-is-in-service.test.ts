import { spaceIsInService } from '../../../rules/studio/space-is-in-service.ts';
import { present } from '../../../src/model/fact.ts';
import { fromStudio, space } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

testRule(spaceIsInService, {
  target: fromStudio({ spaceName: 'team' }),
  pass: { 'in service': { space: present(space()) } },
  fail: {
    'it failed': { space: present(space({ status: 'Failed' })) },
    'it is being made': { space: present(space({ status: 'Pending' })) },
    'its last change failed': { space: present(space({ status: 'Update_Failed' })) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
