import { destinationIsInThisRegion } from '../../../rules/launch/destination-is-in-this-region.ts';
import { changedBuilder } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(destinationIsInThisRegion, {
  target: launchQueue(),
  pass: { 'the same': {} },
  fail: { another: { target: changedBuilder({ destination: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/launch' }) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no address': { target: changedBuilder({ destination: 'launch' }) } },
});
