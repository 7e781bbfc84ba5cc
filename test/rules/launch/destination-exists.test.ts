import { destinationExists } from '../../../rules/launch/destination-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { repository } from '../../support/facts.ts';
import { changedBuilder } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(destinationExists, {
  target: launchQueue(),
  pass: { there: { repository: present(repository({ name: 'launch' })) } },
  fail: { gone: { repository: absent } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'an agent that builds nothing': { target: changedBuilder({ type: 'noop' }) } },
});
