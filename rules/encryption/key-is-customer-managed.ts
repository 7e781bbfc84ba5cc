import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { withKey } from '../../src/reason/applicability.ts';
import { existingKey } from '../../src/reason/keys.ts';

export const keyIsCustomerManaged = defineRule({
  id: 'encryption/key-is-customer-managed',
  title: 'The KMS key of the endpoint configuration is managed by the customer',
  severity: 'warning',
  basis: 'inference',
  why: 'The policy of a key that AWS manages is fixed for one service, so it can give the endpoint’s role nothing and takes no grants of yours.',
  fix: 'Name a customer managed key.',
  docs: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
  ],
  dependsOn: ['encryption/key-exists'],
  appliesTo: withKey,
  needs: (target) => ({ key: existingKey(target) }),
  judge: ({ key: { value: key } }, { region, account }) => {
    if (key.manager === 'CUSTOMER') return pass(`${key.arn} is managed by the customer`);
    const evidence = { subject: key.arn, observed: 'managed by AWS', expected: 'a customer managed key', field: ['kmsKeyId'] };
    return fail('AWS manages this key', [evidence], [{ kind: 'create-key', region, account }]);
  },
});
