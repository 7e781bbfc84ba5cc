import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { packageRequest, withModelPackage } from '../../src/reason/model-packages.ts';

export const modelPackageExists = defineRule({
  id: 'registry/model-package-exists',
  title: 'The model package exists',
  severity: 'error',
  basis: 'api-model',
  why: 'A model is made from a version of a model package; without it CreateModel is refused.',
  fix: 'Register the model, or name a version that is there; aws sagemaker list-model-packages lists them.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelPackage.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-deploy.html',
  ],
  dependsOn: ['registry/model-package-is-in-this-account-and-region'],
  appliesTo: withModelPackage,
  needs: (target) => ({ modelPackage: packageRequest(target) }),
  judge: ({ modelPackage }, { modelPackageName }) =>
    modelPackage.state === 'present'
      ? pass(`${modelPackage.value.arn} is there`)
      : fail('There is no such model package', [{ subject: modelPackageName, observed: 'no such version', field: ['modelPackageName'] }]),
});
