import { environmentIsInThisRegion } from '../../../rules/launch/environment-is-in-this-region.ts';
import { changedAgent } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(environmentIsInThisRegion, {
  target: launchQueue(),
  pass: { 'the same': {} },
  fail: { another: { target: changedAgent({ environment: { type: 'aws', region: 'eu-west-1' } }) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, none: { target: changedAgent({ environment: undefined }) } },
});
