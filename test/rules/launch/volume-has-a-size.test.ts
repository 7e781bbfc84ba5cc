import { volumeHasASize } from '../../../rules/launch/volume-has-a-size.ts';
import { job, open } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(volumeHasASize, {
  target: launchQueue(),
  pass: {
    'a size': {},
    'storage of its own': { target: job({ resourceConfig: { instanceType: 'ml.r5d.large' } }) },
    'likely storage of its own': { target: job({ resourceConfig: { instanceType: 'ml.g7.2xlarge' } }) },
    'storage of its own by EC2’s list': { target: job({ resourceConfig: { instanceType: 'ml.p6-b200.48xlarge' } }) },
  },
  fail: { none: { target: job({ resourceConfig: { instanceType: 'ml.m5.xlarge' } }) } },
  cannotTell: {
    'a template for the size': {
      target: { ...job({ resourceConfig: { instanceType: 'ml.m5.xlarge' } }), unresolved: open('trainingJob', 'trainingJob.resourceConfig.volumeSizeInGB') },
    },
    'a template for the type': { target: { ...job({ resourceConfig: {} }), unresolved: open('trainingJob', 'trainingJob.resourceConfig.instanceType') } },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no type': { target: job({ resourceConfig: undefined }) } },
});
