import { loadTestIsDescribed } from '../../../rules/recommender/load-test-is-described.ts';
import { loadTest } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

const plain = recommender();

testRule(loadTestIsDescribed, {
  target: loadTest(),
  pass: {
    whole: {},
    'an existing endpoint': { target: loadTest({ endpointConfigurations: [], endpoints: ['churn'] }) },
    'it stops by latency only': { target: loadTest({ limits: { latencyPercentiles: ['P95'] } }) },
  },
  fail: {
    'no condition to stop': { target: loadTest({ limits: { maxNumberOfTests: 1 } }) },
    'nothing to test': { target: loadTest({ endpointConfigurations: [] }) },
    'no traffic': { target: { ...plain, jobType: 'Advanced', endpointConfigurations: [{ instanceType: 'ml.m5.xlarge' }], limits: { maxInvocations: 1 } } },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'a default job': { target: recommender() } },
});
