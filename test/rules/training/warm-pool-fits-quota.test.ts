import { warmPoolFitsQuota } from '../../../rules/training/warm-pool-fits-quota.ts';
import { absent, present } from '../../../src/model/fact.ts';
import type { ResourceConfig } from '../../../src/model/training.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

const keeping = (resourceConfig: ResourceConfig) => launchQueue({ trainingJob: { resourceConfig } });
const quota = (value: number) => present({ code: 'L-1', name: 'ml.m5.xlarge for training warm pool usage', value, adjustable: true });
const GROUPS = [
  { instanceType: 'ml.m5.xlarge', instanceCount: 1 },
  { instanceType: 'ml.m5.xlarge', instanceCount: 2 },
  { instanceType: 'ml.g5.xlarge', instanceCount: 1 },
];

testRule(warmPoolFitsQuota, {
  target: keeping({ instanceType: 'ml.m5.xlarge', instanceCount: 2, keepAlivePeriodInSeconds: 1800 }),
  pass: {
    'as many as are kept': { quotas: [quota(2)] },
    'groups of one type are one sum': { target: keeping({ instanceGroups: GROUPS, keepAlivePeriodInSeconds: 1800 }), quotas: [quota(3), quota(1)] },
  },
  fail: {
    'zero, as in every account before somebody asks': { quotas: [quota(0)] },
    'one too few': { quotas: [quota(1)] },
    'one group too many': { target: keeping({ instanceGroups: GROUPS, keepAlivePeriodInSeconds: 1800 }), quotas: [quota(2), quota(1)] },
  },
  cannotTell: { 'no such quota is listed': { quotas: [absent] } },
  notApplicable: {
    'nothing is kept': { target: keeping({ instanceType: 'ml.m5.xlarge' }) },
    'for no time': { target: keeping({ instanceType: 'ml.m5.xlarge', keepAlivePeriodInSeconds: 0 }) },
    'nothing is trained': { target: serverless() },
  },
});
