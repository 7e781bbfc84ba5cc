import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { parseArn } from '../../src/reason/arn.ts';
import { jobWithPackageArn } from '../../src/reason/recommendation.ts';

export const modelPackageIsInThisRegion = defineRule({
  id: 'recommender/model-package-is-in-this-region',
  title: 'The model package is in the Region of the job',
  severity: 'error',
  basis: 'documented',
  why: 'A job, its model package, the image and the artifact are things of one Region; SageMaker looks for none of them elsewhere.',
  fix: 'Register the model in the Region of the job, or run the job where the package is.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-prerequisites.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelPackageContainerDefinition.html',
  ],
  predicts: ['ARN should be scoped to correct region'],
  appliesTo: jobWithPackageArn,
  needs: () => ({}),
  judge: (_, { modelPackageName, region }) => {
    const observed = parseArn(modelPackageName)?.region ?? '';
    return observed === region
      ? pass(observed)
      : fail('The model package is in another Region', [{ subject: modelPackageName, observed, expected: region, field: ['modelPackageName'] }]);
  },
});
