import { inferenceIsSynchronous } from '../../../rules/endpoint/inference-is-synchronous.ts';
import { unknown } from '../../../src/model/fact.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const REFUSED = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeModel'] });

testRule(inferenceIsSynchronous, {
  target: serverless(),
  pass: { 'nothing named': {} },
  fail: { asynchronous: { target: { ...serverless(), asyncInferenceConfig: true } } },
  cannotTell: { 'what is deployed could not be read': { target: { ...serverless(), unresolved: { asyncInferenceConfig: REFUSED } } } },
});
