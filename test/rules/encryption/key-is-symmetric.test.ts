import { keyIsSymmetric } from '../../../rules/encryption/key-is-symmetric.ts';
import { present } from '../../../src/model/fact.ts';
import { key } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

testRule(keyIsSymmetric, {
  target: serverless(),
  pass: { symmetric: { keys: [present(key())] } },
  fail: {
    'a key pair for encryption': { keys: [present(key({ spec: 'RSA_2048' }))] },
    'a key for signing': { keys: [present(key({ spec: 'ECC_NIST_P256', usage: 'SIGN_VERIFY' }))] },
    'a key for MACs': { keys: [present(key({ spec: 'HMAC_256', usage: 'GENERATE_VERIFY_MAC' }))] },
    'a Chinese key pair': { keys: [present(key({ spec: 'SM2' }))] },
  },
  notApplicable: { 'no key': { target: without('kmsKeyId') } },
});
