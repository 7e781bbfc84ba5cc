import { MOST_EXISTING_ENDPOINTS } from '../../src/data/recommender.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { jobSubject, withExistingEndpoints } from '../../src/reason/recommendation.ts';

const most = MOST_EXISTING_ENDPOINTS.values;

export const existingEndpointIsAlone = defineRule({
  id: 'recommender/existing-endpoint-is-alone',
  title: 'At most one existing endpoint is tested',
  severity: 'error',
  basis: 'documented',
  why: 'A job takes one endpoint that exists; a list of more is refused.',
  fix: 'Name one, and make a job for each of the others.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-existing-endpoint.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobInputConfig.html',
  ],
  restsOn: [MOST_EXISTING_ENDPOINTS],
  onlyBeforehand: true,
  appliesTo: withExistingEndpoints,
  needs: () => ({}),
  judge: (_, target) => {
    const { endpoints } = target;
    if (endpoints.length <= most) return pass(endpoints.join(', '));
    const evidence = { subject: jobSubject(target), observed: `${endpoints.length}: ${endpoints.join(', ')}`, expected: `${most}`, field: ['endpoints'] };
    return fail('More than one existing endpoint is named', [evidence]);
  },
});
