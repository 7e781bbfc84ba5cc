import { modelPackageIsInThisRegion } from '../../../rules/recommender/model-package-is-in-this-region.ts';
import { PACKAGE } from '../../support/facts.ts';
import { lacking } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(modelPackageIsInThisRegion, {
  target: recommender({ modelPackageName: PACKAGE }),
  pass: { here: {}, 'another account, but this Region': { target: recommender({ modelPackageName: PACKAGE.replace('123456789012', '111122223333') }) } },
  fail: { 'another Region': { target: recommender({ modelPackageName: PACKAGE.replace('us-east-1', 'eu-west-1') }) } },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'a bare name, which says neither': { target: recommender({ modelPackageName: 'churn' }) },
    'no package': { target: lacking('modelPackageName') },
  },
});
