import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { distinctKeys, foundKeys, keyRequests, newKeyFor, withAnyKey } from '../../src/reason/keys.ts';
import { regionOfKey } from '../../src/reason/references.ts';

export const keyExists = defineRule({
  id: 'encryption/key-exists',
  title: 'The KMS keys that the plan names exist in this Region',
  severity: 'error',
  basis: 'documented',
  why: 'A key id or alias is looked up in the Region of the call; SageMaker refuses one that names nothing, at once or when it first needs the key.',
  fix: 'Create the key or alias in this Region, or name one that is there.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html',
  ],
  predicts: ['NotFoundException: Invalid keyId', 'Alias arn is not found'],
  appliesTo: withAnyKey,
  needs: (target) => ({ keys: keyRequests(target) }),
  judge: ({ keys }, target) => {
    const { region } = target;
    const evidence = distinctKeys(target).flatMap(({ keyId, field }, place) => {
      const named = regionOfKey(keyId) ?? region;
      if (named !== region) return [{ subject: keyId, field, observed: `it is in ${named}`, expected: `a key in ${region}` }];
      return keys[place]?.state === 'absent' ? [{ subject: keyId, field, observed: `${region} knows no key under ${keyId}` }] : [];
    });
    if (isNonEmpty(evidence)) return fail(`${evidence.map(({ observed }) => observed).join('; ')}`, evidence, [newKeyFor(target, evidence)]);
    return pass(
      `${foundKeys(target, keys)
        .map(({ key }) => `${key.arn} exists`)
        .join('; ')}`,
    );
  },
});
