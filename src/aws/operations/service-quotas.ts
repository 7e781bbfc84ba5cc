import { answered, defineOperation } from '../operation.ts';
import { drain } from '../pages.ts';

const PAGE = 100;

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

/** Every quota of a service for which AWS tells an applied value. Source: https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_ListServiceQuotas.html */
export const listServiceQuotas = defineOperation({
  name: 'servicequotas:ListServiceQuotas',
  service: 'service-quotas',
  actions: ['servicequotas:ListServiceQuotas'],
  absentWhen: [{ name: 'NoSuchResourceException' }],
  subject: ({ serviceCode }: { readonly serviceCode: string }) => `the quotas of ${serviceCode}`,
  send: async ({ serviceCode }, route) => {
    const { client, sdk } = await route.clients.open('service-quotas', route.region);
    return drain(route, async (NextToken) => {
      const command = new sdk.ListServiceQuotasCommand({ ServiceCode: serviceCode, MaxResults: PAGE, NextToken });
      const page = await client.send(command, { abortSignal: route.signal });
      const items = answered(page.Quotas, 'Quotas').map(({ QuotaCode, QuotaName, Value, Adjustable }) => ({ QuotaCode, QuotaName, Value, Adjustable }));
      return { items, next: page.NextToken || undefined };
    });
  },
});
