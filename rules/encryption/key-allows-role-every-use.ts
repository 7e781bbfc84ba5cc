import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, noted, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { withRoleAndKey } from '../../src/reason/applicability.ts';
import { judgeDenied } from '../../src/reason/permission/judge-answers.ts';
import { keyUseNeeds, keyUseOf, keyUseWants } from '../../src/reason/permission/key-use.ts';

export const keyAllowsRoleEveryUse = defineRule({
  id: 'encryption/key-allows-role-every-use',
  title: 'The KMS key lets the execution role do all that SageMaker does with customer keys',
  severity: 'warning',
  basis: 'inference',
  why: 'AWS says that the endpoint’s role needs the key, but not which operations; elsewhere SageMaker creates grants, describes the key, decrypts and generates data keys.',
  fix: 'Allow the missing operations to the role as well.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html',
  ],
  dependsOn: ['encryption/key-trusts-role'],
  appliesTo: withRoleAndKey,
  needs: keyUseNeeds,
  wants: keyUseWants,
  judge: (facts, target) => {
    const { allowed, denied, open, notes } = keyUseOf(facts, target);
    if (denied.length > 0) return judgeDenied(`The role may not ${denied.map(({ action }) => action).join(', ')}`, denied);
    return isNonEmpty(open) ? cannotTell(...open) : noted(pass(`the role may ${allowed.join(', ')}`), notes);
  },
});
