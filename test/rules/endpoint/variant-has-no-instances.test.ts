import { variantHasNoInstances } from '../../../rules/endpoint/variant-has-no-instances.ts';
import { unknown } from '../../../src/model/fact.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const REFUSED = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeModel'] });

testRule(variantHasNoInstances, {
  target: serverless(),
  pass: { 'nothing named': {} },
  fail: {
    instances: { target: { ...serverless(), instanceType: 'ml.m5.large' } },
    'an accelerator': { target: { ...serverless(), acceleratorType: 'ml.eia2.medium' } },
  },
  cannotTell: { 'what is deployed could not be read': { target: { ...serverless(), unresolved: { instanceType: REFUSED } } } },
});
