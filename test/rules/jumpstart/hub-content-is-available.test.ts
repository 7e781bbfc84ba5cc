import { hubContentIsAvailable } from '../../../rules/jumpstart/hub-content-is-available.ts';
import { present } from '../../../src/model/fact.ts';
import { hubContent } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, serverless } from '../../support/targets.ts';

testRule(hubContentIsAvailable, {
  target: jumpStart({ hub: 'team-models' }),
  pass: { 'it is': { content: present(hubContent()) } },
  fail: {
    'it is being imported': { content: present(hubContent({ status: 'Importing' })) },
    'its import failed': { content: present(hubContent({ status: 'ImportFailed' })) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
