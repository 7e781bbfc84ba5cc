export { GetBucketPolicyCommand, GetBucketRequestPaymentCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
