import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { existingKeys, foundKeys, newKeyFor, withAnyKey } from '../../src/reason/keys.ts';

// In the Regions of China the same name stands for a 128-bit SM4 key: https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html
const SPEC = 'SYMMETRIC_DEFAULT';
const USAGE = 'ENCRYPT_DECRYPT';

export const keyIsSymmetric = defineRule({
  id: 'encryption/key-is-symmetric',
  title: 'The KMS keys of the plan are symmetric encryption keys',
  severity: 'error',
  basis: 'documented',
  why: 'Storage is encrypted with data keys, which KMS makes only from symmetric keys for encryption; keys for signing, for MACs and key pairs are refused.',
  fix: 'Name a key of spec SYMMETRIC_DEFAULT and usage ENCRYPT_DECRYPT; neither can be changed on a key that exists.',
  docs: [
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html',
  ],
  predicts: ['InvalidKeyUsageException', 'key usage is SIGN_VERIFY which is not valid for'],
  dependsOn: ['encryption/key-exists'],
  appliesTo: withAnyKey,
  needs: (target) => ({ keys: existingKeys(target) }),
  judge: ({ keys }, target) => {
    const evidence = foundKeys(target, keys)
      .filter(({ key }) => key.spec !== SPEC || key.usage !== USAGE)
      .map(({ key, planned }) => ({ subject: key.arn, observed: `${key.spec}, ${key.usage}`, expected: `${SPEC}, ${USAGE}`, field: planned.field }));
    return isNonEmpty(evidence)
      ? fail('The key cannot make data keys', evidence, [newKeyFor(target, evidence)])
      : pass(`symmetric: ${keys.map(({ value }) => value.arn).join(', ')}`);
  },
});
