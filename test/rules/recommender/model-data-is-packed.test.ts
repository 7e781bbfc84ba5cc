import { modelDataIsPacked } from '../../../rules/recommender/model-data-is-packed.ts';
import { unknown } from '../../../src/model/fact.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(modelDataIsPacked, {
  target: recommender(),
  pass: { 'one archive': {} },
  fail: {
    'a prefix': { target: recommender({ modelDataSource: { s3Uri: 's3://churn-models/churn/', s3DataType: 'S3Prefix', compressionType: 'None' } }) },
    'a source of which no more is said': { target: recommender({ modelDataSource: { s3Uri: 's3://churn-models/churn/' } }) },
  },
  cannotTell: { 'the package could not be read': { target: recommender({ unresolved: { modelDataSource: unknown('access-denied', 'x') } }) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
