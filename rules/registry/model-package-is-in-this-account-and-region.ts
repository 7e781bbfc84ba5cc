import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { parseArn } from '../../src/reason/arn.ts';
import { withServerlessPackage } from '../../src/reason/model-packages.ts';

export const modelPackageIsInThisAccountAndRegion = defineRule({
  id: 'registry/model-package-is-in-this-account-and-region',
  title: 'The model package is in this account and Region',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker takes model, image and artifact from one Region, and a serverless endpoint takes its own image only from the account that creates it; a package of another account has both elsewhere.',
  fix: 'Register the model in this account and Region, with an image and an artifact that are here.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints-prerequisites.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-deploy.html',
  ],
  predicts: ['ARN should be scoped to correct region'],
  appliesTo: withServerlessPackage,
  needs: () => ({}),
  judge: (_, { modelPackageName, account, region }) => {
    const arn = parseArn(modelPackageName);
    if (arn === undefined) return pass('a name without ARN is one of this account and Region');
    const observed = `${arn.account} in ${arn.region}`;
    if (arn.account === account && arn.region === region) return pass(observed);
    const evidence = { subject: modelPackageName, observed, expected: `${account} in ${region}`, field: ['modelPackageName'] };
    return fail(arn.region === region ? 'The model package is in another account' : 'The model package is in another Region', [evidence]);
  },
});
