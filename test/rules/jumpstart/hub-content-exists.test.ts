import { hubContentExists } from '../../../rules/jumpstart/hub-content-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { hubContent } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, serverless } from '../../support/targets.ts';

testRule(hubContentExists, {
  target: jumpStart({ hub: 'team-models' }),
  pass: { 'it is there': { content: present(hubContent()) } },
  fail: { 'it is not': { content: absent } },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'the public hub': { target: jumpStart() },
    'the public hub by name': { target: jumpStart({ hub: 'SageMakerPublicHub' }) },
  },
});
