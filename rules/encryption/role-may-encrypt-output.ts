import { useKeys } from '../../src/data/permissions/use-key.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { keyIdsFor, withRoleAndKeyFor } from '../../src/reason/purposes.ts';

const SOURCE = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html';

export const roleMayEncryptOutput = permissionRule(
  {
    id: 'encryption/role-may-encrypt-output',
    title: 'The execution role may encrypt with the key of the training output',
    severity: 'error',
    basis: 'documented',
    why: 'SageMaker writes the job’s results under this key as the execution role; a denial ends the job when its work is done.',
    fix: 'Allow kms:Encrypt to the execution role, in its policies or in the key’s.',
    docs: [SOURCE, 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputDataConfig.html'],
    predicts: ['Artifact upload failed', 'is not authorized to perform: kms:Encrypt'],
    dependsOn: ['identity/role-exists', 'encryption/key-exists'],
    appliesTo: withRoleAndKeyFor('the plan names no execution role, or no key for training output', 'training-output'),
  },
  [useKeys(keyIdsFor('training-output'), { who: 'execution-role', action: 'kms:Encrypt', via: 's3', source: SOURCE })],
);
