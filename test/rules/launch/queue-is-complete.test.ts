import { queueIsComplete } from '../../../rules/launch/queue-is-complete.ts';
import { job, open } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(queueIsComplete, {
  target: launchQueue(),
  pass: { 'all of it': {} },
  fail: {
    'no output': { target: job({ outputDataConfig: undefined }) },
    'an output without path': { target: job({ outputDataConfig: {} }) },
    'no resources': { target: job({ resourceConfig: undefined }) },
    'no stopping condition': { target: job({ stoppingCondition: undefined }) },
    'one missing, one open': {
      target: { ...job({ outputDataConfig: {}, stoppingCondition: undefined }), unresolved: open('trainingJob', 'trainingJob.outputDataConfig.s3OutputPath') },
    },
  },
  cannotTell: {
    'a template for the path': { target: { ...job({ outputDataConfig: {} }), unresolved: open('trainingJob', 'trainingJob.outputDataConfig.s3OutputPath') } },
    'a template for all resources': { target: { ...job({ resourceConfig: undefined }), unresolved: open('trainingJob', 'trainingJob.resourceConfig') } },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
