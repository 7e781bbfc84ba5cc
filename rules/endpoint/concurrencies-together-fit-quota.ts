import { defineJointRule } from '../../src/model/rule.ts';
import { withServerlessConfig } from '../../src/reason/applicability.ts';
import { concurrencyRequests, judgeConcurrencies } from '../../src/reason/concurrency.ts';

export const concurrenciesTogetherFitQuota = defineJointRule({
  id: 'endpoint/concurrencies-together-fit-quota',
  title: 'The concurrencies of all planned endpoints together fit into the account’s serverless quota',
  severity: 'error',
  basis: 'observed',
  why: 'Each planned endpoint may fit alone while the last one to be created is refused, because all of a Region draw on one quota.',
  fix: 'Lower maxConcurrency of some endpoints, or request a quota that holds the sum.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html', 'https://docs.aws.amazon.com/servicequotas/latest/userguide/intro.html'],
  predicts: ['ResourceLimitExceeded', 'Maximum total concurrency that can be allocated across all serverless endpoints'],
  dependsOn: ['endpoint/concurrency-fits-quota'],
  onlyBeforehand: true,
  appliesTo: withServerlessConfig,
  needs: concurrencyRequests,
  sharing: ({ account, region }) => [`serverless concurrency of ${account} in ${region}`],
  judge: (members) => judgeConcurrencies(members),
});
