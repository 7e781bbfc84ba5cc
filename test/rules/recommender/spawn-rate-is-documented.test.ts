import { spawnRateIsDocumented } from '../../../rules/recommender/spawn-rate-is-documented.ts';
import { phased } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(spawnRateIsDocumented, {
  target: phased({ spawnRate: 3 }),
  pass: { three: {}, none: { target: phased({}) } },
  fail: { 'sixty, as a sample once had': { target: phased({ spawnRate: 1 }, { spawnRate: 60 }) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no phases': { target: recommender() } },
});
