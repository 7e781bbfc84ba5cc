/**
 * Messages of SageMaker that several causes share, and so several rules predict; names and numbers left out. As they stand in public reports:
 * https://github.com/philschmid/llm-sagemaker-sample/issues/2, https://github.com/mlflow/mlflow/issues/2573,
 * https://github.com/aws/amazon-sagemaker-examples/issues/275, https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints-troubleshooting.html
 */
export const SHARED_MESSAGES = {
  modelDataNotAccessible:
    'Could not access model data at. Please ensure that the role exists and that its trust relationship policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com". Also ensure that the role has "s3:GetObject" permissions and that the object is located in',
  modelDownloadFailed:
    'Failed to download model data for container from URL. Please ensure that there is an object located at the URL and that the role passed to CreateModel has permissions to download the object',
  noPing: 'The primary container for production variant did not pass the ping health check',
  invalidTrainingImage:
    'Invalid training image. Please provide a valid Amazon Elastic Container Registry path of the Amazon SageMaker algorithm or container image',
  readRefused: 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
  listRefused: 'An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied',
} as const;
