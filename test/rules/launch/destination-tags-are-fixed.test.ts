import { destinationTagsAreFixed } from '../../../rules/launch/destination-tags-are-fixed.ts';
import { present } from '../../../src/model/fact.ts';
import { repository } from '../../support/facts.ts';
import { changedBuilder } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(destinationTagsAreFixed, {
  target: launchQueue(),
  pass: { immutable: { repository: present(repository()) } },
  fail: { mutable: { repository: present(repository({ tagMutability: 'MUTABLE' })) } },
  cannotTell: { 'some are': { repository: present(repository({ tagMutability: 'IMMUTABLE_WITH_EXCLUSION' })) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'an agent that builds nothing': { target: changedBuilder({ type: 'noop' }) } },
});
