import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { existingPackage, withModelPackage } from '../../src/reason/model-packages.ts';

export const modelPackageIsApproved = defineRule({
  id: 'registry/model-package-is-approved',
  title: 'The version of the model package is approved',
  severity: 'error',
  basis: 'documented',
  why: 'A version of a model group can be deployed only when its approval status is Approved; a package outside a group needs no approval.',
  fix: 'Approve the version, or name one that is approved.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModelPackage.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-approve.html',
  ],
  dependsOn: ['registry/model-package-exists'],
  appliesTo: withModelPackage,
  needs: (target) => ({ modelPackage: existingPackage(target) }),
  judge: ({ modelPackage: { value } }, { region }) => {
    if (value.approval === undefined) return pass('it is no version of a group, and needs no approval');
    if (value.approval === 'Approved') return pass('Approved');
    const evidence = { subject: value.arn, observed: value.approval, expected: 'Approved', field: ['modelPackageName'] };
    return fail('The version is not approved', [evidence], [{ kind: 'approve-model-package', modelPackageArn: value.arn, region }]);
  },
});
