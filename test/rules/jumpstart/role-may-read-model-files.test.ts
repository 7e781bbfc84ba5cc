import { roleMayReadModelFiles } from '../../../rules/jumpstart/role-may-read-model-files.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { bucket } from '../../support/facts.ts';
import { below, CONTENT_PREFIX } from '../../support/jumpstart-facts.ts';
import { allow, asExecutionRole } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const there = { buckets: [present(bucket()), present(bucket())], bucketPolicies: [absent, absent] };

const packed = below('', { modelDataSource: { s3Uri: 's3://churn-models/model.tar.gz', s3DataType: 'S3Object', compressionType: 'Gzip' } });

testRule(roleMayReadModelFiles, {
  target: below('s3://churn-models/llama/'),
  pass: {
    both: { ...asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::churn-models/llama/*'), allow('s3:ListBucket', 'arn:aws:s3:::churn-models')), ...there },
    'the one object, where the source is one': {
      target: packed,
      ...asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::churn-models/model.tar.gz'), allow('s3:ListBucket')),
      ...there,
    },
  },
  fail: {
    'it may not list': { ...asExecutionRole(allow('s3:GetObject')), ...there },
    'it may not read': { ...asExecutionRole(allow('s3:ListBucket')), ...there },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'a model of AWS’s own': { target: below(CONTENT_PREFIX) } },
});
