import { getServiceQuota } from '../../aws/operations/service-quotas.ts';
import { absent } from '../../model/fact.ts';
import { defineCollector, invocation } from '../define.ts';
import { onQuotas } from './permissions.ts';
import { appliedQuota } from './quota.ts';

/** The applied value of one quota. Absent: AWS has no such code, or no applied value for it. */
export const quotaApplied = defineCollector({
  kind: 'quota.applied',
  operations: [getServiceQuota],
  region: ({ region }) => region,
  calls: ({ serviceCode, quotaCode }) => [invocation(getServiceQuota, { serviceCode, quotaCode })],
  permissions: () => [onQuotas('servicequotas:GetServiceQuota')],
  collect: async ({ serviceCode, quotaCode }, call) => {
    const quota = await call(getServiceQuota, { serviceCode, quotaCode });
    return quota.state === 'absent' ? absent : appliedQuota(quota.value, quotaCode);
  },
});
