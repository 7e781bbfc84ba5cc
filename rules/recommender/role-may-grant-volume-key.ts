import { useKeys } from '../../src/data/permissions/use-key.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { keyIdsFor, withRoleAndKeyFor } from '../../src/reason/purposes.ts';

const SOURCE = 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobInputConfig.html';

export const roleMayGrantVolumeKey = permissionRule(
  {
    id: 'recommender/role-may-grant-volume-key',
    title: 'The execution role may create a grant on the key of the tested endpoints’ volumes',
    severity: 'error',
    basis: 'documented',
    why: 'With VolumeKmsKeyId the job fails while it creates an endpoint configuration, after it has begun, unless its role may create grants on that key.',
    fix: 'Allow kms:CreateGrant to the execution role, in its policies or in the key’s, best under kms:GrantIsForAWSResource.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobInputConfig.html',
      'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html',
    ],
    predicts: ['is not authorized to perform: kms:CreateGrant on resource'],
    dependsOn: ['identity/role-exists', 'encryption/key-exists'],
    appliesTo: withRoleAndKeyFor('this job names no key for volumes (volumeKmsKeyId), or no execution role', 'recommender-volume'),
  },
  [useKeys(keyIdsFor('recommender-volume'), { who: 'execution-role', action: 'kms:CreateGrant', via: 'sagemaker', source: SOURCE })],
);
