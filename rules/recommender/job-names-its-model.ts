import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { jobSubject, recommender } from '../../src/reason/recommendation.ts';

export const jobNamesItsModel = defineRule({
  id: 'recommender/job-names-its-model',
  title: 'The job names a model package version or a model',
  severity: 'error',
  basis: 'documented',
  why: 'A job tests one model, which it is given as the ARN of a model package version or as the name of a model; without either it is refused.',
  fix: 'Name the version that is to be tested (modelPackageName), or a model that exists (modelName).',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobInputConfig.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-prerequisites.html',
  ],
  appliesTo: recommender,
  needs: () => ({}),
  judge: (_, target) => {
    const named = target.modelPackageName ?? target.modelName;
    if (named !== undefined) return pass(named);
    const evidence = { subject: jobSubject(target), observed: 'neither modelPackageName nor modelName', expected: 'one of them', field: ['modelPackageName'] };
    return fail('The job names no model', [evidence]);
  },
});
