import { dataCaptureIsOff } from '../../../rules/endpoint/data-capture-is-off.ts';
import { unknown } from '../../../src/model/fact.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const REFUSED = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeModel'] });

testRule(dataCaptureIsOff, {
  target: serverless(),
  pass: { 'nothing named': {}, off: { target: { ...serverless(), dataCaptureConfig: { enableCapture: false } } } },
  fail: { on: { target: { ...serverless(), dataCaptureConfig: { enableCapture: true } } } },
  cannotTell: { 'what is deployed could not be read': { target: { ...serverless(), unresolved: { dataCaptureConfig: REFUSED } } } },
});
