import { variantIsAlone } from '../../../rules/endpoint/variant-is-alone.ts';
import { unknown } from '../../../src/model/fact.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const REFUSED = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeModel'] });

testRule(variantIsAlone, {
  target: serverless(),
  pass: { 'nothing named': {}, one: { target: { ...serverless(), productionVariants: 1 } } },
  fail: { 'two variants': { target: { ...serverless(), productionVariants: 2 } }, 'a shadow': { target: { ...serverless(), shadowProductionVariants: 1 } } },
  cannotTell: { 'what is deployed could not be read': { target: { ...serverless(), unresolved: { shadowProductionVariants: REFUSED } } } },
});
