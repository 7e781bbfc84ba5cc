import { roleMayReadInputs } from '../../../rules/identity/role-may-read-inputs.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { bucket, policy } from '../../support/facts.ts';
import { allow, asExecutionRole } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStartTraining, serverless } from '../../support/targets.ts';

const there = { buckets: [present(bucket())], bucketPolicies: [absent] };
const denied = policy('bucket', { Effect: 'Deny', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::churn-models/train/*' });

testRule(roleMayReadInputs, {
  target: jumpStartTraining(),
  pass: {
    'what is asked': { ...asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::churn-models/train/*')), ...there },
    everything: { ...asExecutionRole(allow('s3:*')), ...there },
  },
  fail: {
    nothing: { ...asExecutionRole(), ...there },
    'another prefix': { ...asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::churn-models/output/*')), ...there },
    'the bucket denies it': { ...asExecutionRole(allow('s3:*')), ...there, bucketPolicies: [present(denied)] },
  },
  notApplicable: { 'nothing is trained': { target: serverless() } },
});
