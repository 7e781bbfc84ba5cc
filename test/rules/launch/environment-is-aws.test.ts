import { environmentIsAws } from '../../../rules/launch/environment-is-aws.ts';
import { changedAgent } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(environmentIsAws, {
  target: launchQueue(),
  pass: { aws: {}, 'another Region, which another rule judges': { target: changedAgent({ environment: { type: 'aws', region: 'eu-west-1' } }) } },
  fail: {
    none: { target: changedAgent({ environment: undefined }) },
    gcp: { target: changedAgent({ environment: { type: 'gcp', region: 'us-east-1' } }) },
    'no Region': { target: changedAgent({ environment: { type: 'aws' } }) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
