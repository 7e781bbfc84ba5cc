import { SERVERLESS_TOTAL_CONCURRENCY } from '../data/quotas.ts';
import type { KnownFact, Present, Unknown } from '../model/fact.ts';
import { fact, unknown } from '../model/fact.ts';
import type { ExistingEndpoint } from '../model/facts/sagemaker.ts';
import type { Evidence, Judgement, Subject } from '../model/verdict.ts';
import { cannotTell, fail, pass } from '../model/verdict.ts';
import type { NonEmpty } from '../model/words.ts';
import { isNonEmpty } from '../model/words.ts';
import type { WithServerlessConfig } from './applicability.ts';
import { askersOf, demandsOf, withDemands } from './together.ts';

/** What is needed to know how much serverless concurrency an account has left in a Region. */
export const concurrencyRequests = ({ region }: WithServerlessConfig) => ({
  quota: fact('quota.applied', { serviceCode: SERVERLESS_TOTAL_CONCURRENCY.serviceCode, quotaCode: SERVERLESS_TOTAL_CONCURRENCY.code, region }),
  endpoints: fact('sagemaker.endpoints', { region }),
});

/** The facts that these questions are answered from. */
interface ConcurrencyFacts {
  readonly quota: KnownFact<'quota.applied'>;
  readonly endpoints: Present<readonly ExistingEndpoint[]>;
}

/** Serverless concurrency in use: the sum over the endpoints that could be read, and the readings of those that could not. */
export interface ConcurrencyInUse {
  readonly total: number;
  readonly unread: readonly Unknown[];
}

const concurrencyOf = ({ serverless }: ExistingEndpoint): number =>
  serverless.state === 'present' ? serverless.value.reduce((sum, { maxConcurrency }) => sum + maxConcurrency, 0) : 0;

/** Adds up what runs already; endpoints that the plan itself replaces (by name) do not count. */
const concurrencyInUse = (endpoints: readonly ExistingEndpoint[], replaced: readonly (string | undefined)[]): ConcurrencyInUse => {
  // Names are unique whatever their case: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html
  const gone = new Set(replaced.map((name) => name?.toLowerCase()));
  const others = endpoints.filter(({ name }) => !gone.has(name.toLowerCase()));
  return {
    total: others.reduce((sum, endpoint) => sum + concurrencyOf(endpoint), 0),
    unread: others.flatMap(({ serverless }) => (serverless.state === 'unknown' ? [serverless] : [])),
  };
};

/** Judges whether the planned endpoints fit beside what runs. A sum over what could be read that is too large already fails. */
export const judgeConcurrency = (
  planned: NonEmpty<WithServerlessConfig>,
  quota: KnownFact<'quota.applied'>,
  endpoints: readonly ExistingEndpoint[],
): Judgement => {
  const { code, serviceCode, name } = SERVERLESS_TOTAL_CONCURRENCY;
  if (quota.state === 'absent')
    return cannotTell(unknown('unsupported', `Service Quotas gives no applied value for ${code} (${name}) — look it up in the console`));
  if (!Number.isFinite(quota.value.value)) throw new TypeError('the applied quota is no number');
  const { total, unread } = concurrencyInUse(
    endpoints,
    planned.map(({ endpointName }) => endpointName),
  );
  const asked = planned.reduce((sum, { serverlessConfig }) => sum + serverlessConfig.maxConcurrency, 0);
  if (!Number.isFinite(total)) throw new TypeError('the concurrency in use is no number');
  const words = `${asked} planned + ${total} in use, ${quota.value.value} allowed`;
  if (total + asked > quota.value.value) {
    const request = {
      kind: 'request-quota',
      serviceCode,
      quotaCode: code,
      quotaName: quota.value.name,
      region: planned[0].region,
      value: total + asked,
    } as const;
    return fail(words, [evidenceOf(planned[0], words, quota.value.value)], [request]);
  }
  return isNonEmpty(unread) ? cannotTell(...unread) : pass(words);
};

/** The quota that all of a Region draw on. */
const quotaOf = ({ account, region }: WithServerlessConfig): Subject => ({ account, region, kind: 'service-quota', name: SERVERLESS_TOTAL_CONCURRENCY.code });

/** Judges whether several planned endpoints fit together; of plans of one endpoint the largest counts. */
export const judgeConcurrencies = (plans: NonEmpty<{ readonly target: WithServerlessConfig; readonly facts: ConcurrencyFacts }>): Judgement => {
  const [{ target, facts }] = plans;
  const demands = demandsOf(plans, ({ serverlessConfig }) => serverlessConfig.maxConcurrency);
  return withDemands(judgeConcurrency(askersOf(demands), facts.quota, facts.endpoints.value), demands, quotaOf(target));
};

const evidenceOf = (target: WithServerlessConfig, observed: string, allowed: number): Evidence => ({
  subject: quotaOf(target),
  observed,
  expected: `at most ${allowed} in all`,
  field: ['serverlessConfig', 'maxConcurrency'],
});
