import { loadIsWithinLimits } from '../../../rules/recommender/load-is-within-limits.ts';
import { loadTest, phased } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(loadIsWithinLimits, {
  target: loadTest(),
  pass: {
    'well within': {},
    'at the upper ends': {
      target: loadTest({ limits: { maxNumberOfTests: 10, maxParallelOfTests: 10, jobDurationInSeconds: 18_000, maxInvocations: 30_000 } }),
    },
    'what is left out': { target: phased({}) },
  },
  fail: {
    'eleven tests': { target: loadTest({ limits: { maxNumberOfTests: 11 } }) },
    'no test at all': { target: loadTest({ limits: { maxParallelOfTests: 0 } }) },
    'more than five hours': { target: loadTest({ limits: { jobDurationInSeconds: 18_001 } }) },
    'too many requests': { target: loadTest({ limits: { maxInvocations: 30_001 } }) },
    'eleven configurations': { target: loadTest({ endpointConfigurations: Array(11).fill({ instanceType: 'ml.m5.xlarge' }) }) },
    'a phase that begins with four users': { target: phased({ initialNumberOfUsers: 4 }) },
    'a phase of one minute': { target: phased({ durationInSeconds: 60 }) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'a default job': { target: recommender() } },
});
