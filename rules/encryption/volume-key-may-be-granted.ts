import { useKeys } from '../../src/data/permissions/use-key.ts';
import { defineRule } from '../../src/model/rule.ts';
import type { AskedBy } from '../../src/reason/permission/either-actor.ts';
import { eitherNeeds, eitherWants, judgeEither } from '../../src/reason/permission/either-actor.ts';
import { keyIdsFor, withRoleAndKeyFor } from '../../src/reason/purposes.ts';

const SOURCE = 'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html';
const CREATE_GRANT: AskedBy = (who) => [useKeys(keyIdsFor('training-volume'), { who, action: 'kms:CreateGrant', via: 'sagemaker', source: SOURCE })];

export const volumeKeyMayBeGranted = defineRule({
  id: 'encryption/volume-key-may-be-granted',
  title: 'The execution role, or else the deployer, may create a grant on the key of the training volume',
  severity: 'error',
  basis: 'documented',
  why: 'The storage of training instances is encrypted through a grant on the key, which SageMaker makes as the execution role, or as whoever creates the job.',
  fix: 'Allow kms:CreateGrant to the execution role, in its policies or in the key’s, best under kms:GrantIsForAWSResource.',
  docs: [SOURCE, 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html', 'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html'],
  predicts: ['is not authorized to perform: kms:CreateGrant on resource'],
  dependsOn: ['identity/role-exists', 'identity/deployer-exists', 'encryption/key-exists'],
  appliesTo: withRoleAndKeyFor('the plan names no execution role, or no key for a training volume', 'training-volume'),
  needs: (target) => eitherNeeds(CREATE_GRANT, target),
  wants: (target) => eitherWants(CREATE_GRANT, target),
  judge: (facts, target) => judgeEither(CREATE_GRANT, facts, target),
});
