import { capacityIsJudged } from '../../../rules/training/capacity-is-judged.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStartTraining, launchQueue, serverless } from '../../support/targets.ts';

const queue = (resourceConfig: NonNullable<NonNullable<ReturnType<typeof launchQueue>['trainingJob']>['resourceConfig']>) => ({
  target: launchQueue({ trainingJob: { resourceConfig } }),
});

testRule(capacityIsJudged, {
  target: launchQueue(),
  pass: {
    'one type': queue({ instanceType: 'ml.m5.xlarge' }),
    'no time in the pool': queue({ instanceType: 'ml.m5.xlarge', keepAlivePeriodInSeconds: 0 }),
    JumpStart: { target: jumpStartTraining() },
  },
  fail: {},
  cannotTell: {
    'a warm pool': queue({ instanceType: 'ml.m5.xlarge', keepAlivePeriodInSeconds: 1800 }),
    'groups of instances': queue({ instanceGroups: ['ml.m5.xlarge', 'ml.g5.xlarge'] }),
  },
  notApplicable: { 'nothing is trained': { target: serverless() } },
});
