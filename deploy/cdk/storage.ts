import { Aws, CfnDeletionPolicy, Fn, type Stack } from 'aws-cdk-lib';
import { CfnBucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import type { Choices } from './parameters.ts';
import { accept, overTls } from './policies.ts';

const ABORT_AFTER_DAYS = 7;

const makeBucket = (stack: Stack, { parameter, makesBucket }: Choices): CfnBucket => {
  const bucket = new CfnBucket(stack, 'Reports', {
    bucketEncryption: { serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }] },
    publicAccessBlockConfiguration: { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    ownershipControls: { rules: [{ objectOwnership: 'BucketOwnerEnforced' }] },
    lifecycleConfiguration: {
      rules: [
        {
          id: 'ForgetReports',
          status: 'Enabled',
          expirationInDays: parameter.ReportDays.valueAsNumber,
          abortIncompleteMultipartUpload: { daysAfterInitiation: ABORT_AFTER_DAYS },
        },
      ],
    },
  });
  bucket.cfnOptions.condition = makesBucket;
  bucket.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN;
  bucket.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
  accept(
    bucket,
    'AwsSolutions-S1',
    'A log of accesses needs a bucket of its own, which accounts have in one place: CloudTrail data events tell who read a report.',
  );
  return bucket;
};

/** Where reports are kept: a bucket that is made, or one that exists. */
export interface Storage {
  readonly bucketName: string;
  readonly bucketArn: string;
  /** `s3://bucket/prefix` */
  readonly place: string;
}

/** Makes the bucket of the reports, where none is named: private, encrypted, over TLS only, and kept when the stack is deleted. */
export const makeStorage = (stack: Stack, choices: Choices): Storage => {
  const { parameter, makesBucket } = choices;
  const bucket = makeBucket(stack, choices);
  const policy = new CfnBucketPolicy(stack, 'ReportsPolicy', {
    bucket: bucket.ref,
    policyDocument: overTls('s3:*', [bucket.attrArn, Fn.join('', [bucket.attrArn, '/*'])]),
  });
  policy.cfnOptions.condition = makesBucket;
  const bucketName = Fn.conditionIf(makesBucket.logicalId, bucket.ref, parameter.ReportBucket.valueAsString).toString();
  return {
    bucketName,
    bucketArn: Fn.join('', ['arn:', Aws.PARTITION, ':s3:::', bucketName]),
    place: Fn.join('', ['s3://', bucketName, '/', parameter.ReportPrefix.valueAsString]),
  };
};
