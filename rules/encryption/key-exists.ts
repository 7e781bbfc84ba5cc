import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { withKey } from '../../src/reason/applicability.ts';
import { regionOfKey } from '../../src/reason/references.ts';
import { plannedKey } from '../../src/reason/requests.ts';

export const keyExists = defineRule({
  id: 'encryption/key-exists',
  title: 'The KMS key of the endpoint configuration exists in this Region',
  severity: 'error',
  basis: 'documented',
  why: 'A key id or alias is looked up in the Region of the call; CreateEndpointConfig refuses one that names nothing.',
  fix: 'Create the key or alias in the endpoint’s Region, or name one that is there.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html',
  ],
  predicts: ['NotFoundException: Invalid keyId', 'Alias arn is not found'],
  appliesTo: withKey,
  needs: (target) => ({ key: plannedKey(target) }),
  judge: ({ key }, target) => {
    const { kmsKeyId, region, account } = target;
    const evidence = { subject: kmsKeyId, field: ['kmsKeyId'] };
    const named = regionOfKey(kmsKeyId) ?? region;
    if (named !== region)
      return fail(
        `The key is in ${named}, the endpoint in ${region}`,
        [{ ...evidence, observed: named, expected: region }],
        [{ kind: 'create-key', region, account }],
      );
    if (key.state === 'absent')
      return fail('There is no such key', [{ ...evidence, observed: `${region} knows no key under ${kmsKeyId}` }], [{ kind: 'create-key', region, account }]);
    return pass(`${key.value.arn} exists`);
  },
});
