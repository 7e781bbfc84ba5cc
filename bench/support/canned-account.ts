import type { ServerlessEndpointTarget } from '../../src/model/target.ts';
import type { errorAnswer, HttpAnswer } from '../../test/support/aws-error.ts';
import type { AwsRequest } from '../../test/support/aws-request.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-west-1';
const BUCKET = 'churn-models';
const REPOSITORY = 'churn';
const IMAGE_DIGEST = `sha256:${'1'.repeat(64)}`;
const CREATED = '2026-01-02T03:04:05Z';
const CREATED_SECONDS = 1_767_323_045;

/** The customer key of the artifact and the endpoint. */
const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`;
const role = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const managed = (name: string): string => `arn:aws:iam::${ACCOUNT}:policy/${name}`;

/** The deployment that is ready in the canned account. */
export const CANNED_TARGET: ServerlessEndpointTarget = {
  scenario: 'serverless-endpoint',
  name: 'churn',
  account: ACCOUNT,
  region: REGION,
  deployer: role('Deployer'),
  executionRoleArn: role('Execution'),
  image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${REPOSITORY}:1.4`,
  modelDataUrl: `s3://${BUCKET}/churn/model.tar.gz`,
  kmsKeyId: KEY,
  serverlessConfig: { memorySizeInMB: 2048, maxConcurrency: 5 },
  modelName: 'churn',
  endpointName: 'churn',
  endpointConfigName: 'churn',
};

