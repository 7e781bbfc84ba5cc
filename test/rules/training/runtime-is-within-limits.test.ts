import { runtimeIsWithinLimits } from '../../../rules/training/runtime-is-within-limits.ts';
import { job } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(runtimeIsWithinLimits, {
  target: launchQueue(),
  pass: { 'a day': {}, '28 days': { target: job({ stoppingCondition: { maxRuntimeInSeconds: 2_419_200 } }) } },
  fail: {
    'a second more': { target: job({ stoppingCondition: { maxRuntimeInSeconds: 2_419_201 } }) },
    'none at all': { target: job({ stoppingCondition: { maxRuntimeInSeconds: 0 } }) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, unsaid: { target: job({ stoppingCondition: {} }) } },
});
