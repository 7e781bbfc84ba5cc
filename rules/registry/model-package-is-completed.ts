import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { existingPackage, withModelPackage } from '../../src/reason/model-packages.ts';

export const modelPackageIsCompleted = defineRule({
  id: 'registry/model-package-is-completed',
  title: 'The model package is complete',
  severity: 'error',
  basis: 'api-model',
  why: 'A model package can be used once its status is Completed; one that is pending, or whose validation failed, cannot.',
  fix: 'Wait until it is Completed, or mend what its status details say and register the model again.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelPackage.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModelPackage.html',
  ],
  dependsOn: ['registry/model-package-exists'],
  appliesTo: withModelPackage,
  needs: (target) => ({ modelPackage: existingPackage(target) }),
  judge: ({ modelPackage: { value } }) =>
    value.status === 'Completed'
      ? pass('Completed')
      : fail('The model package is not complete', [{ subject: value.arn, observed: value.status, expected: 'Completed', field: ['modelPackageName'] }]),
});
