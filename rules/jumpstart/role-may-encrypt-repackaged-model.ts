import { ENCRYPT_REPACKAGED_MODEL } from '../../src/data/permissions/jumpstart.ts';
import { repackagesUnderKey } from '../../src/reason/jumpstart.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const roleMayEncryptRepackagedModel = permissionRule(
  {
    id: 'jumpstart/role-may-encrypt-repackaged-model',
    title: 'The execution role may encrypt and read the repackaged model with the plan’s key',
    severity: 'warning',
    basis: 'documented',
    why: 'The one key of a JumpStart plan encrypts the repackaged model in S3 as well as the volume, so that it must let the role make data keys and decrypt through S3.',
    fix: 'Allow kms:GenerateDataKey and kms:Decrypt to the execution role, in its policies or in the key’s.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
    ],
    predicts: ['is not authorized to perform: kms:GenerateDataKey'],
    dependsOn: ['identity/role-exists', 'encryption/key-exists'],
    appliesTo: repackagesUnderKey,
  },
  ENCRYPT_REPACKAGED_MODEL,
);
