import type { KnownFailure } from './known-failure.ts';

const WANDB = 'https://github.com/wandb/wandb/blob/main/wandb/sdk/launch';

/** Messages of tools that build images and start jobs, and of clients inside a VPC. */
export const BUILD_FAILURES: readonly KnownFailure[] = [
  {
    messages: ['Invalid type for parameter OutputDataConfig.S3OutputPath'],
    cause: 'A value of the queue’s configuration is no S3 address or no image of ECR.',
    look: ['S3OutputPath: s3://BUCKET/PREFIX', 'the image’s address'],
    source: 'https://github.com/wandb/wandb/issues/6490',
  },
  {
    messages: [
      'Could not create ElasticContainerRegistry from config. The uri is invalid',
      "Could not create ElasticContainerRegistry from config. Either 'uri' or 'account_id', 'region', and 'repo_name' are required",
    ],
    cause: 'The agent’s registry is not described in a form that it reads; an ARN, or an address in China, is refused.',
    look: ['registry.uri: ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY'],
    source: `${WANDB}/registry/elastic_container_registry.py`,
  },
  {
    messages: ['Error verifying Elastic Container Registry'],
    cause: 'The agent may not describe the registry or the repository, or there is none.',
    look: ['ecr:DescribeRegistry and ecr:DescribeRepositories for the agent', 'the repository in this Region'],
    source: `${WANDB}/registry/elastic_container_registry.py`,
  },
  {
    messages: ['Could not verify AWS storage uri. Bucket does not exist', 'Could not verify AWS storage uri. Bucket is not accessible'],
    cause: 'The bucket for build contexts does not exist or may not be listed.',
    look: ['the bucket’s name', 's3:ListBucket on the bucket, for the agent'],
    source: `${WANDB}/environment/aws_environment.py`,
  },
  {
    messages: [
      'Sagemaker launcher requires an OutputDataConfig Sagemaker resource argument',
      'Sagemaker launcher requires a ResourceConfig Sagemaker resource argument',
      'Sagemaker launcher requires a StoppingCondition Sagemaker resource argument',
      'AWS sagemaker require a string RoleArn set this by adding a RoleArn key to the sagemaker field of resource_args',
    ],
    cause: 'The queue’s configuration lacks something that CreateTrainingJob needs.',
    look: ['RoleArn, OutputDataConfig, ResourceConfig and StoppingCondition in the queue’s configuration'],
    source: `${WANDB}/runner/sagemaker_runner.py`,
  },
  {
    messages: ['error checking push permissions -- make sure you entered the correct tag name, and that you are authenticated correctly, and try again'],
    cause: 'The builder may not push to the repository; some releases of kaniko fail with ECR whatever the permissions.',
    look: ['the permissions to push, for the builder’s role', 'the version of kaniko'],
    source: 'https://github.com/GoogleContainerTools/kaniko/issues/2882',
  },
  {
    messages: ['error resolving source context: GetObjectInput.Bucket'],
    cause: 'A release of kaniko does not read build contexts from S3.',
    look: ['another version of kaniko'],
    source: 'https://github.com/GoogleContainerTools/kaniko/issues/2212',
  },
  {
    messages: ['Connect timeout on endpoint URL sts', 'Could not connect to the endpoint URL sts'],
    cause:
      'A client inside a VPC finds no way to a service that it calls on the side, mostly STS or CloudWatch Logs; then it waits, or reports a missing permission.',
    look: ['interface endpoints for STS and Logs, with private DNS', 'a NAT gateway', 'AWS_STS_REGIONAL_ENDPOINTS=regional'],
    source: 'https://github.com/awsdocs/amazon-sagemaker-developer-guide/issues/259',
  },
];
