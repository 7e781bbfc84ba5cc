import { spotWaitCoversRuntime } from '../../../rules/training/spot-wait-covers-runtime.ts';
import { open, spot } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(spotWaitCoversRuntime, {
  target: spot({ maxRuntimeInSeconds: 3600, maxWaitTimeInSeconds: 3600 }),
  pass: {
    'as long': {},
    longer: { target: spot({ maxRuntimeInSeconds: 3600, maxWaitTimeInSeconds: 7200 }) },
    'a day by default': { target: spot({ maxWaitTimeInSeconds: 86_400 }) },
  },
  fail: { shorter: { target: spot({ maxRuntimeInSeconds: 3600, maxWaitTimeInSeconds: 3599 }) }, unsaid: { target: spot({ maxRuntimeInSeconds: 3600 }) } },
  cannotTell: {
    'a template': { target: { ...spot({ maxRuntimeInSeconds: 3600 }), unresolved: open('trainingJob', 'trainingJob.stoppingCondition.maxWaitTimeInSeconds') } },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'not spot': { target: launchQueue() } },
});
