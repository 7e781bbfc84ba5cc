import type { ServerlessEndpointTarget } from '../../src/model/target.ts';
import type { AwsRequest } from '../../test/support/aws-request.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-west-1';
const BUCKET = 'churn-models';
const MANAGED = `arn:aws:iam::${ACCOUNT}:policy/ChurnModels`;
const CREATED = '2026-01-02T03:04:05Z';
const CREATED_SECONDS = 1_767_323_045;

/** The customer key of the artifact and the endpoint. */
const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`;
const role = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;

/** The deployment that is ready in the canned account. */
export const CANNED_TARGET: ServerlessEndpointTarget = {
  scenario: 'serverless-endpoint',
  name: 'churn',
  account: ACCOUNT,
  region: REGION,
  deployer: role('Deployer'),
  executionRoleArn: role('Execution'),
  image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/churn:1.4`,
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
  Deployer: policy(allow('sagemaker:*', '*'), allow('kms:CreateGrant', KEY), {
    ...allow('iam:PassRole', role('Execution')),
    Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
  }),
};
const MANAGED_DOCUMENT = policy(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`));
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

const described = (name: unknown) => ({
  ...endpoint(`${name}`),
  EndpointConfigName: `${name}`,
  ProductionVariants: [{ VariantName: 'AllTraffic', CurrentServerlessConfig: { MemorySizeInMB: 1024, MaxConcurrency: 1 } }],
});

const quota = ({ ServiceCode, QuotaCode }: AwsRequest['input']) => ({
  Quota: { ServiceCode, QuotaCode, QuotaName: 'Maximum total concurrency', Value: 10_000, Adjustable: true, GlobalQuota: false },
});

const IAM_ANSWERS: Readonly<Record<string, Answer>> = {
  'sts:GetCallerIdentity': () => ({ Account: ACCOUNT, UserId: 'AROAEXAMPLE:bench', Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Deployer/bench` }),
  'iam:GetRole': ({ RoleName }) => ({
    Role: { Arn: role(`${RoleName}`), RoleName, Path: '/', RoleId: `AROA${RoleName}`, CreateDate: CREATED, AssumeRolePolicyDocument: encoded(TRUST) },
  }),
  'iam:ListRolePolicies': () => ({ PolicyNames: ['Inline'], IsTruncated: false }),
  'iam:GetRolePolicy': ({ RoleName }) => ({ RoleName, PolicyName: 'Inline', PolicyDocument: encoded(INLINE[`${RoleName}`] ?? policy()) }),
  'iam:ListAttachedRolePolicies': ({ RoleName }) => ({
    AttachedPolicies: RoleName === 'Execution' ? [{ PolicyName: 'ChurnModels', PolicyArn: MANAGED }] : [],
    IsTruncated: false,
  }),
  'iam:GetPolicy': () => ({ Policy: { Arn: MANAGED, PolicyName: 'ChurnModels', DefaultVersionId: 'v1', Path: '/' } }),
  'iam:GetPolicyVersion': () => ({ PolicyVersion: { VersionId: 'v1', IsDefaultVersion: true, Document: encoded(MANAGED_DOCUMENT), CreateDate: CREATED } }),
};

/** Headers of S3's answers, which to HEAD are all that there is. */
export const S3_HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  's3:HeadBucket': { 'x-amz-bucket-region': REGION },
  's3:HeadObject': {
    'content-length': '1000000',
    'x-amz-server-side-encryption': 'aws:kms',
    'x-amz-server-side-encryption-aws-kms-key-id': KEY,
  },
};

/** Every read of the canned account, by `service:Operation`; it has this many other endpoints. */
export const cannedAnswers = (endpoints: number): Readonly<Record<string, Answer>> => ({
  ...IAM_ANSWERS,
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
  'sagemaker:DescribeEndpoint': ({ EndpointName }) => described(EndpointName),
  'servicequotas:GetServiceQuota': quota,
});

/** How much of each thing the canned account holds, in the words of `sageready plan`; what is not named here is not there. */
export const cannedShape = (endpoints: number): Readonly<Record<string, number>> => ({
  'inline policy': Object.keys(INLINE).length,
  'managed policy': 1,
  key: 1,
  'existing endpoint': endpoints,
  'further 100 endpoints': Math.max(0, Math.ceil(endpoints / 100) - 1),
});

/** The calls of a check that cannot but follow one another: nothing is read before the account is known, and each names what the next one asks for. */
export const LONGEST_CHAIN = ['sts:GetCallerIdentity', 'iam:ListAttachedRolePolicies', 'iam:GetPolicy', 'iam:GetPolicyVersion'] as const;
