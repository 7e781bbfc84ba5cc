import { roleMayGrantVolumeKey } from '../../../rules/recommender/role-may-grant-volume-key.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { delegating, key, policy } from '../../support/facts.ts';
import type { Statement } from '../../support/permission-rows.ts';
import { allow, asExecutionRole } from '../../support/permission-rows.ts';
import { lacking } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { KEY, ROLE, recommender, serverless } from '../../support/targets.ts';

const ACTION = 'kms:CreateGrant';
const on = (source: ReturnType<typeof policy>, ...statements: readonly Statement[]) => ({
  ...asExecutionRole(...statements),
  keys: [present(key())],
  keyPolicies: [present(source)],
  grants: [absent],
});

testRule(roleMayGrantVolumeKey, {
  target: recommender({ volumeKmsKeyId: KEY }),
  pass: {
    'by its own policies': on(delegating(), allow(ACTION, KEY)),
    'for services only': on(delegating(), allow(ACTION, KEY, { Bool: { 'kms:GrantIsForAWSResource': 'true' } })),
    'by the key’s policy': on(policy('key', { Effect: 'Allow', Principal: { AWS: ROLE }, Action: ACTION, Resource: '*' })),
  },
  fail: { nothing: on(delegating()), 'decryption only': on(delegating(), allow('kms:Decrypt', KEY)) },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'a key for another purpose': { target: recommender({ outputKmsKeyId: KEY }) },
    'no role': { target: { ...lacking('executionRoleArn'), volumeKmsKeyId: KEY } },
  },
});
