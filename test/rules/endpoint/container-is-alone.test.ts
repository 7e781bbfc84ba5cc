import { containerIsAlone } from '../../../rules/endpoint/container-is-alone.ts';
import { unknown } from '../../../src/model/fact.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const REFUSED = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeModel'] });

testRule(containerIsAlone, {
  target: serverless(),
  pass: { 'nothing named': {}, one: { target: { ...serverless(), containers: 1 } } },
  fail: { two: { target: { ...serverless(), containers: 2 } } },
  cannotTell: { 'what is deployed could not be read': { target: { ...serverless(), unresolved: { containers: REFUSED } } } },
});
