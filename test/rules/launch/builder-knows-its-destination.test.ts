import { builderKnowsItsDestination } from '../../../rules/launch/builder-knows-its-destination.ts';
import { changedBuilder, withRegistry } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(builderKnowsItsDestination, {
  target: launchQueue(),
  pass: { 'builder.destination': {}, 'registry.uri': { target: withRegistry({ type: 'ecr', uri: 'any' }) } },
  fail: {
    neither: { target: changedBuilder({ destination: undefined }) },
    'parts that are never read': { target: withRegistry({ type: 'ecr', accountId: '123456789012', region: 'us-east-1', repoName: 'launch' }) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'an agent that builds nothing': { target: changedBuilder({ type: 'noop' }) } },
});
