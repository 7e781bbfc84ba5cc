import { listBuckets, readObjects } from '../../src/data/permissions/storage.ts';
import { addressesFor, withRoleAndPlace } from '../../src/reason/addresses.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const roleMayReadModelFiles = permissionRule(
  {
    id: 'jumpstart/role-may-read-model-files',
    title: 'The execution role may list and read the files of the model',
    severity: 'error',
    basis: 'documented',
    why: 'An uncompressed model is many files below a prefix of the plan’s bucket, which SageMaker lists and reads as this role.',
    fix: 'Grant the role s3:GetObject below the prefix, and s3:ListBucket on the bucket itself.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
      'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html',
    ],
    predicts: ['Could not access model data at'],
    dependsOn: ['identity/role-exists', 'artifact/bucket-exists'],
    appliesTo: withRoleAndPlace('the plan names no execution role, or no prefix of its own with a model in it', 'model-prefix'),
  },
  [...readObjects(addressesFor('model-prefix')), ...listBuckets(addressesFor('model-prefix'))],
);
