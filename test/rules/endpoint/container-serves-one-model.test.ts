import { containerServesOneModel } from '../../../rules/endpoint/container-serves-one-model.ts';
import { unknown } from '../../../src/model/fact.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const REFUSED = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeModel'] });

testRule(containerServesOneModel, {
  target: serverless(),
  pass: { 'nothing named': {}, one: { target: { ...serverless(), mode: 'SingleModel' } } },
  fail: { many: { target: { ...serverless(), mode: 'MultiModel' } } },
  cannotTell: { 'what is deployed could not be read': { target: { ...serverless(), unresolved: { mode: REFUSED } } } },
});
