import { defineRule } from '../../src/model/rule.ts';
import { instanceQuotaNeeds, instanceQuotaWants, judgeInstanceQuota, withInstances } from '../../src/reason/instance-quota.ts';
import { plannedInstances } from '../../src/reason/planned.ts';

export const instancesFitQuota = defineRule({
  id: 'instances/instances-fit-quota',
  title: 'The planned instances fit into the account’s quotas for their type and use',
  severity: 'error',
  basis: 'observed',
  why: 'Each instance type has a quota of its own for endpoints, training and spot training, in many accounts zero; beyond it SageMaker refuses the endpoint or the job.',
  fix: 'Request a higher quota for the type and use, name another type, or remove what is not in use.',
  docs: [
    'https://docs.aws.amazon.com/general/latest/gr/sagemaker.html',
    'https://docs.aws.amazon.com/servicequotas/latest/userguide/request-quota-increase.html',
  ],
  predicts: ['ResourceLimitExceeded', 'for endpoint usage', 'for training job usage'],
  onlyBeforehand: true,
  appliesTo: withInstances,
  needs: instanceQuotaNeeds,
  wants: instanceQuotaWants,
  judge: (facts, target) => judgeInstanceQuota(plannedInstances(target), target, facts),
});
