import { KEY_ACTIONS_OF_CALLER } from '../../src/data/permissions/recommend.ts';
import { useKeys } from '../../src/data/permissions/use-key.ts';
import type { IamAction } from '../../src/model/words.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { keyIdsFor } from '../../src/reason/purposes.ts';
import { jobWithDeployerAndKeys } from '../../src/reason/recommendation.ts';

const SOURCE = 'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html';

// Grants are made by SageMaker; through which service the rest goes AWS does not say.
const throughService = (action: IamAction) => (action === 'kms:CreateGrant' ? { via: 'sagemaker' } : {});

export const deployerMayUseKeys = permissionRule(
  {
    id: 'recommender/deployer-may-use-keys',
    title: 'The deployer may use the KMS keys that the job names',
    severity: 'error',
    basis: 'documented',
    why: 'For a job with keys, whoever creates it needs kms:CreateGrant, kms:Decrypt, kms:DescribeKey and kms:GenerateDataKey on them.',
    fix: 'Allow the four actions to the deployer, by its own policies or in the key’s.',
    docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html'],
    predicts: ['is not authorized to perform: kms:CreateGrant on resource'],
    dependsOn: ['identity/deployer-exists', 'encryption/key-exists'],
    appliesTo: jobWithDeployerAndKeys,
  },
  KEY_ACTIONS_OF_CALLER.map((action) =>
    useKeys(keyIdsFor('recommender-volume', 'recommender-output'), { who: 'deployer', action, ...throughService(action), source: SOURCE }),
  ),
);
