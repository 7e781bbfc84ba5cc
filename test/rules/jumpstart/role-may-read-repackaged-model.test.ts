import { roleMayReadRepackagedModel } from '../../../rules/jumpstart/role-may-read-repackaged-model.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { bucket } from '../../support/facts.ts';
import { specified } from '../../support/jumpstart-facts.ts';
import { allow, asExecutionRole } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStartTraining, serverless } from '../../support/targets.ts';

const there = { buckets: [present(bucket())], bucketPolicies: [absent] };

testRule(roleMayReadRepackagedModel, {
  target: specified({ repackaged: true }, { outputPath: 's3://churn-models/jumpstart' }),
  pass: { 'below the path': { ...asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::churn-models/jumpstart/*')), ...there } },
  fail: { 'it may write only': { ...asExecutionRole(allow('s3:PutObject')), ...there } },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'it is packed already': { target: specified({}, { outputPath: 's3://churn-models/jumpstart' }) },
    training: { target: jumpStartTraining() },
  },
});
