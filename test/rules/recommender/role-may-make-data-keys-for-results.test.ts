import { roleMayMakeDataKeysForResults } from '../../../rules/recommender/role-may-make-data-keys-for-results.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { delegating, key, policy } from '../../support/facts.ts';
import type { Statement } from '../../support/permission-rows.ts';
import { allow, asExecutionRole } from '../../support/permission-rows.ts';
import { lacking } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { KEY, ROLE, recommender, serverless } from '../../support/targets.ts';

const ACTION = 'kms:GenerateDataKey';
const on = (source: ReturnType<typeof policy>, ...statements: readonly Statement[]) => ({
  ...asExecutionRole(...statements),
  keys: [present(key())],
  keyPolicies: [present(source)],
  grants: [absent],
});

testRule(roleMayMakeDataKeysForResults, {
  target: recommender({ outputKmsKeyId: KEY }),
  pass: {
    'by its own policies': on(delegating(), allow(ACTION, KEY)),
    'by the key’s policy': on(policy('key', { Effect: 'Allow', Principal: { AWS: ROLE }, Action: ACTION, Resource: '*' })),
  },
  fail: { nothing: on(delegating()), 'decryption only': on(delegating(), allow('kms:Decrypt', KEY)) },
  cannotTell: {
    'through one service only, which AWS does not name': on(
      delegating(),
      allow(ACTION, KEY, { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } }),
    ),
  },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'a key for another purpose': { target: recommender({ volumeKmsKeyId: KEY }) },
    'no role': { target: { ...lacking('executionRoleArn'), outputKmsKeyId: KEY } },
  },
});
