import { modelDataIsOneArchive } from '../../../rules/endpoint/model-data-is-one-archive.ts';
import { unknown } from '../../../src/model/fact.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const REFUSED = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeModel'] });

testRule(modelDataIsOneArchive, {
  target: serverless(),
  pass: { 'nothing named': {} },
  fail: { 'a prefix': { target: { ...serverless(), modelDataSource: { s3Uri: 's3://b/p/', s3DataType: 'S3Prefix', compressionType: 'None' } } } },
  cannotTell: { 'what is deployed could not be read': { target: { ...serverless(), unresolved: { modelDataSource: REFUSED } } } },
});
