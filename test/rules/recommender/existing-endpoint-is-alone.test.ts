import { existingEndpointIsAlone } from '../../../rules/recommender/existing-endpoint-is-alone.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(existingEndpointIsAlone, {
  target: recommender({ endpoints: ['churn'] }),
  pass: { one: {} },
  fail: { two: { target: recommender({ endpoints: ['churn', 'upsell'] }) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'none named': { target: recommender() } },
});
