import { SHARED_MESSAGES } from '../../src/data/messages.ts';
import { readObjects } from '../../src/data/permissions/storage.ts';
import { addressesFor, withRoleAndPlace } from '../../src/reason/addresses.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const roleMayReadInputs = permissionRule(
  {
    id: 'identity/role-may-read-inputs',
    title: 'The execution role may read the training data',
    severity: 'error',
    basis: 'documented',
    why: 'SageMaker downloads the input channels and any checkpoint as this role; a denial ends the job after the instances have started.',
    fix: 'Grant the role s3:GetObject on the objects below the prefixes of the channels.',
    docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html'],
    predicts: ['Data download failed', SHARED_MESSAGES.readRefused, 'is not authorized to perform: s3:GetObject'],
    dependsOn: ['identity/role-exists', 'artifact/bucket-exists'],
    appliesTo: withRoleAndPlace('the plan names no execution role or no training data', 'training-input', 'checkpoint'),
  },
  readObjects(addressesFor('training-input', 'checkpoint')),
);
