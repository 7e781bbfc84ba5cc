import { roleMayReadPayload } from '../../../rules/recommender/role-may-read-payload.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { bucket, delegating, key, object } from '../../support/facts.ts';
import type { Statement } from '../../support/permission-rows.ts';
import { allow, asExecutionRole } from '../../support/permission-rows.ts';
import { lacking, notSaying } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { KEY, recommender, serverless } from '../../support/targets.ts';

const PAYLOAD = 'arn:aws:s3:::churn-models/churn/payload.tar.gz';
const on = (...statements: readonly Statement[]) => ({
  ...asExecutionRole(...statements),
  buckets: [present(bucket())],
  bucketPolicies: [absent],
  encrypted: [present(object())],
  keys: [absent],
  keyPolicies: [absent],
  grants: [absent],
});
const encrypted = (...statements: readonly Statement[]) => ({
  ...on(...statements),
  encrypted: [present(object({ encryption: 'aws:kms', kmsKeyId: KEY }))],
  keys: [present(key())],
  keyPolicies: [present(delegating())],
});

testRule(roleMayReadPayload, {
  target: recommender(),
  pass: {
    'an object of S3’s own encryption': on(allow('s3:GetObject', PAYLOAD)),
    'an encrypted one': encrypted(allow('s3:GetObject', PAYLOAD), allow('kms:Decrypt', KEY)),
  },
  fail: {
    nothing: on(),
    'the artifact only': on(allow('s3:GetObject', 'arn:aws:s3:::churn-models/churn/model.tar.gz')),
    'the object, but not its key': encrypted(allow('s3:GetObject', PAYLOAD)),
  },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'no payload': { target: notSaying('samplePayloadUrl') },
    'no role': { target: lacking('executionRoleArn') },
  },
});
