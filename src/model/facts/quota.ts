import type { MayExist } from '../reading.ts';

/** An applied quota. Source: https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_GetServiceQuota.html */
export interface Quota {
  readonly code: string;
  readonly name: string;
  readonly value: number;
  readonly adjustable: boolean;
}

/** Service Quotas facts. Absent: AWS returns no applied value for that code. */
export interface QuotaFacts {
  readonly 'quota.applied': MayExist<{ readonly serviceCode: string; readonly quotaCode: string; readonly region: string }, Quota>;
  /** By its name, e.g. `ml.g5.xlarge for endpoint usage`: there is one quota per instance type and use, and AWS publishes no list of their codes. */
  readonly 'quota.named': MayExist<{ readonly serviceCode: string; readonly quotaName: string; readonly region: string }, Quota>;
}
