import { modelExists } from '../../../rules/recommender/model-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { model } from '../../support/facts.ts';
import { lacking } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(modelExists, {
  target: { ...lacking('modelPackageName'), modelName: 'churn' },
  pass: { 'it is there': { model: present(model()) } },
  fail: { 'it is not': { model: absent } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'a package': { target: recommender() } },
});
