import { domainIsInService } from '../../../rules/studio/domain-is-in-service.ts';
import { present } from '../../../src/model/fact.ts';
import { domain, fromStudio } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

testRule(domainIsInService, {
  target: fromStudio(),
  pass: { 'in service': { domain: present(domain()) } },
  fail: {
    'it failed': { domain: present(domain({ status: 'Failed' })) },
    'it is being made': { domain: present(domain({ status: 'Pending' })) },
    'its last change failed': { domain: present(domain({ status: 'Update_Failed' })) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
