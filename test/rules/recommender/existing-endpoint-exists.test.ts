import { existingEndpointExists } from '../../../rules/recommender/existing-endpoint-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { endpoint } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(existingEndpointExists, {
  target: recommender({ endpoints: ['churn'] }),
  pass: { 'it is there': { tested: [present(endpoint())] } },
  fail: { 'it is not': { tested: [absent] } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'none named': { target: recommender() } },
});
