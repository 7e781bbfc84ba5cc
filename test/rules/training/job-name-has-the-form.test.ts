import { jobNameHasTheForm } from '../../../rules/training/job-name-has-the-form.ts';
import { job } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(jobNameHasTheForm, {
  target: job({ trainingJobName: 'run-1' }),
  pass: { 'a name': {}, 'the longest': { target: job({ trainingJobName: 'a'.repeat(63) }) } },
  fail: {
    'an underscore': { target: job({ trainingJobName: 'my_run' }) },
    'too long': { target: job({ trainingJobName: 'a'.repeat(64) }) },
    'a hyphen at the end': { target: job({ trainingJobName: 'run-' }) },
    'nothing but underscores': { target: job({ trainingJobName: '__' }) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no name': { target: launchQueue() } },
});
