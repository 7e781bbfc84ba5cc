import { volumeKeyMayBeGranted } from '../../../rules/encryption/volume-key-may-be-granted.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { delegating, deployerRole, identity, key } from '../../support/facts.ts';
import type { Statement } from '../../support/permission-rows.ts';
import { allow, asExecutionRole } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { DEPLOYER, jumpStartTraining, KEY, serverless } from '../../support/targets.ts';

const ACTION = 'kms:CreateGrant';
const target = jumpStartTraining({ trainingJob: { resourceConfig: { instanceType: 'ml.m5.xlarge', volumeKmsKeyId: KEY } } });
const { deployer: _, ...nobody } = target;
type Statements = readonly Statement[];
const noDeployer = { deployerRole: undefined, deployerUser: undefined, deployerRolePolicies: undefined, deployerUserPolicies: undefined };
const row = (ofRole: Statements, ofDeployer: Statements) => ({
  ...asExecutionRole(...ofRole),
  deployerRole: present(deployerRole()),
  deployerUser: undefined,
  deployerRolePolicies: present(identity(DEPLOYER, ...ofDeployer)),
  deployerUserPolicies: undefined,
  keys: [present(key())],
  keyPolicies: [present(delegating())],
  grants: [absent],
});
const forServices = allow(ACTION, KEY, { Bool: { 'kms:GrantIsForAWSResource': 'true' } });
const miscased = allow(ACTION, KEY, { StringEquals: { 'kms:ViaService': 'SageMaker.us-east-1.amazonaws.com' } });

testRule(volumeKeyMayBeGranted, {
  target,
  pass: {
    'the role may': row([forServices], []),
    'the deployer may': row([], [forServices]),
    'the role may, and no deployer is named': { target: nobody, ...row([forServices], []), ...noDeployer },
  },
  fail: {
    'neither may': row([], []),
    'the role may not, and no deployer is named': { target: nobody, ...row([], []), ...noDeployer },
    'a service name in capitals, which no request carries': row([miscased], [miscased]),
  },
  notApplicable: { 'nothing is trained': { target: serverless() }, 'no key': { target: jumpStartTraining() } },
});
