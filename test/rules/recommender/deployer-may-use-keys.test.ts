import { deployerMayUseKeys } from '../../../rules/recommender/deployer-may-use-keys.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { delegating, key } from '../../support/facts.ts';
import type { Statement } from '../../support/permission-rows.ts';
import { allow, asDeployer } from '../../support/permission-rows.ts';
import { lacking } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { KEY, recommender, serverless } from '../../support/targets.ts';

const FOUR = ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];
const target = recommender({ volumeKmsKeyId: KEY });
const on = (...statements: readonly Statement[]) => ({
  ...asDeployer(...statements),
  keys: FOUR.map(() => present(key())),
  keyPolicies: FOUR.map(() => present(delegating())),
  grants: FOUR.map(() => absent),
});

testRule(deployerMayUseKeys, {
  target,
  pass: {
    'the four': on(allow(FOUR, KEY)),
    'grants for services only': on(allow(FOUR.slice(1), KEY), allow('kms:CreateGrant', KEY, { Bool: { 'kms:GrantIsForAWSResource': 'true' } })),
  },
  fail: { nothing: on(), 'all but grants': on(allow(FOUR.slice(1), KEY)), 'all but data keys': on(allow(FOUR.slice(0, 3), KEY)) },
  cannotTell: {
    'through one service only, which AWS does not name': on(
      allow('kms:CreateGrant', KEY),
      allow(FOUR.slice(1), KEY, { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } }),
    ),
  },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'no key': { target: recommender() },
    'no deployer': { target: { ...lacking('deployer'), outputKmsKeyId: KEY } },
  },
});
