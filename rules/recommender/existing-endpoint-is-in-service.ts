import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { existingTestedEndpoints, withExistingEndpoints } from '../../src/reason/recommendation.ts';

export const existingEndpointIsInService = defineRule({
  id: 'recommender/existing-endpoint-is-in-service',
  title: 'The endpoint to test is in service',
  severity: 'error',
  basis: 'api-model',
  why: 'Only an endpoint whose status is InService answers requests; while it is created, updated or failed the test has nothing to measure.',
  fix: 'Wait until it is InService, or mend what its failure reason says.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-existing-endpoint.html',
  ],
  dependsOn: ['recommender/existing-endpoint-exists'],
  onlyBeforehand: true,
  appliesTo: withExistingEndpoints,
  needs: (target) => ({ tested: existingTestedEndpoints(target) }),
  judge: ({ tested }) => {
    const evidence = tested.flatMap(({ value: { arn, status } }, index) =>
      status === 'InService' ? [] : [{ subject: arn, observed: status, expected: 'InService', field: ['endpoints', index] }],
    );
    return isNonEmpty(evidence) ? fail('The endpoint is not in service', evidence) : pass('InService');
  },
});
