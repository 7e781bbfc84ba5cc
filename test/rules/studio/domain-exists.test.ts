import { domainExists } from '../../../rules/studio/domain-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { domain, fromStudio } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, serverless } from '../../support/targets.ts';

testRule(domainExists, {
  target: fromStudio(),
  pass: { 'it is there': { domain: present(domain()) } },
  fail: { 'it is not': { domain: absent } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no domain': { target: jumpStart() } },
});
