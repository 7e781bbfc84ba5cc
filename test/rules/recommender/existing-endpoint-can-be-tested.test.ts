import { existingEndpointCanBeTested } from '../../../rules/recommender/existing-endpoint-can-be-tested.ts';
import { present } from '../../../src/model/fact.ts';
import { endpointConfig } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

const REAL_TIME = { name: 'AllTraffic', modelName: 'churn', instanceType: 'ml.m5.xlarge' };

testRule(existingEndpointCanBeTested, {
  target: recommender({ endpoints: ['churn'] }),
  pass: { 'one variant on instances': { configs: [present(endpointConfig({ variants: [REAL_TIME] }))] } },
  fail: {
    'two variants': { configs: [present(endpointConfig({ variants: [REAL_TIME, { ...REAL_TIME, name: 'Second' }] }))] },
    'a serverless endpoint': { configs: [present(endpointConfig())] },
    'an asynchronous one': { configs: [present(endpointConfig({ variants: [REAL_TIME], asyncInference: true }))] },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'none named': { target: recommender() } },
});
