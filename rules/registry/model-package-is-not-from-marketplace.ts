import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { existingPackage, withModelPackage } from '../../src/reason/model-packages.ts';

export const modelPackageIsNotFromMarketplace = defineRule({
  id: 'registry/model-package-is-not-from-marketplace',
  title: 'The model package does not come from AWS Marketplace',
  severity: 'error',
  basis: 'documented',
  why: 'Serverless endpoints run no model packages from AWS Marketplace.',
  fix: 'Use an endpoint on instances for it, or a model of your own.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelPackageContainerDefinition.html',
  ],
  dependsOn: ['registry/model-package-exists'],
  appliesTo: withModelPackage,
  needs: (target) => ({ modelPackage: existingPackage(target) }),
  judge: ({ modelPackage: { value } }) => {
    const product = value.containers.find(({ productId }) => productId !== undefined)?.productId;
    if (product === undefined) return pass('no container names a product of AWS Marketplace');
    const observed = `product ${product} of AWS Marketplace`;
    return fail('The model package comes from AWS Marketplace', [{ subject: value.arn, observed, field: ['modelPackageName'] }]);
  },
});
