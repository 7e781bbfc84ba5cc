import { modelPackageIsInThisAccountAndRegion } from '../../../rules/registry/model-package-is-in-this-account-and-region.ts';
import { PACKAGE } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

const target = { ...serverless(), modelPackageName: PACKAGE };

testRule(modelPackageIsInThisAccountAndRegion, {
  target,
  pass: { both: {}, 'by name': { target: { ...target, modelPackageName: 'churn' } } },
  fail: {
    'another account': { target: { ...target, modelPackageName: PACKAGE.replace('123456789012', '111122223333') } },
    'another Region': { target: { ...target, modelPackageName: PACKAGE.replace('us-east-1', 'eu-west-1') } },
  },
  notApplicable: { 'no package': { target: serverless() }, 'a recommender job': { target: recommender() } },
});
