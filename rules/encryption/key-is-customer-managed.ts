import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { existingKeys, foundKeys, newKeyFor, withAnyKey } from '../../src/reason/keys.ts';

export const keyIsCustomerManaged = defineRule({
  id: 'encryption/key-is-customer-managed',
  title: 'The KMS keys of the plan are managed by the customer',
  severity: 'warning',
  basis: 'inference',
  why: 'The policy of a key that AWS manages is fixed for one service, so it can give the execution role nothing and takes no grants of yours.',
  fix: 'Name a customer managed key.',
  docs: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
  ],
  dependsOn: ['encryption/key-exists'],
  onlyBeforehand: true,
  appliesTo: withAnyKey,
  needs: (target) => ({ keys: existingKeys(target) }),
  judge: ({ keys }, target) => {
    const evidence = foundKeys(target, keys)
      .filter(({ key }) => key.manager !== 'CUSTOMER')
      .map(({ key, planned }) => ({ subject: key.arn, observed: 'managed by AWS', expected: 'a customer managed key', field: planned.field }));
    return isNonEmpty(evidence)
      ? fail('AWS manages this key', evidence, [newKeyFor(target, evidence)])
      : pass(`managed by the customer: ${keys.map(({ value }) => value.arn).join(', ')}`);
  },
});
