import { defineRule } from '../../src/model/rule.ts';
import { withServerlessConfig } from '../../src/reason/applicability.ts';
import { concurrencyRequests, judgeConcurrency } from '../../src/reason/concurrency.ts';

export const concurrencyFitsQuota = defineRule({
  id: 'endpoint/concurrency-fits-quota',
  title: 'The endpoint’s concurrency fits into the account’s serverless quota',
  severity: 'error',
  basis: 'observed',
  why: 'All serverless endpoints of a Region share one quota of total concurrency, and new accounts have far less than the documented value; creating or updating an endpoint beyond it is refused.',
  fix: 'Lower maxConcurrency, remove endpoints that are not in use, or request a higher quota.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html', 'https://docs.aws.amazon.com/servicequotas/latest/userguide/intro.html'],
  predicts: ['ResourceLimitExceeded', 'Maximum total concurrency that can be allocated across all serverless endpoints'],
  onlyBeforehand: true,
  appliesTo: withServerlessConfig,
  needs: concurrencyRequests,
  judge: ({ quota, endpoints }, target) => judgeConcurrency([target], quota, endpoints.value),
});
