import { existing } from '../../src/model/fact.ts';
import type { EndpointConfig } from '../../src/model/facts/sagemaker.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { configOf } from '../../src/reason/deployed.ts';
import { testedEndpoints, withExistingEndpoints } from '../../src/reason/recommendation.ts';

const faultsOf = ({ variants, asyncInference }: EndpointConfig): readonly string[] => [
  ...(variants.length === 1 ? [] : [`${variants.length} variants`]),
  ...(variants.some(({ serverlessConfig }) => serverlessConfig !== undefined) ? ['a serverless variant'] : []),
  ...(asyncInference ? ['asynchronous inference'] : []),
];

export const existingEndpointCanBeTested = defineRule({
  id: 'recommender/existing-endpoint-can-be-tested',
  title: 'The endpoint to test is a real-time endpoint of one variant',
  severity: 'error',
  basis: 'documented',
  why: 'Existing endpoints are tested only where they run on instances, answer at once, and have a single variant.',
  fix: 'Name an endpoint of that kind, or test the model itself instead.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-existing-endpoint.html'],
  dependsOn: ['recommender/existing-endpoint-exists'],
  onlyBeforehand: true,
  appliesTo: withExistingEndpoints,
  needs: (target) => ({ configs: testedEndpoints(target).map((endpoint) => existing(configOf(target, endpoint), 'recommender/existing-endpoint-exists')) }),
  judge: ({ configs }) => {
    const evidence = configs.flatMap(({ value }, index) =>
      faultsOf(value).map((observed) => ({ subject: value.arn, observed, expected: 'one variant on instances, real-time', field: ['endpoints', index] })),
    );
    return isNonEmpty(evidence)
      ? fail(`The endpoint has ${evidence.map(({ observed }) => observed).join(' and ')}`, evidence)
      : pass('one variant on instances, real-time');
  },
});
