import { writeObjects } from '../../src/data/permissions/storage.ts';
import { addressesFor, withRoleAndPlace } from '../../src/reason/addresses.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

const OUTPUTS = ['training-output', 'checkpoint', 'repackaged-model', 'compiled-model'] as const;

export const roleMayWriteOutput = permissionRule(
  {
    id: 'identity/role-may-write-output',
    title: 'The execution role may write where the plan’s results go',
    severity: 'error',
    basis: 'documented',
    why: 'SageMaker uploads models, checkpoints and repackaged archives as this role; a denial ends the job when its work is done.',
    fix: 'Grant the role s3:PutObject on the objects below the output path.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
      'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputDataConfig.html',
    ],
    predicts: ['Artifact upload failed', 'is not authorized to perform: s3:PutObject'],
    dependsOn: ['identity/role-exists', 'artifact/bucket-exists'],
    appliesTo: withRoleAndPlace('the plan names no execution role or no output path', ...OUTPUTS),
  },
  writeObjects(addressesFor(...OUTPUTS)),
);
