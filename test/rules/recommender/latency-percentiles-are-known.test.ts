import { latencyPercentilesAreKnown } from '../../../rules/recommender/latency-percentiles-are-known.ts';
import { loadTest } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(latencyPercentilesAreKnown, {
  target: loadTest(),
  pass: { P95: {}, both: { target: loadTest({ limits: { latencyPercentiles: ['P95', 'P99'] } }) } },
  fail: { P50: { target: loadTest({ limits: { latencyPercentiles: ['P95', 'P50'] } }) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no percentile': { target: recommender() } },
});
