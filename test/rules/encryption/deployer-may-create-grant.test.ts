import { describe, expect, test } from '@jest/globals';
import { deployerMayCreateGrant } from '../../../rules/encryption/deployer-may-create-grant.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { delegating, key, policy } from '../../support/facts.ts';
import type { Statement } from '../../support/permission-rows.ts';
import { allow, asDeployer } from '../../support/permission-rows.ts';
import { judged, testRule } from '../../support/rule.ts';
import { DEPLOYER, KEY, serverless, without } from '../../support/targets.ts';

const target = serverless();
const GRANT = 'kms:CreateGrant';
type Statements = readonly Statement[];
const on = (source: ReturnType<typeof policy>, ...statements: Statements) => ({
  ...asDeployer(...statements),
  keys: [present(key())],
  keyPolicies: [present(source)],
  grants: [absent],
});
const delegated = (...statements: Statements) => on(delegating(), ...statements);
const direct = policy('key', { Effect: 'Allow', Principal: { AWS: DEPLOYER }, Action: 'kms:*', Resource: '*' });
const closed = policy('key', { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:role/Admin' }, Action: 'kms:*', Resource: '*' });
const through = (service: string) => allow(GRANT, KEY, { StringEquals: { 'kms:ViaService': `${service}.us-east-1.amazonaws.com` } });

testRule(deployerMayCreateGrant, {
  target,
  pass: {
    'by its own policies': delegated(allow(GRANT, KEY)),
    'by the key’s policy': on(direct),
    'for services of AWS only': delegated(allow(GRANT, KEY, { Bool: { 'kms:GrantIsForAWSResource': 'true' } })),
    'through SageMaker only': delegated(through('sagemaker')),
  },
  fail: {
    nothing: delegated(),
    'other uses of the key': delegated(allow(['kms:Decrypt', 'kms:DescribeKey'], KEY)),
    'the key leaves nothing to IAM': on(closed, allow(GRANT, KEY)),
    'on the alias, which is not the key': delegated(allow(GRANT, KEY.replace(/key\/.*/, 'alias/churn'))),
  },
  cannotTell: { 'through another service only': delegated(through('ec2')) },
  notApplicable: { 'no key': { target: without('kmsKeyId') }, 'no deployer': { target: without('deployer') } },
});

describe('what it says', () => {
  test('where AWS does not say through which service', () => {
    expect(judged(deployerMayCreateGrant, target, delegated(through('ec2')))).toMatchObject({ because: [{ reason: 'context', missing: ['kms:ViaService'] }] });
  });
});
