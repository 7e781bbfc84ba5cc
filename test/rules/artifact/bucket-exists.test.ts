import { bucketExists } from '../../../rules/artifact/bucket-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { bucket } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

const at = (modelDataUrl: string) => ({ ...serverless(), modelDataUrl });

testRule(bucketExists, {
  target: at('s3://churn-models/churn/model.tar.gz'),
  pass: { 'it is there': { bucket: present(bucket()) }, 'in another Region': { bucket: present(bucket({ region: 'eu-west-1' })) } },
  fail: { 'no such bucket': { bucket: absent }, 'no address of S3': { target: at('ftp://churn'), bucket: undefined } },
  cannotTell: {
    'an access point': { target: at('s3://arn:aws:s3:us-east-1:123456789012:accesspoint/models/model.tar.gz'), bucket: undefined },
    'an access point alias': { target: at('s3://models-abc123-s3alias/model.tar.gz'), bucket: undefined },
    'a directory bucket': { target: at('s3://models--use1-az4--x-s3/model.tar.gz'), bucket: undefined },
  },
  notApplicable: { 'no artifact': { target: without('modelDataUrl') } },
});
