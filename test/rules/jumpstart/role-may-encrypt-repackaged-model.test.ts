import { roleMayEncryptRepackagedModel } from '../../../rules/jumpstart/role-may-encrypt-repackaged-model.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { delegating, key } from '../../support/facts.ts';
import { specified } from '../../support/jumpstart-facts.ts';
import { allow, asExecutionRole } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { KEY, serverless } from '../../support/targets.ts';

const USES = ['kms:GenerateDataKey', 'kms:Decrypt'];
const held = { keys: [present(key()), present(key())], keyPolicies: [present(delegating()), present(delegating())], grants: [absent, absent] };
const through = (service: string) => ({ StringEquals: { 'kms:ViaService': `${service}.us-east-1.amazonaws.com` } });

testRule(roleMayEncryptRepackagedModel, {
  target: specified({ repackaged: true }, { outputPath: 's3://churn-models/jumpstart', kmsKeyId: KEY }),
  pass: {
    both: { ...asExecutionRole(allow(USES, KEY)), ...held },
    'through S3 only': { ...asExecutionRole(allow(USES, KEY, through('s3'))), ...held },
  },
  fail: {
    'it may decrypt only': { ...asExecutionRole(allow('kms:Decrypt', KEY)), ...held },
    'through SageMaker only': { ...asExecutionRole(allow(USES, KEY, through('sagemaker'))), ...held },
  },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'no key': { target: specified({ repackaged: true }, { outputPath: 's3://churn-models/jumpstart' }) },
  },
});
