import type { KnownFailure } from './known-failure.ts';

const GUIDE = 'https://docs.aws.amazon.com/sagemaker/latest/dg';

/** Messages about models and endpoints. */
export const HOSTING_FAILURES: readonly KnownFailure[] = [
  {
    messages: ['Image size is greater than supported size'],
    cause: 'A serverless endpoint takes images of up to 10 GiB; this one is larger.',
    look: [
      'the image’s size in ECR, layers included',
      'whether a CPU or inference variant of the image will do',
      'a real-time endpoint, which takes larger images',
    ],
    source: 'https://github.com/aws/deep-learning-containers/issues/4616',
  },
  {
    messages: ["ResourceLimitExceeded: The account-level service limit 'Memory size in MB per serverless endpoint' is 3072 MBs"],
    cause: 'The account’s quota of memory for one serverless endpoint is below what was asked; new accounts start with less than the documented size.',
    look: ['the applied value under Service Quotas, SageMaker', 'a smaller memorySizeInMB', 'a quota increase'],
    source: `${GUIDE}/serverless-endpoints.html`,
  },
  {
    messages: ["ResourceLimitExceeded: The account-level service limit 'ml.X for endpoint usage' is 0 Instances, with current utilization of 0 Instances"],
    cause: 'The account may run no instances of this type behind endpoints; many types start at zero.',
    look: ['the applied value of “for endpoint usage” under Service Quotas', 'another instance type', 'a quota increase'],
    source: 'https://github.com/aws/amazon-sagemaker-examples/issues/307',
  },
  {
    messages: ['Failed to download model data from URL', 'ensure that an S3 VPC endpoint exists in route table or NAT gateway for the VPC mode'],
    cause: 'The model runs in a VPC from which the bucket cannot be reached.',
    look: [
      'a gateway endpoint for S3 on the route table of every subnet',
      'the gateway endpoint’s policy',
      'outbound rules of security groups and network ACLs',
    ],
    source: 'https://github.com/aws-solutions-library-samples/guidance-for-text-generation-using-embeddings-from-enterprise-data-on-aws/issues/3',
  },
  {
    messages: [
      'Could not access model data at s3. Please ensure that the role exists and that its trust relationship policy allows the action sts:AssumeRole',
      'Also ensure that the role has s3:GetObject permissions and that the object is located in',
    ],
    cause: 'One message for several causes: the role, its trust, the permission, the object, its Region, or the key that encrypts it.',
    look: [
      'the role’s trust in sagemaker.amazonaws.com',
      's3:GetObject on the object, and s3:ListBucket on the bucket where the source is a prefix',
      'the bucket’s Region and the object’s key, letter by letter',
      'kms:Decrypt on the object’s key, in the role’s policies and in the key’s',
    ],
    source: 'https://github.com/philschmid/llm-sagemaker-sample/issues/2',
  },
  {
    messages: [
      'Failed to download model data for container. Please ensure that there is an object located at the URL and that the role passed to CreateModel has permissions to download the object',
    ],
    cause: 'The artifact is not where the model says, not readable for the execution role, or lies in another Region.',
    look: ['the object, and its bucket’s Region', 's3:GetObject for the execution role', 'the key that encrypts the object'],
    source: 'https://github.com/mlflow/mlflow/issues/2573',
  },
  {
    messages: [
      'Unsupported manifest media type application/vnd.oci.image.index.v1+json',
      'Unsupported manifest media type application/vnd.oci.image.manifest.v1+json for image',
    ],
    cause: 'The image was pushed as an OCI image or index; BuildKit does so by default when it attaches provenance.',
    look: ['the media type of the manifest in ECR', 'docker buildx build --provenance=false --output type=docker, or oci-mediatypes=false, then push again'],
    source: 'https://github.com/mlflow/mlflow/issues/13834',
  },
  {
    messages: [
      'The repository of your image does not grant ecr:GetDownloadUrlForLayer, ecr:BatchGetImage, ecr:BatchCheckLayerAvailability permission to sagemaker.amazonaws.com service principal',
    ],
    cause: 'SageMaker may not pull from that repository: often the account or Region in the image’s address is not that of the image.',
    look: ['the registry account of AWS’s image for this Region', 'whether the repository exists', 'the repository’s policy, if it is another account’s'],
    source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
  },
  {
    messages: [
      'Please make sure all images included in the model for the production variant exist, and that the execution role used to create the model has permissions to access them',
    ],
    cause: 'The image does not exist under that tag or digest, or the execution role may not pull it.',
    look: [
      'the tag or digest in ECR, in this Region',
      'ecr:BatchGetImage, ecr:GetDownloadUrlForLayer and ecr:BatchCheckLayerAvailability on the repository',
      'ecr:GetAuthorizationToken on "*"',
    ],
    source: 'https://github.com/aws/amazon-sagemaker-examples/issues/275',
  },
  {
    messages: ['The primary container for production variant did not pass the ping health check. Please check CloudWatch logs for this endpoint'],
    cause: 'The container started and did not answer /ping in time. Nothing in the account foresees it: it is what the container does.',
    look: [
      'the endpoint’s log group /aws/sagemaker/Endpoints/NAME; no logs at all: the role may not write them, or the image is for another processor (arm64)',
      'a server on port 8080 that answers /ping with 200',
      'memory: a killed process leaves no message of its own',
      'writing outside /tmp, which a serverless container may not',
      'the time that loading the model takes',
    ],
    source: `${GUIDE}/serverless-endpoints-troubleshooting.html`,
  },
  {
    messages: ['The primary container,accelerator for production variant did not pass the ping health check. Please check CloudWatch logs for this endpoint'],
    cause: 'The container’s framework does not fit Elastic Inference, which AWS no longer offers.',
    look: ['an instance type with an accelerator of its own, or serverless, in place of Elastic Inference'],
    source: 'https://github.com/aws/amazon-sagemaker-examples/issues/2060',
  },
  {
    messages: ['Unsupported image scope: eia. You may need to upgrade your SDK version for newer image scopes'],
    cause: 'There is no image of that framework for Elastic Inference, which AWS no longer offers.',
    look: ['deploying without accelerator_type'],
    source: 'https://github.com/aws/sagemaker-huggingface-inference-toolkit/issues/19',
  },
  {
    messages: ['is not authorized to perform: sagemaker:CreateEndpointConfig with an explicit deny in a service control policy'],
    cause:
      'The organisation denies this configuration; such policies mostly restrict instance types, or demand a key or a VPC. Nobody in the account can lift it.',
    look: ['which instance types, keys and networks the organisation permits', 'the organisation’s administrator'],
    source: 'https://github.com/aws/amazon-sagemaker-feedback/issues/193',
  },
  {
    messages: ['requires accepting end-user license agreement (EULA)'],
    cause: 'The model is gated: whoever deploys must accept its licence.',
    look: ['accept_eula=True, or ModelAccessConfig.AcceptEula, where the model is named'],
    source: 'https://github.com/aws/sagemaker-python-sdk/issues/4546',
  },
  {
    messages: ["Need to pass custom_attributes='accept_eula=true' as part of header"],
    cause: 'Older endpoints of gated models want the licence accepted with every request.',
    look: ['CustomAttributes: accept_eula=true of InvokeEndpoint', 'a newer version of the model'],
    source: 'https://github.com/philschmid/easyllm/issues/41',
  },
  {
    messages: [
      'AccessDenied when calling the GetObject operation on the jumpstart-cache bucket',
      'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied jumpstart',
    ],
    cause: 'Whoever runs the SDK, not the execution role, reads the model’s description from AWS’s bucket, and may not.',
    look: ['s3:GetObject on the JumpStart bucket of the Region, for the caller', 'whether the session that was meant is passed to the SDK'],
    source: 'https://github.com/aws/sagemaker-python-sdk/issues/4043',
  },
  {
    messages: ['ARN should be scoped to correct region'],
    cause: 'The request goes to one Region, and names something of another.',
    look: ['AWS_REGION, AWS_DEFAULT_REGION and the profile’s Region', 'the Region in each ARN'],
    source: 'https://github.com/aws/amazon-sagemaker-examples/issues/1438',
  },
  {
    messages: ['KMS key is not supported for the instance type, which uses NVMe instance storage'],
    cause: 'Instance types with local storage encrypt it themselves and take no key.',
    look: ['leaving KmsKeyId out, or another instance type', 'an organisation policy that demands a key'],
    source: 'https://github.com/aws/sagemaker-python-sdk/issues/3677',
  },
  {
    messages: ['An error occurred (ValidationError) when calling the InvokeEndpoint operation: Request has oversize body', 'has oversize body'],
    cause: 'A serverless endpoint takes requests of up to 4 MB. It is the caller’s request, so nothing in the account foresees it.',
    look: ['a smaller request, or a reference to S3 in it', 'an asynchronous or real-time endpoint'],
    source: 'https://github.com/aws/sagemaker-python-sdk/issues/4271',
  },
  {
    messages: ['Please ensure that the object located at the URL is a valid tar.gz archive'],
    cause: 'The artifact is not a gzipped tar archive, whatever its name says; a zip or an archive packed twice are common.',
    look: ['tar -tzf model.tar.gz', 'packing again: tar -czf model.tar.gz -C FOLDER .'],
    source: 'https://github.com/mantiumai/aws-sagemaker-gptj-deepspeed-blog/issues/2',
  },
];
