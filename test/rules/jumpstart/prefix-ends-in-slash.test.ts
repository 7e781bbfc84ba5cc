import { prefixEndsInSlash } from '../../../rules/jumpstart/prefix-ends-in-slash.ts';
import { below, CONTENT_PREFIX } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, serverless } from '../../support/targets.ts';

testRule(prefixEndsInSlash, {
  target: below('s3://churn-models/llama/'),
  pass: { 'it does': {}, 'AWS’s own': { target: below(CONTENT_PREFIX) } },
  fail: { 'it does not': { target: below('s3://churn-models/llama') } },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'one object': { target: jumpStart({ modelDataSource: { s3Uri: 's3://churn-models/model.tar.gz', s3DataType: 'S3Object' } }) },
  },
});
