import type { PolicySource } from '../../model/policy.ts';

/** HeadBucket does not tell which other account owns a bucket; any other than ours decides alike. */
export const SOME_OTHER_ACCOUNT = '000000000000';

/** What AWS says of its own models by publishing them: whoever may read S3 may read these. Source: https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html */
export const OPEN_TO_ALL: PolicySource = {
  kind: 'bucket',
  name: 'AWS’s own content',
  text: JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' } }),
};

/** What AWS RAM lets participants do with a subnet that is shared with them. Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing-subnet-working-with.html */
export const SHARED_SUBNET: PolicySource = {
  kind: 'resource',
  name: 'the share of AWS RAM',
  text: JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: '*', Action: 'ec2:*', Resource: '*' } }),
};