type Statement = Readonly<Record<string, unknown>>;
const policy = (...statements: readonly Statement[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const allow = (Action: string | readonly string[], Resource: string): Statement => ({ Effect: 'Allow', Action, Resource });
// IAM sends documents percent-encoded: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html
const encoded = (text: string): string => encodeURIComponent(text);

const TRUST = policy({ Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' });
const INLINE: Readonly<Record<string, string>> = {
  Execution: policy(allow(['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey', 'kms:CreateGrant'], KEY)),
  Deployer: policy(allow('kms:CreateGrant', KEY), {
    ...allow('iam:PassRole', role('Execution')),
    Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
  }),
};
/** The one managed policy of each role. */
const ATTACHED: Readonly<Record<string, string>> = { Execution: managed('ChurnModels'), Deployer: managed('Deploying') };
const BOUNDARIES: Readonly<Record<string, string>> = { Deployer: managed('Boundary') };
const MANAGED_DOCUMENTS: Readonly<Record<string, string>> = {
  [managed('ChurnModels')]: policy(
    allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`),
    allow(['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], `arn:aws:ecr:${REGION}:${ACCOUNT}:repository/${REPOSITORY}`),
    allow(
      ['ecr:GetAuthorizationToken', 'cloudwatch:PutMetricData', 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      '*',
    ),
  ),
  [managed('Deploying')]: policy(allow('sagemaker:*', '*')),
  [managed('Boundary')]: policy(allow(['sagemaker:*', 'kms:*', 'iam:PassRole'], '*')),
};
const KEY_POLICY = policy({ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' });

/** Answers one call: what the operation returns, in AWS's own member names. */
type Answer = (input: AwsRequest['input']) => unknown;

const endpointNames = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `endpoint-${index + 1}`);
const times = { CreationTime: CREATED_SECONDS, LastModifiedTime: CREATED_SECONDS };
const endpoint = (name: string) => ({
  EndpointName: name,
  EndpointArn: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:endpoint/${name}`,
  EndpointStatus: 'InService',
  ...times,
});

const page = (names: readonly string[], { NextToken, MaxResults }: AwsRequest['input']) => {
  const start = Number(NextToken ?? 0);
  const end = start + Number(MaxResults ?? 10);
  return { Endpoints: names.slice(start, end).map(endpoint), ...(end < names.length && { NextToken: `${end}` }) };
};

/** So many of the endpoints are serverless, the others run on instances: within the quota of serverless endpoints. */
const SERVERLESS = 40;
const capacityOf = (name: string) => {
  const isServerless = Number(name.slice(name.indexOf('-') + 1)) <= SERVERLESS;
  return isServerless ? { CurrentServerlessConfig: { MemorySizeInMB: 1024, MaxConcurrency: 1 } } : { CurrentInstanceCount: 1 };
};

const describedEndpoint = (name: string) => ({
  ...endpoint(name),
  EndpointConfigName: name,
  ProductionVariants: [{ VariantName: 'AllTraffic', ...capacityOf(name) }],
});

const quota = ({ ServiceCode, QuotaCode }: AwsRequest['input']) => ({
  Quota: { ServiceCode, QuotaCode, QuotaName: 'Maximum total concurrency', Value: 10_000, Adjustable: true, GlobalQuota: false },
});

const nameIn = (arn: unknown): string => `${arn}`.slice(`${arn}`.lastIndexOf('/') + 1);

const describedRole = (name: string) => ({
  Arn: role(name),
  RoleName: name,
  Path: '/',
  RoleId: `AROA${name}`,
  CreateDate: CREATED,
  AssumeRolePolicyDocument: encoded(TRUST),
  ...(BOUNDARIES[name] !== undefined && {
    PermissionsBoundary: { PermissionsBoundaryType: 'PermissionsBoundaryPolicy', PermissionsBoundaryArn: BOUNDARIES[name] },
  }),
});

const IAM_ANSWERS: Readonly<Record<string, Answer>> = {
  'sts:GetCallerIdentity': () => ({ Account: ACCOUNT, UserId: 'AROAEXAMPLE:bench', Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Deployer/bench` }),
  'iam:GetRole': ({ RoleName }) => ({ Role: describedRole(`${RoleName}`) }),
  'iam:ListRolePolicies': () => ({ PolicyNames: ['Inline'], IsTruncated: false }),
  'iam:GetRolePolicy': ({ RoleName }) => ({ RoleName, PolicyName: 'Inline', PolicyDocument: encoded(INLINE[`${RoleName}`] ?? policy()) }),
  'iam:ListAttachedRolePolicies': ({ RoleName }) => ({
    AttachedPolicies: [{ PolicyName: nameIn(ATTACHED[`${RoleName}`]), PolicyArn: ATTACHED[`${RoleName}`] }],
    IsTruncated: false,
  }),
  'iam:GetPolicy': ({ PolicyArn }) => ({ Policy: { Arn: PolicyArn, PolicyName: nameIn(PolicyArn), DefaultVersionId: 'v1', Path: '/' } }),
  'iam:GetPolicyVersion': ({ PolicyArn }) => ({
    PolicyVersion: { VersionId: 'v1', IsDefaultVersion: true, Document: encoded(MANAGED_DOCUMENTS[`${PolicyArn}`] ?? policy()), CreateDate: CREATED },
  }),
};

const ECR_ANSWERS: Readonly<Record<string, Answer>> = {
  'ecr:DescribeRepositories': () => ({
    repositories: [
      {
        registryId: ACCOUNT,
        repositoryName: REPOSITORY,
        repositoryArn: `arn:aws:ecr:${REGION}:${ACCOUNT}:repository/${REPOSITORY}`,
        imageTagMutability: 'IMMUTABLE',
      },
    ],
  }),
  'ecr:DescribeImages': () => ({
    imageDetails: [
      {
        registryId: ACCOUNT,
        repositoryName: REPOSITORY,
        imageDigest: IMAGE_DIGEST,
        imageTags: ['1.4'],
        imageSizeInBytes: 500_000_000,
        imageManifestMediaType: 'application/vnd.docker.distribution.manifest.v2+json',
        imageStatus: 'ACTIVE',
      },
    ],
  }),
};

/** S3's answers: headers, which to HEAD are all that there is, and the bytes of the range that is asked for. */
export const S3_ANSWERS: Readonly<Record<string, HttpAnswer>> = {
  's3:HeadBucket': { status: 200, headers: { 'x-amz-bucket-region': REGION }, body: '' },
  's3:HeadObject': {
    status: 200,
    headers: {
      'content-length': '1000000',
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': KEY,
    },
    body: '',
  },
  's3:GetObject': { status: 206, headers: { 'content-range': 'bytes 0-1/1000000' }, body: Buffer.from('1f8b', 'hex') },
};

/** An error in AWS's words. */
type Absence = Parameters<typeof errorAnswer>[1];

const ABSENT: Readonly<Record<string, Absence>> = {
  's3:GetBucketPolicy': { status: 404, code: 'NoSuchBucketPolicy', message: 'The bucket policy does not exist' },
  'ecr:GetRepositoryPolicy': { status: 400, code: 'RepositoryPolicyNotFoundException', message: 'Repository policy does not exist' },
  'organizations:DescribeOrganization': { status: 400, code: 'AWSOrganizationsNotInUseException', message: 'Your account is not a member of an organization.' },
};
const NO_SUCH_ENDPOINT: Absence = { status: 400, code: 'ValidationException', message: 'Could not find endpoint' };

/** How AWS says that the canned account has no such thing: policies of bucket and repository, an organisation, the endpoint that is to be deployed. */
export const cannedAbsence = ({ service, operation, input }: AwsRequest): Absence | undefined => {
  const isOwnEndpoint = operation === 'DescribeEndpoint' && input['EndpointName'] === CANNED_TARGET.endpointName;
  return isOwnEndpoint ? NO_SUCH_ENDPOINT : ABSENT[`${service}:${operation}`];
};

/** Every read of the canned account, by `service:Operation`; it has this many other endpoints. */
export const cannedAnswers = (endpoints: number): Readonly<Record<string, Answer>> => ({
  ...IAM_ANSWERS,
  ...ECR_ANSWERS,
  'kms:DescribeKey': () => ({
    KeyMetadata: {
      AWSAccountId: ACCOUNT,
      KeyId: KEY.slice(KEY.indexOf('/') + 1),
      Arn: KEY,
      KeyState: 'Enabled',
      KeyManager: 'CUSTOMER',
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeySpec: 'SYMMETRIC_DEFAULT',
      Enabled: true,
      MultiRegion: false,
    },
  }),
  'kms:GetKeyPolicy': () => ({ Policy: KEY_POLICY, PolicyName: 'default' }),
  'kms:ListGrants': () => ({ Grants: [], Truncated: false }),
  'sagemaker:ListEndpoints': (input) => page(endpointNames(endpoints), input),
  'sagemaker:DescribeEndpoint': ({ EndpointName }) => describedEndpoint(`${EndpointName}`),
  'servicequotas:GetServiceQuota': quota,
});

/** How much of each thing the canned account holds, in the words of `sageready plan`; what is not named here is not there. */
export const cannedShape = (endpoints: number): Readonly<Record<string, number>> => ({
  'inline policy': Object.keys(INLINE).length,
  'managed policy': Object.keys(ATTACHED).length,
  'permissions boundary': Object.keys(BOUNDARIES).length,
  key: 1,
  'other existing endpoint': endpoints,
  'further 100 endpoints': Math.max(0, Math.ceil(endpoints / 100) - 1),
});

/** The calls of a check that cannot but follow one another: nothing is read before the account is known, and each names what the next one asks for. */
export const LONGEST_CHAIN = ['sts:GetCallerIdentity', 'iam:ListAttachedRolePolicies', 'iam:GetPolicy', 'iam:GetPolicyVersion'] as const;
