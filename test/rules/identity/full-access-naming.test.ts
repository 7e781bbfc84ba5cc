import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { roleMayReadArtifact } from '../../../rules/identity/role-may-read-artifact.ts';
import { absent, present } from '../../../src/model/fact.ts';
import type { AppliedPolicy } from '../../../src/model/facts/iam.ts';
import { bucket, identity, object } from '../../support/facts.ts';
import { asExecutionRole } from '../../support/permission-rows.ts';
import { judged } from '../../support/rule.ts';
import { ROLE, serverless } from '../../support/targets.ts';

const text = readFileSync(new URL('../../data/AmazonSageMakerFullAccess-v29.json', import.meta.url), 'utf8');
const arn = 'arn:aws:iam::aws:policy/AmazonSageMakerFullAccess';
const fullAccess: AppliedPolicy = {
  kind: 'managed',
  name: 'AmazonSageMakerFullAccess',
  arn,
  document: present({ kind: 'managed', name: 'AmazonSageMakerFullAccess', arn, text }),
};

const reading = (modelDataUrl: string) => {
  const [name = ''] = modelDataUrl.slice('s3://'.length).split('/');
  const row = {
    ...asExecutionRole(),
    rolePolicies: present({ ...identity(ROLE), policies: [fullAccess] }),
    buckets: [present(bucket({ name }))],
    bucketPolicies: [absent],
    encrypted: [present(object())],
    keys: [absent],
    keyPolicies: [absent],
    grants: [absent],
  };
  return judged(roleMayReadArtifact, serverless({ modelDataUrl }), row);
};

// The managed policy reads objects whose address holds the word, and elsewhere those that carry a tag, which nobody told us of.
describe('a role with AmazonSageMakerFullAccess', () => {
  test.each(['s3://my-sagemaker-bucket/churn/model.tar.gz', 's3://churn-models/sagemaker/model.tar.gz'])('reads %s', (address) => {
    expect(reading(address)).toMatchObject({ outcome: 'pass' });
  });
  test.each(['s3://churn-models/churn/model.tar.gz', 's3://my-SAGEMAKER-bucket/model.tar.gz'])('reads %s only if it is tagged', (address) => {
    expect(reading(address)).toMatchObject({
      outcome: 'cannot-tell',
      because: [{ reason: 'context', missing: expect.arrayContaining([expect.stringMatching(/^s3:ExistingObjectTag\//)]) }],
    });
  });
});
