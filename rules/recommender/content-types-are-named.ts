import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { modelSubject, withKnownModel } from '../../src/reason/recommendation.ts';

export const contentTypesAreNamed = defineRule({
  id: 'recommender/content-types-are-named',
  title: 'The content types of requests are named',
  severity: 'error',
  basis: 'documented',
  why: 'With one of these types Inference Recommender sends the sample payload; without any it cannot call the model, and with a wrong one the container answers 4xx.',
  fix: 'Name the types that the container takes, such as text/csv, in the model package (SupportedContentTypes) or in the job’s PayloadConfig.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-prerequisites.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobPayloadConfig.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-troubleshooting.html',
  ],
  predicts: ['INVALID_INPUT', 'returned 4xx or 5xx error code'],
  dependsOn: ['recommender/job-names-its-model', 'recommender/model-exists', 'registry/model-package-exists'],
  appliesTo: withKnownModel,
  needs: () => ({}),
  judge: (_, target) => {
    const types = target.containerConfig?.supportedContentTypes ?? [];
    if (types.length > 0) return pass(types.join(', '));
    const evidence = {
      subject: modelSubject(target),
      observed: 'no content type',
      expected: 'at least one',
      field: ['containerConfig', 'supportedContentTypes'],
    };
    return fail('No content type is named', [evidence]);
  },
});
