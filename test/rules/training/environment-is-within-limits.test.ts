import { environmentIsWithinLimits } from '../../../rules/training/environment-is-within-limits.ts';
import { job } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(environmentIsWithinLimits, {
  target: job({ environmentVariables: 100 }),
  pass: { 'a hundred': {} },
  fail: { 'one more': { target: job({ environmentVariables: 101 }) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, none: { target: launchQueue() } },
});
