import { modelIsNotIsolated } from '../../../rules/endpoint/model-is-not-isolated.ts';
import { unknown } from '../../../src/model/fact.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const REFUSED = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeModel'] });

testRule(modelIsNotIsolated, {
  target: serverless(),
  pass: { 'nothing named': {}, off: { target: { ...serverless(), enableNetworkIsolation: false } } },
  fail: { isolated: { target: { ...serverless(), enableNetworkIsolation: true } } },
  cannotTell: { 'what is deployed could not be read': { target: { ...serverless(), unresolved: { enableNetworkIsolation: REFUSED } } } },
});
