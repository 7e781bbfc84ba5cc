import { bucketExists } from '../../../rules/artifact/bucket-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { bucket } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

const at = (modelDataUrl: string) => ({ ...serverless(), modelDataUrl });

testRule(bucketExists, {
  target: at('s3://churn-models/churn/model.tar.gz'),
  pass: { 'it is there': { buckets: [present(bucket())] }, 'in another Region': { buckets: [present(bucket({ region: 'eu-west-1' }))] } },
  fail: { 'no such bucket': { buckets: [absent] }, 'no address of S3': { target: at('ftp://churn'), buckets: [] } },
  cannotTell: {
    'an access point': { target: at('s3://arn:aws:s3:us-east-1:123456789012:accesspoint/models/model.tar.gz'), buckets: [] },
    'an access point alias': { target: at('s3://models-abc123-s3alias/model.tar.gz'), buckets: [] },
    'a directory bucket': { target: at('s3://models--use1-az4--x-s3/model.tar.gz'), buckets: [] },
  },
  notApplicable: { 'no artifact': { target: without('modelDataUrl') } },
});
