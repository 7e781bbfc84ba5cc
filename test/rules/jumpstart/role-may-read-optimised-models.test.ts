import { roleMayReadOptimisedModels } from '../../../rules/jumpstart/role-may-read-optimised-models.ts';
import { CONTENT } from '../../support/jumpstart-facts.ts';
import { allow, asExecutionRole } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, serverless } from '../../support/targets.ts';

testRule(roleMayReadOptimisedModels, {
  target: jumpStart({ modelDataUrl: CONTENT }),
  pass: { 'what is asked': asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::sagemaker-sd-models-prod-us-east-1/*')) },
  fail: { 'the JumpStart buckets only': asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::jumpstart-*')) },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'a Region that has none': {
      target: jumpStart({ region: 'eu-south-2', modelDataUrl: 's3://jumpstart-cache-prod-eu-south-2/model.tar.gz' }),
      ...asExecutionRole(),
    },
  },
});
