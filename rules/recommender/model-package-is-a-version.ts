import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { jobWithPackage } from '../../src/reason/recommendation.ts';

/** Form: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html */
const VERSION = /^arn:[^:]+:sagemaker:[^:]+:\d{12}:model-package\/[^/]+\/\d+$/;

export const modelPackageIsAVersion = defineRule({
  id: 'recommender/model-package-is-a-version',
  title: 'The model package is a version of a group',
  severity: 'error',
  basis: 'documented',
  why: 'Inference Recommender takes versioned model packages only: the ARN of a group, of an unversioned package, or a bare name is refused.',
  fix: 'Name the ARN of a version, which ends in its number; aws sagemaker list-model-packages --model-package-group-name prints them.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-prerequisites.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobInputConfig.html',
  ],
  appliesTo: jobWithPackage,
  needs: () => ({}),
  judge: (_, { modelPackageName }) =>
    VERSION.test(modelPackageName)
      ? pass(modelPackageName)
      : fail('This is no version of a model package', [
          {
            subject: modelPackageName,
            observed: modelPackageName,
            expected: 'an ARN that ends in model-package/<group>/<number>',
            field: ['modelPackageName'],
          },
        ]),
});
