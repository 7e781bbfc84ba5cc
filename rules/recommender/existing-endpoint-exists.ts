import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { testedEndpoints, withExistingEndpoints } from '../../src/reason/recommendation.ts';

export const existingEndpointExists = defineRule({
  id: 'recommender/existing-endpoint-exists',
  title: 'The endpoint to test exists',
  severity: 'error',
  basis: 'documented',
  why: 'The job calls an endpoint of this name; it makes none by it.',
  fix: 'Name an endpoint that is there, or leave it out.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-existing-endpoint.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html',
  ],
  predicts: ['Could not find endpoint'],
  onlyBeforehand: true,
  appliesTo: withExistingEndpoints,
  needs: (target) => ({ tested: testedEndpoints(target) }),
  judge: ({ tested }, { endpoints, account, region }) => {
    const evidence = endpoints.flatMap((name, index) =>
      tested[index]?.state === 'absent'
        ? [{ subject: { account, region, kind: 'endpoint', name }, observed: 'no such endpoint', field: ['endpoints', index] }]
        : [],
    );
    return isNonEmpty(evidence) ? fail('There is no such endpoint', evidence) : pass(`${endpoints.join(', ')} ${endpoints.length === 1 ? 'is' : 'are'} there`);
  },
});
