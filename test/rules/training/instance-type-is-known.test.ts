import { instanceTypeIsKnown } from '../../../rules/training/instance-type-is-known.ts';
import { job } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(instanceTypeIsKnown, {
  target: launchQueue(),
  pass: { known: {}, 'of a family with a hyphen': { target: job({ resourceConfig: { instanceType: 'ml.p6-b200.48xlarge' } }) } },
  fail: {
    'without ml': { target: job({ resourceConfig: { instanceType: 'm5.xlarge' } }) },
    'for hosting only': { target: job({ resourceConfig: { instanceType: 'ml.inf1.xlarge' } }) },
    'like no other': { target: job({ resourceConfig: { instanceType: 'a machine of a kind that nobody knows' } }) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no type': { target: job({ resourceConfig: {} }) } },
});
