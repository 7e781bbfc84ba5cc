import { getServiceQuota, listServiceQuotas } from '../../aws/operations/service-quotas.ts';
import { SAGEMAKER_QUOTAS } from '../../data/quotas.ts';
import type { FactParams } from '../../model/fact.ts';
import { absent } from '../../model/fact.ts';
import { defineCollector, invocation } from '../define.ts';
import { onQuotas } from './permissions.ts';
import { appliedQuota } from './quota.ts';

type Named = Pick<FactParams<'quota.named'>, 'serviceCode' | 'quotaName'>;

/** The code of a quota, where it is known. */
const codeOf = ({ serviceCode, quotaName }: Named): string | undefined =>
  SAGEMAKER_QUOTAS.values.find((quota) => quota.serviceCode === serviceCode && quota.name === quotaName)?.code;

/**
 * The applied value of a quota that is known by its name. With a code in the tables it is one call; otherwise, or where the code
 * turns out to be another quota's, all quotas of the service are listed, once in a run. Absent: AWS applies none of that name.
 */
export const quotaNamed = defineCollector({
  kind: 'quota.named',
  operations: [getServiceQuota, listServiceQuotas],
  region: ({ region }) => region,
  calls: ({ serviceCode, quotaName }) => {
    const quotaCode = codeOf({ serviceCode, quotaName });
    return [quotaCode === undefined ? invocation(listServiceQuotas, { serviceCode }) : invocation(getServiceQuota, { serviceCode, quotaCode })];
  },
  surcharges: [{ service: 'service-quotas', each: 1, per: 'further 100 quotas of the service, when quotas are listed' }],
  permissions: () => [onQuotas('servicequotas:GetServiceQuota'), onQuotas('servicequotas:ListServiceQuotas')],
  collect: async ({ serviceCode, quotaName }, call) => {
    const quotaCode = codeOf({ serviceCode, quotaName });
    const known = quotaCode === undefined ? absent : await call(getServiceQuota, { serviceCode, quotaCode });
    if (known.state === 'present' && known.value.QuotaName === quotaName) return appliedQuota(known.value, quotaCode ?? quotaName);
    const listed = await call(listServiceQuotas, { serviceCode });
    const found = listed.state === 'present' ? listed.value.find(({ QuotaName }) => QuotaName === quotaName) : undefined;
    return found === undefined ? absent : appliedQuota(found, quotaName);
  },
});
