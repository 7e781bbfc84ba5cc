import { readObjects } from '../../src/data/permissions/storage.ts';
import { addressesFor } from '../../src/reason/addresses.ts';
import { repackages } from '../../src/reason/jumpstart.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const roleMayReadRepackagedModel = permissionRule(
  {
    id: 'jumpstart/role-may-read-repackaged-model',
    title: 'The execution role may read the repackaged model',
    severity: 'error',
    basis: 'documented',
    why: 'A model with a script of its own is packed anew into the plan’s bucket, and SageMaker downloads it from there as this role.',
    fix: 'Grant the role s3:GetObject on the objects below outputPath.',
    docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html', 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html'],
    predicts: ['Could not access model data at'],
    dependsOn: ['identity/role-exists', 'artifact/bucket-exists'],
    appliesTo: repackages,
  },
  readObjects(addressesFor('repackaged-model')),
);
