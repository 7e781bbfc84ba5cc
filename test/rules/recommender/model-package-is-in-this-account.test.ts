import { modelPackageIsInThisAccount } from '../../../rules/recommender/model-package-is-in-this-account.ts';
import { PACKAGE } from '../../support/facts.ts';
import { lacking } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(modelPackageIsInThisAccount, {
  target: recommender({ modelPackageName: PACKAGE }),
  pass: { here: {}, 'another Region, but this account': { target: recommender({ modelPackageName: PACKAGE.replace('us-east-1', 'eu-west-1') }) } },
  fail: { 'another account': { target: recommender({ modelPackageName: PACKAGE.replace('123456789012', '111122223333') }) } },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'a bare name, which says neither': { target: recommender({ modelPackageName: 'churn' }) },
    'no package': { target: lacking('modelPackageName') },
  },
});
