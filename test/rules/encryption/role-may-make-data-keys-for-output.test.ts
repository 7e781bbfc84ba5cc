import { roleMayMakeDataKeysForOutput } from '../../../rules/encryption/role-may-make-data-keys-for-output.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { delegating, key, policy } from '../../support/facts.ts';
import type { Statement } from '../../support/permission-rows.ts';
import { allow, asExecutionRole } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStartTraining, KEY, ROLE, serverless } from '../../support/targets.ts';

const ACTION = 'kms:GenerateDataKey';
const target = jumpStartTraining({ trainingJob: { outputDataConfig: { s3OutputPath: 's3://churn-models/output', kmsKeyId: KEY } } });
const on = (source: ReturnType<typeof policy>, ...statements: readonly Statement[]) => ({
  ...asExecutionRole(...statements),
  keys: [present(key())],
  keyPolicies: [present(source)],
  grants: [absent],
});
const through = (service: string) => allow(ACTION, KEY, { StringEquals: { 'kms:ViaService': `${service}.us-east-1.amazonaws.com` } });

testRule(roleMayMakeDataKeysForOutput, {
  target,
  pass: {
    'by its own policies': on(delegating(), allow(ACTION, KEY)),
    'through S3 only': on(delegating(), through('s3')),
    'by the key’s policy': on(policy('key', { Effect: 'Allow', Principal: { AWS: ROLE }, Action: ACTION, Resource: '*' })),
  },
  fail: {
    nothing: on(delegating()),
    'decryption only': on(delegating(), allow('kms:Decrypt', KEY)),
    'through another service only': on(delegating(), through('ec2')),
  },
  notApplicable: { 'nothing is trained': { target: serverless() }, 'no key': { target: jumpStartTraining() } },
});
