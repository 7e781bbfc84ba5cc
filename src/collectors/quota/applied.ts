import { getServiceQuota } from '../../aws/operations/service-quotas.ts';
import { absent, present } from '../../model/fact.ts';
import { defineCollector, invocation } from '../define.ts';

/** The applied value of one quota. Absent: AWS has no such code, or no applied value for it. */
export const quotaApplied = defineCollector({
  kind: 'quota.applied',
  operations: [getServiceQuota],
  region: ({ region }) => region,
  calls: ({ serviceCode, quotaCode }) => [invocation(getServiceQuota, { serviceCode, quotaCode })],
  permissions: () => [
    {
      action: 'servicequotas:GetServiceQuota',
      resources: ['*'],
      // https://docs.aws.amazon.com/service-authorization/latest/reference/list_servicequotas.html
      because: 'the action has no resource types',
    },
  ],
  collect: async ({ serviceCode, quotaCode }, call) => {
    const quota = await call(getServiceQuota, { serviceCode, quotaCode });
    if (quota.state === 'absent' || quota.value.Value === undefined) return absent;
    const { QuotaName = quotaCode, Value, Adjustable = false } = quota.value;
    return present({ code: quotaCode, name: QuotaName, value: Value, adjustable: Adjustable });
  },
});
