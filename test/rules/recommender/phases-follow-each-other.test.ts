import { phasesFollowEachOther } from '../../../rules/recommender/phases-follow-each-other.ts';
import { phased } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

const phase = (initialNumberOfUsers: number, spawnRate: number, durationInSeconds: number) => ({ initialNumberOfUsers, spawnRate, durationInSeconds });

testRule(phasesFollowEachOther, {
  target: phased(phase(1, 1, 120), phase(1, 1, 120)),
  pass: {
    'two users apart': {},
    'exactly three apart': { target: phased(phase(1, 1, 180), phase(1, 0, 120)) },
    'a number is left out': { target: phased({ initialNumberOfUsers: 1 }, phase(3, 0, 120)) },
  },
  fail: {
    'four apart': { target: phased(phase(1, 1, 240), phase(1, 0, 120)) },
    'far apart in the last': { target: phased(phase(1, 1, 120), phase(1, 3, 600), phase(3, 0, 120)) },
  },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'one phase': { target: phased(phase(1, 1, 120)) },
    'no phases': { target: recommender() },
  },
});
