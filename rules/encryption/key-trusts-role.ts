import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, noted, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { withRoleAndKey } from '../../src/reason/applicability.ts';
import { judgeDenied } from '../../src/reason/permission/judge-answers.ts';
import { keyUseNeeds, keyUseOf, keyUseWants } from '../../src/reason/permission/key-use.ts';

/** Seeing a key is not using it. */
const DESCRIBE = 'kms:DescribeKey';

export const keyTrustsRole = defineRule({
  id: 'encryption/key-trusts-role',
  title: 'The KMS key lets the execution role use it',
  severity: 'error',
  basis: 'documented',
  why: 'The key policy must give the endpoint’s role access to the key, itself, by leaving it to IAM policies that grant it, or by a grant; nobody has access to a key by default.',
  fix: 'Add a statement for the role to the key policy, or let the account decide by IAM and grant the role the key operations.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints-prerequisites.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
  ],
  predicts: ['is not authorized to perform: kms:', 'The ciphertext refers to a customer master key that does not exist', 'KMSAccessDeniedException'],
  dependsOn: ['identity/role-exists', 'encryption/key-exists'],
  appliesTo: withRoleAndKey,
  needs: keyUseNeeds,
  wants: keyUseWants,
  judge: (facts, target) => {
    const { allowed, denied, open, notes } = keyUseOf(facts, target);
    if (allowed.some((action) => action !== DESCRIBE)) return noted(pass(`the role may ${allowed.join(', ')}`), notes);
    return isNonEmpty(open) ? cannotTell(...open) : judgeDenied('The role may not use the key', denied);
  },
});
