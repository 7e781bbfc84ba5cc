import { existingEndpointIsInService } from '../../../rules/recommender/existing-endpoint-is-in-service.ts';
import { present } from '../../../src/model/fact.ts';
import { endpoint } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(existingEndpointIsInService, {
  target: recommender({ endpoints: ['churn'] }),
  pass: { 'in service': { tested: [present(endpoint())] } },
  fail: { updating: { tested: [present(endpoint({ status: 'Updating' }))] }, failed: { tested: [present(endpoint({ status: 'Failed' }))] } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'none named': { target: recommender() } },
});
