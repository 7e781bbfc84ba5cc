import { instanceTypeIsSupported } from '../../../rules/jumpstart/instance-type-is-supported.ts';
import { specified } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, jumpStartTraining, serverless } from '../../support/targets.ts';

testRule(instanceTypeIsSupported, {
  target: specified(),
  pass: { 'it is listed': {} },
  fail: {
    'it is not': { target: specified({ supportedInstanceTypes: ['ml.p4d.24xlarge'] }) },
    'of a training job': { target: { ...specified({ supportedInstanceTypes: ['ml.p4d.24xlarge'] }), ...jumpStartTraining() } },
  },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'no specification': { target: jumpStart() },
    'nothing is listed': { target: specified({ supportedInstanceTypes: [] }) },
  },
});
