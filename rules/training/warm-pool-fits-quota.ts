import { defineRule } from '../../src/model/rule.ts';
import { judgeWarmPools, keepsInstances, warmPoolNeeds } from '../../src/reason/warm-pools.ts';

export const warmPoolFitsQuota = defineRule({
  id: 'training/warm-pool-fits-quota',
  title: 'The account may keep the job’s instances in a warm pool',
  severity: 'warning',
  basis: 'documented',
  why: 'Warm pools have a quota of their own for each instance type, which is zero until somebody asks for more; beyond it the job runs, and its instances are not kept.',
  fix: 'Request a quota for training warm pool usage of the type, or leave out KeepAlivePeriodInSeconds.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-warm-pools-resource-limits.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-warm-pools.html',
  ],
  onlyBeforehand: true,
  appliesTo: keepsInstances,
  needs: warmPoolNeeds,
  judge: ({ quotas }, target) => judgeWarmPools(quotas, target),
});
