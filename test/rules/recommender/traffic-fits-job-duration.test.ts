import { trafficFitsJobDuration } from '../../../rules/recommender/traffic-fits-job-duration.ts';
import { loadTest } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

const lasting = (jobDurationInSeconds: number, ...phases: readonly number[]) =>
  loadTest({
    limits: { jobDurationInSeconds, maxInvocations: 300 },
    trafficPattern: { trafficType: 'PHASES', phases: phases.map((durationInSeconds) => ({ initialNumberOfUsers: 1, spawnRate: 0, durationInSeconds })) },
  });

testRule(trafficFitsJobDuration, {
  target: lasting(600, 300, 300),
  pass: { exactly: {}, 'with time to spare': { target: lasting(7200, 300) } },
  fail: { 'one second more': { target: lasting(600, 300, 301) } },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'no duration': { target: loadTest({ limits: { maxInvocations: 1 } }) },
    'no phases': { target: recommender() },
  },
});
