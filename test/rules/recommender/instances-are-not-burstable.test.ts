import { instancesAreNotBurstable } from '../../../rules/recommender/instances-are-not-burstable.ts';
import { loadTest, saying } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(instancesAreNotBurstable, {
  target: loadTest(),
  pass: {
    'a steady family': {},
    'another burstable one, of which AWS says nothing': { target: loadTest({ endpointConfigurations: [{ instanceType: 'ml.t3.medium' }] }) },
  },
  fail: {
    't2 in a load test': { target: loadTest({ endpointConfigurations: [{ instanceType: 'ml.m5.xlarge' }, { instanceType: 'ml.t2.medium' }] }) },
    't2 among the types of the package': { target: saying({ supportedInstanceTypes: ['ml.t2.large'] }) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no types': { target: recommender() } },
});
