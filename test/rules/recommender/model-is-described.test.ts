import { modelIsDescribed } from '../../../rules/recommender/model-is-described.ts';
import { unknown } from '../../../src/model/fact.ts';
import { lacking, notSaying } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(modelIsDescribed, {
  target: recommender(),
  pass: { 'all four': {}, 'by the plan alone': { target: recommender({ modelName: 'churn' }) } },
  fail: {
    'no domain': { target: notSaying('domain') },
    'no task': { target: notSaying('task') },
    'no framework': { target: notSaying('framework') },
    'no version of the framework': { target: notSaying('frameworkVersion') },
    'nothing at all': { target: lacking('containerConfig') },
  },
  cannotTell: {
    'the package could not be read': { target: { ...lacking('containerConfig'), unresolved: { containerConfig: unknown('access-denied', 'x') } } },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
