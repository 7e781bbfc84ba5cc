import { CONCURRENCY_OF_ENDPOINT } from '../../src/data/serverless.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { withServerlessConfig } from '../../src/reason/applicability.ts';

export const concurrencyIsOffered = defineRule({
  id: 'endpoint/concurrency-is-offered',
  title: 'The concurrency is one that a serverless endpoint can have',
  severity: 'error',
  basis: 'api-model',
  why: 'One serverless endpoint serves 1 to 200 requests at the same time; other numbers are refused, whatever the quota.',
  fix: 'Name a maxConcurrency from 1 to 200, or spread the load over several endpoints.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariantServerlessConfig.html'],
  predicts: ['MaxConcurrency'],
  restsOn: [CONCURRENCY_OF_ENDPOINT],
  onlyBeforehand: true,
  appliesTo: withServerlessConfig,
  needs: () => ({}),
  judge: (_, { name, account, region, serverlessConfig: { maxConcurrency } }) => {
    const { least, most } = CONCURRENCY_OF_ENDPOINT.values;
    if (maxConcurrency >= least && maxConcurrency <= most) return pass(`${maxConcurrency} is between ${least} and ${most}`);
    const field = ['serverlessConfig', 'maxConcurrency'];
    const evidence = { subject: { account, region, kind: 'serverless-config', name }, observed: `${maxConcurrency}`, expected: `${least} to ${most}`, field };
    const value = maxConcurrency < least ? least : most;
    return fail(`A concurrency of ${maxConcurrency} is not offered`, [evidence], [{ kind: 'set-field', field, value, why: 'the nearest that is offered' }]);
  },
});
