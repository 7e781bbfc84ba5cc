import { contentIsOfThisRegion } from '../../../rules/jumpstart/content-is-of-this-region.ts';
import { CONTENT, CONTENT_PREFIX } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, jumpStartTraining, serverless } from '../../support/targets.ts';

testRule(contentIsOfThisRegion, {
  target: jumpStart({ modelDataUrl: CONTENT }),
  pass: {
    'its own': {},
    'the gated bucket': { target: jumpStart({ modelDataSource: { s3Uri: CONTENT_PREFIX } }) },
  },
  fail: {
    'another Region’s': { target: jumpStart({ modelDataUrl: CONTENT, region: 'us-west-2' }) },
    'of a Region whose name begins alike': { target: jumpStart({ modelDataUrl: CONTENT, region: 'us-east-11' }) },
    'optimised models of another Region': { target: jumpStart({ modelDataUrl: 's3://sagemaker-sd-models-prod-eu-west-1/model.tar.gz' }) },
    'training data': { target: jumpStartTraining({ trainingJob: { inputs: ['s3://jumpstart-cache-prod-eu-west-1/training/'] } }) },
  },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'an artifact of one’s own': { target: jumpStart({ modelDataUrl: 's3://churn-models/model.tar.gz' }) },
  },
});
