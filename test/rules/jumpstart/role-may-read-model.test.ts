import { roleMayReadModel } from '../../../rules/jumpstart/role-may-read-model.ts';
import { below, CONTENT, CONTENT_PREFIX, specified, withoutRole } from '../../support/jumpstart-facts.ts';
import { allow, asExecutionRole, deny } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, serverless } from '../../support/targets.ts';

const SCRIPT = 's3://jumpstart-cache-prod-us-east-1/scripts/sourcedir.tar.gz';
const training = specified({ script: SCRIPT }, { modelDataUrl: CONTENT, use: 'training', trainingJob: {} });

testRule(roleMayReadModel, {
  target: jumpStart({ modelDataUrl: CONTENT }),
  pass: {
    'what is asked': asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::jumpstart-cache-prod-us-east-1/*')),
    everything: asExecutionRole(allow('s3:*')),
    'the model and its script': {
      target: training,
      ...asExecutionRole(allow('s3:GetObject', ['arn:aws:s3:::jumpstart-cache-prod-us-east-1/models/*', 'arn:aws:s3:::*/sourcedir.tar.gz'])),
    },
    'files below a prefix': {
      target: below(CONTENT_PREFIX),
      ...asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::jumpstart-private-cache-prod-us-east-1/*')),
    },
    'in China': {
      target: jumpStart({ region: 'cn-north-1', modelDataUrl: 's3://jumpstart-cache-prod-cn-north-1/model.tar.gz' }),
      ...asExecutionRole(allow('s3:GetObject', 'arn:aws-cn:s3:::jumpstart-cache-prod-cn-north-1/*')),
    },
  },
  fail: {
    nothing: asExecutionRole(),
    'the model, and not its script': { target: training, ...asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::jumpstart-cache-prod-us-east-1/models/*')) },
    'the gated model, and not the open bucket, where its script lies': {
      target: { ...training, modelDataUrl: CONTENT_PREFIX },
      ...asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::jumpstart-private-cache-prod-us-east-1/*')),
    },
    'the own bucket only': asExecutionRole(allow('s3:*', ['arn:aws:s3:::churn-models', 'arn:aws:s3:::churn-models/*'])),
    'the bucket, not its objects': asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::jumpstart-cache-prod-us-east-1')),
    'another Region’s bucket': asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::jumpstart-cache-prod-eu-west-1/*')),
    'an ARN as S3 has none': asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:us-east-1::bucket/jumpstart-cache-prod-us-east-1/*')),
    'the open bucket, for a gated model': {
      target: below(CONTENT_PREFIX),
      ...asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::jumpstart-cache-prod-us-east-1/*')),
    },
    'it is denied': asExecutionRole(allow('s3:*'), deny('s3:GetObject', 'arn:aws:s3:::jumpstart-*')),
  },
  cannotTell: {
    'the grant of AmazonSageMakerFullAccess, which depends on a tag of the object': asExecutionRole(
      allow('s3:GetObject', '*', { StringEqualsIgnoreCase: { 's3:ExistingObjectTag/SageMaker': 'true' } }),
    ),
    'own resources only, and AWS’s account is not known': asExecutionRole(
      allow('s3:*'),
      deny('s3:*', '*', { StringNotEquals: { 'aws:ResourceAccount': '123456789012' } }),
    ),
  },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'no role': { target: withoutRole(jumpStart({ modelDataUrl: CONTENT })) },
    'nothing of AWS’s': { target: jumpStart() },
  },
});
