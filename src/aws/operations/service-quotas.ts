import { answered, defineOperation } from '../operation.ts';

/** The applied value of a quota. Source: https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_GetServiceQuota.html */
export const getServiceQuota = defineOperation({
  name: 'servicequotas:GetServiceQuota',
  service: 'service-quotas',
  actions: ['servicequotas:GetServiceQuota'],
  absentWhen: [{ name: 'NoSuchResourceException' }],
  subject: ({ serviceCode, quotaCode }: { readonly serviceCode: string; readonly quotaCode: string }) => `the quota ${serviceCode}/${quotaCode}`,
  send: async ({ serviceCode, quotaCode }, { clients, region, signal }) => {
    const { client, sdk } = await clients.open('service-quotas', region);
    const { Quota } = await client.send(new sdk.GetServiceQuotaCommand({ ServiceCode: serviceCode, QuotaCode: quotaCode }), { abortSignal: signal });
    return answered(Quota, 'Quota');
  },
});
