import { MEMORY_SIZES_MB } from '../../src/data/serverless.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { withServerlessConfig } from '../../src/reason/applicability.ts';

export const memorySizeIsOffered = defineRule({
  id: 'endpoint/memory-size-is-offered',
  title: 'The memory size is one that serverless endpoints come in',
  severity: 'error',
  basis: 'documented',
  why: 'Serverless endpoints come in six memory sizes, each a multiple of 1024 MB; a number between them passes the API’s range check and is refused all the same.',
  fix: 'Choose the next larger size that is offered.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariantServerlessConfig.html',
  ],
  predicts: ['failed to satisfy constraint: Member must satisfy enum value set: [1024', 'MemorySizeInMB'],
  restsOn: [MEMORY_SIZES_MB],
  onlyBeforehand: true,
  appliesTo: withServerlessConfig,
  needs: () => ({}),
  judge: (_, { name, account, region, serverlessConfig: { memorySizeInMB } }) => {
    const offered: readonly number[] = MEMORY_SIZES_MB.values;
    if (offered.includes(memorySizeInMB)) return pass(`${memorySizeInMB} MB is offered`);
    const field = ['serverlessConfig', 'memorySizeInMB'];
    const next = offered.find((size) => size > memorySizeInMB) ?? Math.max(...offered);
    const subject = { account, region, kind: 'serverless-config', name };
    const evidence = { subject, observed: `${memorySizeInMB} MB`, expected: `one of ${offered.join(', ')} MB`, field };
    return fail(`${memorySizeInMB} MB is not offered`, [evidence], [{ kind: 'set-field', field, value: next, why: 'the nearest size that is offered' }]);
  },
});
