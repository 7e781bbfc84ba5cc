import { partitionOf } from '../../src/reason/arn.ts';
import type { HttpAnswer } from './aws-error.ts';
import { errorAnswer } from './aws-error.ts';
import type { AwsRequest } from './aws-request.ts';

/** An applied quota of one account and Region. */
export interface QuotaSetting {
  readonly account: string;
  readonly region: string;
  readonly serviceCode: string;
  readonly quotaCode: string;
  readonly value: number;
  readonly name?: string;
}

/** STUB of Service Quotas: moto knows the quotas of `vpc` only. */
export interface QuotaStub {
  readonly set: (quota: QuotaSetting) => void;
  /** Undefined: this call is moto's. */
  readonly answer: (request: AwsRequest) => HttpAnswer | undefined;
}

const keyOf = ({ account, region, serviceCode, quotaCode }: Omit<QuotaSetting, 'value'>): string => [account, region, serviceCode, quotaCode].join('/');

const described = ({ account, region, serviceCode, quotaCode, value, name = quotaCode }: QuotaSetting) => ({
  Adjustable: true,
  GlobalQuota: false,
  QuotaAppliedAtLevel: 'ACCOUNT',
  QuotaArn: `arn:${partitionOf(region)}:servicequotas:${region}:${account}:${serviceCode}/${quotaCode}`,
  QuotaCode: quotaCode,
  QuotaName: name,
  ServiceCode: serviceCode,
  ServiceName: serviceCode,
  Unit: 'None',
  Value: value,
});

/** An answer in the JSON protocol. */
export const jsonAnswer = (value: unknown): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify(value),
});

const NO_SUCH_QUOTA = { status: 400, code: 'NoSuchResourceException', message: 'The request failed because the specified service quota does not exist.' };

const OPERATIONS = ['GetServiceQuota', 'ListServiceQuotas'];
const PAGE = 100;

const isOurs = ({ service, operation, input }: AwsRequest): boolean =>
  service === 'servicequotas' && OPERATIONS.includes(operation) && input['ServiceCode'] !== 'vpc';

/** One page; the token is where the next begins. */
const pageOf = (quotas: readonly QuotaSetting[], token: unknown): HttpAnswer => {
  const start = typeof token === 'string' ? Number(token) : 0;
  const next = start + PAGE;
  return jsonAnswer({ Quotas: quotas.slice(start, next).map(described), ...(next < quotas.length && { NextToken: `${next}` }) });
};

/** Makes the stub, with no quota set: every code answers that it does not exist. */
export const quotaStub = (): QuotaStub => {
  const quotas = new Map<string, QuotaSetting>();
  return {
    set: (quota) => void quotas.set(keyOf(quota), quota),
    answer: (request) => {
      if (!isOurs(request)) return undefined;
      const { account = '', region, operation, input } = request;
      const serviceCode = `${input['ServiceCode']}`;
      if (operation === 'ListServiceQuotas') {
        const here = [...quotas.values()].filter((quota) => quota.account === account && quota.region === region && quota.serviceCode === serviceCode);
        return pageOf(here, input['NextToken']);
      }
      const found = quotas.get(keyOf({ account, region, serviceCode, quotaCode: `${input['QuotaCode']}` }));
      return found === undefined ? errorAnswer(request, NO_SUCH_QUOTA) : jsonAnswer({ Quota: described(found) });
    },
  };
};
