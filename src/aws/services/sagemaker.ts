export {
  DescribeDomainCommand,
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  DescribeHubContentCommand,
  DescribeModelCommand,
  DescribeModelPackageCommand,
  DescribeSpaceCommand,
  DescribeTrainingJobCommand,
  DescribeUserProfileCommand,
  ListEndpointsCommand,
  ListTrainingJobsCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
