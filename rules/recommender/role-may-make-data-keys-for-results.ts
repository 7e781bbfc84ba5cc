import { useKeys } from '../../src/data/permissions/use-key.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { keyIdsFor, withRoleAndKeyFor } from '../../src/reason/purposes.ts';

const SOURCE = 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobOutputConfig.html';

export const roleMayMakeDataKeysForResults = permissionRule(
  {
    id: 'recommender/role-may-make-data-keys-for-results',
    title: 'The execution role may make data keys from the key of the job’s output',
    severity: 'error',
    basis: 'documented',
    why: 'The results of the job are encrypted with OutputConfig.KmsKeyId, for which its role needs kms:GenerateDataKey.',
    fix: 'Allow kms:GenerateDataKey to the execution role, in its policies or in the key’s.',
    docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobOutputConfig.html'],
    predicts: ['is not authorized to perform: kms:GenerateDataKey'],
    dependsOn: ['identity/role-exists', 'encryption/key-exists'],
    appliesTo: withRoleAndKeyFor('this job names no key for its output (outputKmsKeyId), or no execution role', 'recommender-output'),
  },
  [useKeys(keyIdsFor('recommender-output'), { who: 'execution-role', action: 'kms:GenerateDataKey', source: SOURCE })],
);
