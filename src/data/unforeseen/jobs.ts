import type { KnownFailure } from './known-failure.ts';

const RECOMMENDER = 'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-troubleshooting.html';

/** Messages about training jobs and Inference Recommender. */
export const JOB_FAILURES: readonly KnownFailure[] = [
  {
    messages: [
      "Please ensure that the subnet's route table has a route to an S3 VPC endpoint or a NAT device, and both the security groups and the subnet's network ACL allow outbound traffic to S3",
      'Data download failed: Please ensure that the subnet',
      'Artifact upload failed: Please ensure that the subnet',
    ],
    cause: 'The job runs in a VPC from which S3 cannot be reached.',
    look: ['a gateway endpoint for S3, or a NAT gateway, on the route table of every subnet', 'outbound rules of security groups and network ACLs'],
    source: 'https://github.com/aws/amazon-sagemaker-operator-for-k8s/issues/22',
  },
  {
    messages: [
      'Failed to download data. ListObjectsV2 failed for s3: Unable to execute request to S3',
      'ListObjectsV2 failed: Unable to execute request to S3',
    ],
    cause: 'It comes and goes when only some of the subnets have a way to S3: which one a job gets is chance.',
    look: ['the route table of each subnet, not only of one'],
    source: 'https://github.com/aws-samples/sagemaker-run-notebook/issues/32',
  },
  {
    messages: ['TrainingHostAgent Initialization failed: InvalidInputException: SageMaker is unable to perform: sts:AssumeRole on the role'],
    cause: 'The role does not trust SageMaker.',
    look: ['the role’s trust policy: sagemaker.amazonaws.com, and its conditions'],
    source: 'https://github.com/astronomer/docs/issues/1695',
  },
  {
    messages: ["CreateTrainingJob: Value at 'trainingJobName' failed to satisfy constraint: Member must satisfy regular expression pattern"],
    cause: 'Job names hold letters, digits and hyphens only; an underscore is enough to be refused.',
    look: ['the job’s name, and whatever makes it'],
    source: 'https://github.com/Kenza-AI/sagify/issues/57',
  },
  {
    messages: ["ResourceLimitExceeded: The account-level service limit 'ml.X for training job usage' is 0 Instances, with current utilization of 0 Instances"],
    cause: 'The account may run no instances of this type for training; many types start at zero.',
    look: ['the applied value of “for training job usage” under Service Quotas', 'another instance type', 'a quota increase'],
    source: 'https://github.com/gabehollombe-aws/jupyter-notebooks/issues/1',
  },
  {
    messages: ['TrainingImageConfig with TrainingRepositoryAccessMode set to VPC must be provided when using a training image from a private Docker registry'],
    cause: 'The image’s address is not one of ECR, so it is taken for a private registry.',
    look: ['the address: ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY:TAG'],
    source: 'https://github.com/aws-samples/amazon-sagemaker-tensorflow-object-detection-api/issues/9',
  },
  {
    messages: ['Invalid training image. Please provide a valid Amazon Elastic Container Registry path of the Amazon SageMaker algorithm or container image'],
    cause: 'There is no such image, or the address is not one of ECR.',
    look: ['the repository and its tags in this Region', 'the address, letter by letter'],
    source: 'https://github.com/aws/sagemaker-python-sdk/issues/2063',
  },
  {
    messages: [
      'AccessDenied s3 in training although AmazonSageMakerFullAccess is attached',
      'Data download failed: An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
      'Data download failed: An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied',
    ],
    cause: 'AWS’s managed policy reaches only buckets whose name holds “sagemaker”, and a boundary, a bucket’s or a key’s policy may deny all the same.',
    look: ['the bucket’s name', 'sageready can ROLE s3:GetObject s3://BUCKET/KEY'],
    source: 'https://repost.aws/knowledge-center/sagemaker-s3-accessdenied-training',
  },
  {
    messages: ['Specify Domain in the Model Package version', 'Specify Framework in the Model Package version'],
    cause: 'Inference Recommender wants to know what the model is for, and the model package does not say.',
    look: ['Domain, Task, Framework and SamplePayloadUrl of the model package; OTHER where nothing fits'],
    source: RECOMMENDER,
  },
  {
    messages: ['Provided role ARN cannot be assumed AWSSecurityTokenServiceException'],
    cause: 'Inference Recommender may not work as the role.',
    look: ['the role’s trust policy: sagemaker.amazonaws.com', 'the role’s own permission to be passed on'],
    source: RECOMMENDER,
  },
  {
    messages: ['Burstable instance type ml.t2.medium is not allowed'],
    cause: 'Load on burstable instances says nothing, so Inference Recommender takes none.',
    look: ['another instance type'],
    source: RECOMMENDER,
  },
  {
    messages: ['INVALID_INPUT: Model returned 4xx or 5xx error code'],
    cause: 'The model refuses the sample that Inference Recommender sends.',
    look: ['the sample’s form and content type: send it to an endpoint by hand', 'the container’s logs'],
    source: 'https://github.com/aws/amazon-sagemaker-examples/issues/3074',
  },
  {
    messages: [
      'Total Traffic duration (across) should not be more than Job duration',
      'Users at the end of prev phase is 0 while initial users of current phase is 1',
    ],
    cause: 'The phases of the load do not follow from one another.',
    look: ['the job’s duration against the sum of the phases', 'each phase’s first users against the last ones of the phase before'],
    source: RECOMMENDER,
  },
];
