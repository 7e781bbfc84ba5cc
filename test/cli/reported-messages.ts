import type { RuleId } from '../../src/model/rule-id.ts';

/** A message as people report it, with the rules that must be found and what the answer must say. */
export interface ReportedMessage {
  readonly id: string;
  readonly message: string;
  /** None: only the account's user, or a container at work, brings it about; then the cause says what to look at. */
  readonly rules?: readonly RuleId[];
  readonly cause?: RegExp;
}

const REFUSED = 'An error occurred (ValidationException) when calling the CreateEndpoint operation:';

/** Messages of AWS and of the tools around it, abridged as they are in public reports; account numbers and names are made up. */
export const MESSAGES: readonly ReportedMessage[] = [
  {
    id: 'E01',
    rules: ['image/image-fits', 'image/image-is-likely-to-fit'],
    message: `${REFUSED} Image size 13494688833 is greater than supported size 10737418240`,
    cause: /10 GiB/,
  },
  {
    id: 'E02',
    rules: ['endpoint/memory-fits-fresh-accounts'],
    message:
      "ResourceLimitExceeded: The account-level service limit 'Memory size in MB per serverless endpoint' is 3072 MBs, with current utilization of 0 MBs and a request delta of 6144 MBs.",
    cause: /quota of memory/,
  },
  {
    id: 'E03',
    rules: ['instances/instances-fit-quota'],
    message:
      "ResourceLimitExceeded: The account-level service limit 'ml.g5.xlarge for endpoint usage' is 0 Instances, with current utilization of 0 Instances and a request delta of 1 Instances.",
    cause: /behind endpoints/,
  },
  {
    id: 'E04',
    rules: ['network/s3-is-reachable-from-every-subnet'],
    message:
      'Failed to download model data from URL "s3://bucket/model.tar.gz". Please ensure that an S3 VPC endpoint exists in route table or NAT gateway for the VPC mode.',
    cause: /VPC from which the bucket/,
  },
  {
    id: 'E05',
    rules: ['network/s3-is-reachable-from-every-subnet'],
    message:
      "Data download failed:Please ensure that the subnet's route table has a route to an S3 VPC endpoint or a NAT device, and both the security groups and the subnet's network ACL allow outbound traffic to S3.",
    cause: /job runs in a VPC/,
  },
  {
    id: 'E06',
    rules: [
      'identity/role-exists',
      'identity/role-trusts-sagemaker',
      'identity/role-may-read-artifact',
      'artifact/artifact-exists',
      'artifact/artifact-is-in-this-region',
    ],
    message:
      'Could not access model data at s3://bucket/churn/model.tar.gz. Please ensure that the role "arn:aws:iam::123456789012:role/Exec" exists and that its trust relationship policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com". Also ensure that the role has "s3:GetObject" permissions and that the object is located in us-east-1.',
    cause: /several causes/,
  },
  {
    id: 'E07',
    rules: ['artifact/artifact-exists', 'artifact/artifact-is-in-this-region', 'identity/role-may-read-artifact'],
    message:
      'Failed to download model data for container "container_1" from URL: "s3://bucket/m/model.tar.gz". Please ensure that there is an object located at the URL and that the role passed to CreateModel has permissions to download the object.',
    cause: /not where the model says/,
  },
  {
    id: 'E08',
    rules: ['image/image-media-type-is-accepted'],
    message:
      'Unsupported manifest media type application/vnd.oci.image.index.v1+json for image 123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1.4. Ensure that valid manifest media type is used for specified image.',
    cause: /BuildKit/,
  },
  {
    id: 'E08b',
    rules: ['image/image-media-type-is-accepted'],
    message: 'Unsupported manifest media type application/vnd.oci.image.manifest.v1+json for image 123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1.4.',
    cause: /BuildKit/,
  },
  {
    id: 'E09',
    rules: ['image/registry-account-is-this-regions', 'image/repository-exists'],
    message:
      'The repository of your image 763104351884.dkr.ecr.us-east-1.amazonaws.com/x does not grant ecr:GetDownloadUrlForLayer, ecr:BatchGetImage, ecr:BatchCheckLayerAvailability permission to sagemaker.amazonaws.com service principal.',
    cause: /account or Region in the image/,
  },
  {
    id: 'E10',
    rules: ['image/image-exists', 'identity/role-may-pull-image'],
    message:
      'The image for the production variant AllTraffic does not exist. Please make sure all images included in the model for the production variant AllTraffic exist, and that the execution role used to create the model has permissions to access them.',
    cause: /may not pull it/,
  },
  {
    id: 'E11',
    rules: ['image/image-architecture-is-amd64', 'artifact/artifact-fits-memory'],
    message: 'The primary container for production variant AllTraffic did not pass the ping health check. Please check CloudWatch logs for this endpoint.',
    cause: /did not answer \/ping/,
  },
  {
    id: 'E12',
    rules: ['accelerator/accelerators-are-offered', 'accelerator/image-is-built-for-accelerators'],
    message:
      'The primary container,accelerator for production variant AllTraffic did not pass the ping health check. Please check CloudWatch logs for this endpoint.',
    cause: /Elastic Inference/,
  },
  {
    id: 'E13',
    rules: ['accelerator/accelerators-are-offered', 'accelerator/image-is-built-for-accelerators'],
    message: 'ValueError: Unsupported image scope: eia. You may need to upgrade your SDK version (pip install -U sagemaker) for newer image scopes.',
    cause: /Elastic Inference/,
  },
  {
    id: 'E14',
    rules: ['identity/organisation-policies-are-known', 'identity/deployer-may-create-endpoint-config'],
    message:
      'User: arn:aws:sts::123456789012:assumed-role/Dev/alice is not authorized to perform: sagemaker:CreateEndpointConfig on resource: arn:aws:sagemaker:us-east-1:123456789012:endpoint-config/x with an explicit deny in a service control policy',
    cause: /organisation denies/,
  },
  {
    id: 'E15',
    rules: ['jumpstart/eula-is-accepted'],
    message: 'ValueError: Model meta-textgeneration-llama-2-7b requires accepting end-user license agreement (EULA). See https://example.com',
    cause: /licence/,
  },
  {
    id: 'E16',
    rules: ['jumpstart/calls-need-no-eula'],
    message: "Need to pass custom_attributes='accept_eula=true' as part of header. This means you have read and accept the end-user license agreement",
    cause: /licence/,
  },
  {
    id: 'E17',
    rules: ['jumpstart/deployer-may-read-manifest'],
    message: 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied (jumpstart-cache-prod-us-east-1)',
    cause: /description from AWS’s bucket/,
  },
  {
    id: 'E18',
    rules: ['jumpstart/content-is-of-this-region', 'recommender/model-package-is-in-this-region'],
    message: 'ARN should be scoped to correct region: us-west-2',
    cause: /another/,
  },
  {
    id: 'E19',
    rules: ['encryption/key-suits-instance-type', 'encryption/key-likely-suits-instance-type', 'encryption/key-encrypts-instance-storage'],
    message: 'ValueError: KMS key is not supported for instance type ml.g5.xlarge, which uses NVMe instance storage',
    cause: /local storage/,
  },
  {
    id: 'E20',
    rules: ['identity/role-trusts-sagemaker'],
    message:
      'TrainingHostAgent Initialization failed: InvalidInputException: SageMaker is unable to perform: sts:AssumeRole on the role arn:aws:iam::123456789012:role/Train',
    cause: /does not trust/,
  },
  { id: 'E21', message: 'Parameter validation failed: Invalid type for parameter OutputDataConfig.S3OutputPath in CreateTrainingJob', cause: /no S3 address/ },
  {
    id: 'E22',
    rules: ['launch/destination-has-the-form'],
    message: 'Could not create ElasticContainerRegistry from config. The uri arn:aws:ecr:us-east-1:123456789012:repository/x is invalid.',
    cause: /registry is not described/,
  },
  {
    id: 'E23',
    rules: ['launch/builder-knows-its-destination'],
    message: "Could not create ElasticContainerRegistry from config. Either 'uri' or 'account_id', 'region', and 'repo_name' are required.",
    cause: /registry is not described/,
  },
  {
    id: 'E24',
    rules: ['launch/destination-exists'],
    message: 'Error verifying Elastic Container Registry: RepositoryNotFoundException',
    cause: /may not describe/,
  },
  {
    id: 'E25',
    rules: ['launch/agent-may-list-contexts', 'artifact/bucket-exists'],
    message: 'Could not verify AWS storage uri s3://bucket/x. Bucket bucket does not exist.',
    cause: /build contexts/,
  },
  {
    id: 'E26',
    rules: ['launch/queue-is-complete'],
    message: 'Sagemaker launcher requires an OutputDataConfig Sagemaker resource argument',
    cause: /lacks something/,
  },
  {
    id: 'E27',
    rules: ['launch/queue-names-role'],
    message: 'AWS sagemaker require a string RoleArn set this by adding a `RoleArn` key to the sagemaker field of resource_args',
    cause: /lacks something/,
  },
  {
    id: 'E28',
    rules: ['training/job-name-has-the-form'],
    message:
      "when calling the CreateTrainingJob operation: Value 'my_job' at 'trainingJobName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9](-*[a-zA-Z0-9])*",
    cause: /underscore/,
  },
  {
    id: 'E29',
    rules: ['instances/instances-fit-quota'],
    message:
      "ResourceLimitExceeded: The account-level service limit 'ml.p3.2xlarge for training job usage' is 0 Instances, with current utilization of 0 Instances",
    cause: /for training/,
  },
  {
    id: 'E30',
    rules: ['image/image-is-in-this-region'],
    message: 'TrainingImageConfig with TrainingRepositoryAccessMode set to VPC must be provided when using a training image from a private Docker registry.',
    cause: /not one of ECR/,
  },
  {
    id: 'E31',
    rules: ['image/image-exists', 'image/repository-exists'],
    message: 'Invalid training image. Please provide a valid Amazon Elastic Container Registry path of the Amazon SageMaker algorithm or container image.',
    cause: /no such image/,
  },
  {
    id: 'E32',
    rules: ['launch/agent-may-push-images'],
    message:
      'error checking push permissions -- make sure you entered the correct tag name, and that you are authenticated correctly, and try again: checking push permission for "123456789012.dkr.ecr.us-east-1.amazonaws.com/x"',
    cause: /may not push/,
  },
  {
    id: 'E33',
    message: 'error resolving source context: InvalidParameter: 1 validation error(s) found. - minimum field size of 1, GetObjectInput.Bucket.',
    cause: /build contexts/,
  },
  { id: 'E34', rules: ['recommender/model-is-described'], message: 'Specify `Domain` in the Model Package version 1.', cause: /what the model is for/ },
  {
    id: 'E35',
    rules: ['identity/role-trusts-sagemaker'],
    message: 'Provided role ARN arn:aws:iam::123456789012:role/x cannot be assumed: AWSSecurityTokenServiceException',
    cause: /may not work as the role/,
  },
  { id: 'E36', rules: ['recommender/instances-are-not-burstable'], message: 'Burstable instance type ml.t2.medium is not allowed', cause: /burstable/ },
  {
    id: 'E37',
    rules: ['recommender/content-types-are-named'],
    message: 'INVALID_INPUT: Model my-model returned 4xx or 5xx error code',
    cause: /refuses the sample/,
  },
  {
    id: 'E38',
    rules: ['recommender/traffic-fits-job-duration'],
    message: 'Total Traffic duration (across) 600 should not be more than Job duration 300',
    cause: /phases/,
  },
  {
    id: 'E38b',
    rules: ['recommender/phases-follow-each-other'],
    message: 'Users at the end of prev phase is 0 while initial users of current phase is 1',
    cause: /phases/,
  },
  { id: 'E39', message: 'An error occurred (ValidationError) when calling the InvokeEndpoint operation: Request 1234-5678 has oversize body', cause: /4 MB/ },
  {
    id: 'E40',
    rules: ['identity/role-may-read-inputs', 'identity/role-may-read-artifact'],
    message:
      'ClientError: Data download failed: An error occurred (AccessDenied) when calling the GetObject operation: Access Denied (s3://bucket/train/part-0), although AmazonSageMakerFullAccess is attached to arn:aws:iam::123456789012:role/Train',
    cause: /only buckets whose name holds/,
  },
  { id: 'E41', message: 'Connect timeout on endpoint URL: "https://sts.us-east-1.amazonaws.com/"', cause: /inside a VPC/ },
  {
    id: 'E42',
    rules: ['artifact/artifact-is-gzip-tar'],
    message: 'Please ensure that the object located at the URL is a valid tar.gz archive',
    cause: /gzipped tar/,
  },
  {
    id: 'E43',
    rules: ['network/s3-is-reachable-from-every-subnet'],
    message: 'Failed to download data. ListObjectsV2 failed for s3://bucket/train: Unable to execute request to S3',
    cause: /some of the subnets/,
  },
];
