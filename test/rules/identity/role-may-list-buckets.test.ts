import { roleMayListBuckets } from '../../../rules/identity/role-may-list-buckets.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { bucket, policy } from '../../support/facts.ts';
import { allow, asExecutionRole } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStartTraining, without } from '../../support/targets.ts';

const there = { buckets: [present(bucket())], bucketPolicies: [absent] };
const denied = policy('bucket', { Effect: 'Deny', Principal: '*', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::churn-models' });

testRule(roleMayListBuckets, {
  target: jumpStartTraining(),
  pass: {
    'what is asked': { ...asExecutionRole(allow('s3:ListBucket', 'arn:aws:s3:::churn-models')), ...there },
    everything: { ...asExecutionRole(allow('s3:*')), ...there },
  },
  fail: {
    nothing: { ...asExecutionRole(), ...there },
    'on the objects, which is another resource': { ...asExecutionRole(allow('s3:ListBucket', 'arn:aws:s3:::churn-models/*')), ...there },
    'the bucket denies it': { ...asExecutionRole(allow('s3:*')), ...there, bucketPolicies: [present(denied)] },
  },
  notApplicable: { 'no bucket': { target: without('modelDataUrl') } },
});
