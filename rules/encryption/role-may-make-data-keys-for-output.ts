import { useKeys } from '../../src/data/permissions/use-key.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { keyIdsFor, withRoleAndKeyFor } from '../../src/reason/purposes.ts';

const SOURCE = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html';

export const roleMayMakeDataKeysForOutput = permissionRule(
  {
    id: 'encryption/role-may-make-data-keys-for-output',
    title: 'The execution role may make data keys from the key of the training output',
    severity: 'warning',
    basis: 'inference',
    why: 'S3 asks for kms:GenerateDataKey of whoever uploads under a key; AWS’s page on training roles lists kms:Encrypt only.',
    fix: 'Allow kms:GenerateDataKey to the execution role as well, in its policies or in the key’s.',
    docs: [SOURCE, 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html'],
    predicts: ['is not authorized to perform: kms:GenerateDataKey'],
    dependsOn: ['identity/role-exists', 'encryption/key-exists'],
    appliesTo: withRoleAndKeyFor('the plan names no execution role, or no key for training output', 'training-output'),
  },
  [useKeys(keyIdsFor('training-output'), { who: 'execution-role', action: 'kms:GenerateDataKey', via: 's3', source: SOURCE })],
);
