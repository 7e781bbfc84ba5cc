import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { parseArn } from '../../src/reason/arn.ts';
import { jobWithPackageArn } from '../../src/reason/recommendation.ts';

export const modelPackageIsInThisAccount = defineRule({
  id: 'recommender/model-package-is-in-this-account',
  title: 'The model package is in the account of the job',
  severity: 'warning',
  basis: 'inference',
  why: 'Model packages can be shared with other accounts for deployment; that Inference Recommender takes shared ones is not documented.',
  fix: 'Register the model in this account, or try the shared package in a short job first.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-prerequisites.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-deploy.html',
  ],
  onlyBeforehand: true,
  appliesTo: jobWithPackageArn,
  needs: () => ({}),
  judge: (_, { modelPackageName, account }) => {
    const observed = parseArn(modelPackageName)?.account ?? '';
    return observed === account
      ? pass(observed)
      : fail('The model package is in another account', [{ subject: modelPackageName, observed, expected: account, field: ['modelPackageName'] }]);
  },
});
