import { jobNamesItsModel } from '../../../rules/recommender/job-names-its-model.ts';
import { lacking } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(jobNamesItsModel, {
  target: recommender(),
  pass: { 'a package': {}, 'a model': { target: { ...lacking('modelPackageName'), modelName: 'churn' } } },
  fail: { neither: { target: lacking('modelPackageName') } },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
