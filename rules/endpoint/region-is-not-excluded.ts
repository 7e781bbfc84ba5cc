import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { serverless } from '../../src/reason/applicability.ts';
import { partitionOf } from '../../src/reason/arn.ts';

export const regionIsNotExcluded = defineRule({
  id: 'endpoint/region-is-not-excluded',
  title: 'The Region is none where Serverless Inference is excluded',
  severity: 'error',
  basis: 'documented',
  why: 'Serverless Inference is not available in the Regions of China.',
  fix: 'Deploy to another Region, or use an endpoint on instances.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html'],
  onlyBeforehand: true,
  appliesTo: serverless,
  needs: () => ({}),
  judge: (_, { name, account, region }) => {
    if (partitionOf(region) !== 'aws-cn') return pass(`${region} is not in China`);
    const subject = { account, region, kind: 'serverless-endpoint', name };
    return fail('Serverless Inference is not available in China', [{ subject, observed: region, expected: 'a Region outside China', field: ['region'] }]);
  },
});
