import { defaultJobNamesNoLoad } from '../../../rules/recommender/default-job-names-no-load.ts';
import { loadTest } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(defaultJobNamesNoLoad, {
  target: recommender(),
  pass: { plain: {}, 'types alone': { target: recommender({ endpointConfigurations: [{ instanceType: 'ml.m5.xlarge' }] }) } },
  fail: {
    'a traffic pattern': { target: recommender({ trafficPattern: { trafficType: 'PHASES' } }) },
    'a limit': { target: recommender({ limits: { maxParallelOfTests: 2 } }) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'a load test': { target: loadTest() } },
});
