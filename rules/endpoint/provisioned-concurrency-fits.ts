import { CONCURRENCY_OF_ENDPOINT } from '../../src/data/serverless.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { withServerlessConfig } from '../../src/reason/applicability.ts';

export const provisionedConcurrencyFits = defineRule({
  id: 'endpoint/provisioned-concurrency-fits',
  title: 'The provisioned concurrency is offered, and no larger than the concurrency',
  severity: 'error',
  basis: 'api-model',
  why: 'Provisioned concurrency is a part of the concurrency, from 1 to 200; more than the whole is refused.',
  fix: 'Name a provisionedConcurrency of at most maxConcurrency.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariantServerlessConfig.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
  ],
  predicts: ['ProvisionedConcurrency'],
  onlyBeforehand: true,
  appliesTo: withServerlessConfig,
  needs: () => ({}),
  judge: (_, { name, account, region, serverlessConfig: { maxConcurrency, provisionedConcurrency } }) => {
    if (provisionedConcurrency === undefined) return notApplicable('the plan provisions no concurrency');
    const { least, most } = CONCURRENCY_OF_ENDPOINT.values;
    const largest = Math.min(most, maxConcurrency);
    if (provisionedConcurrency >= least && provisionedConcurrency <= largest) return pass(`${provisionedConcurrency} of ${maxConcurrency}`);
    const field = ['serverlessConfig', 'provisionedConcurrency'];
    const expected = `${least} to ${largest}`;
    const evidence = { subject: { account, region, kind: 'serverless-config', name }, observed: `${provisionedConcurrency}`, expected, field };
    const value = provisionedConcurrency < least ? least : largest;
    return fail(`${provisionedConcurrency} provisioned of ${maxConcurrency}`, [evidence], [{ kind: 'set-field', field, value, why: 'the nearest that fits' }]);
  },
});
