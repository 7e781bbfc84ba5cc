import type { errorAnswer, HttpAnswer } from '../../test/support/aws-error.ts';
import type { AwsRequest } from '../../test/support/aws-request.ts';
import { ACCOUNT, keyArn, REGION, roleArn, SHARED } from './scale-targets.ts';

type Input = AwsRequest['input'];
type Absence = Parameters<typeof errorAnswer>[1];

const CREATED = '2026-01-02T03:04:05Z';
const DIGEST = `sha256:${'1'.repeat(64)}`;
const SHARED_POLICY = `arn:aws:iam::${ACCOUNT}:policy/Serving`;

const policy = (...statements: readonly Readonly<Record<string, unknown>>[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const allow = (Action: string | readonly string[], Resource: string) => ({ Effect: 'Allow', Action, Resource });

const TRUST = policy({ Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' });
const INLINE = policy(
  allow(['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey', 'kms:CreateGrant'], `arn:aws:kms:${REGION}:${ACCOUNT}:key/*`),
  allow('iam:PassRole', '*'),
);
const MANAGED = policy(
  allow('s3:GetObject', 'arn:aws:s3:::models-*/*'),
  allow(['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], `arn:aws:ecr:${REGION}:${ACCOUNT}:repository/serving-*`),
  allow(['ecr:GetAuthorizationToken', 'cloudwatch:PutMetricData', 'logs:*', 'sagemaker:*', 'ec2:*'], '*'),
);
const KEY_POLICY = policy({ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' });

// IAM sends documents percent-encoded: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html
const encoded = (text: string): string => encodeURIComponent(text);
const afterSlash = (text: unknown): string => `${text}`.slice(`${text}`.lastIndexOf('/') + 1);

const role = (name: string) => ({
  Arn: `${roleArn(0).slice(0, roleArn(0).lastIndexOf('/'))}/${name}`,
  RoleName: name,
  Path: '/',
  RoleId: `AROA${name}`,
  CreateDate: CREATED,
  AssumeRolePolicyDocument: encoded(TRUST),
});

const repository = (name: unknown) => ({
  registryId: ACCOUNT,
  repositoryName: name,
  repositoryArn: `arn:aws:ecr:${REGION}:${ACCOUNT}:repository/${name}`,
  imageTagMutability: 'IMMUTABLE',
});

const key = (arn: string) => ({
  AWSAccountId: ACCOUNT,
  KeyId: afterSlash(arn),
  Arn: arn,
  KeyState: 'Enabled',
  KeyManager: 'CUSTOMER',
  KeyUsage: 'ENCRYPT_DECRYPT',
  KeySpec: 'SYMMETRIC_DEFAULT',
  Enabled: true,
  MultiRegion: false,
});

const INSTANCES = 'ml.m5.xlarge for endpoint usage';

const quota = (ServiceCode: unknown, QuotaCode: unknown, QuotaName: string) => ({
  ...{ ServiceCode, QuotaCode, QuotaName },
  Value: 100_000,
  Adjustable: true,
  GlobalQuota: false,
});

const namesIn = (input: Input): readonly unknown[] => (input['repositoryNames'] as readonly unknown[] | undefined) ?? [];

/** Every read of the account that many targets share, by `service:Operation`, but for S3 and EC2. */
export const SCALE_ANSWERS: Readonly<Record<string, (input: Input) => unknown>> = {
  'sts:GetCallerIdentity': () => ({ Account: ACCOUNT, UserId: 'AROARole-0:bench', Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Role-0/bench` }),
  'iam:GetRole': ({ RoleName }) => ({ Role: role(`${RoleName}`) }),
  'iam:ListRolePolicies': () => ({ PolicyNames: ['Inline'], IsTruncated: false }),
  'iam:GetRolePolicy': ({ RoleName }) => ({ RoleName, PolicyName: 'Inline', PolicyDocument: encoded(INLINE) }),
  'iam:ListAttachedRolePolicies': () => ({ AttachedPolicies: [{ PolicyName: 'Serving', PolicyArn: SHARED_POLICY }], IsTruncated: false }),
  'iam:GetPolicy': ({ PolicyArn }) => ({ Policy: { Arn: PolicyArn, PolicyName: afterSlash(PolicyArn), DefaultVersionId: 'v1', Path: '/' } }),
  'iam:GetPolicyVersion': () => ({ PolicyVersion: { VersionId: 'v1', IsDefaultVersion: true, Document: encoded(MANAGED), CreateDate: CREATED } }),
  'ecr:DescribeRepositories': (input) => ({ repositories: namesIn(input).map(repository) }),
  'ecr:DescribeImages': ({ repositoryName }) => ({
    imageDetails: [
      {
        registryId: ACCOUNT,
        repositoryName,
        imageDigest: DIGEST,
        imageTags: ['1.0', '2.0'],
        imageSizeInBytes: 500_000_000,
        imageManifestMediaType: 'application/vnd.docker.distribution.manifest.v2+json',
        imageStatus: 'ACTIVE',
      },
    ],
  }),
  'kms:DescribeKey': ({ KeyId }) => ({ KeyMetadata: key(`${KeyId}`) }),
  'kms:GetKeyPolicy': () => ({ Policy: KEY_POLICY, PolicyName: 'default' }),
  'kms:ListGrants': () => ({ Grants: [], Truncated: false }),
  'sagemaker:ListEndpoints': () => ({ Endpoints: [] }),
  'servicequotas:ListServiceQuotas': ({ ServiceCode }) => ({ Quotas: [quota(ServiceCode, 'L-00000001', INSTANCES)] }),
  'servicequotas:GetServiceQuota': ({ ServiceCode, QuotaCode }) => ({ Quota: quota(ServiceCode, QuotaCode, 'Maximum total concurrency') }),
};

const ABSENT: Readonly<Record<string, Absence>> = {
  's3:GetBucketPolicy': { status: 404, code: 'NoSuchBucketPolicy', message: 'The bucket policy does not exist' },
  'ecr:GetRepositoryPolicy': { status: 400, code: 'RepositoryPolicyNotFoundException', message: 'Repository policy does not exist' },
  'organizations:DescribeOrganization': { status: 400, code: 'AWSOrganizationsNotInUseException', message: 'Your account is not a member of an organization.' },
  'sagemaker:DescribeEndpoint': { status: 400, code: 'ValidationException', message: 'Could not find endpoint' },
};

/** How AWS says that the account has no such thing. */
export const scaleAbsence = ({ service, operation }: AwsRequest): Absence | undefined => ABSENT[`${service}:${operation}`];

const keyOfObject = (object: unknown): string => keyArn(Number(`${object}`.split('/')[0]) % SHARED.keys);

/** S3's answer: headers, and the first bytes of an archive. */
export const scaleS3Answer = ({ operation, input }: AwsRequest): HttpAnswer | undefined => {
  switch (operation) {
    case 'HeadBucket':
      return { status: 200, headers: { 'x-amz-bucket-region': REGION }, body: '' };
    case 'HeadObject':
      return {
        status: 200,
        headers: {
          'content-length': '1000000',
          'x-amz-server-side-encryption': 'aws:kms',
          'x-amz-server-side-encryption-aws-kms-key-id': keyOfObject(input['Key']),
        },
        body: '',
      };
    case 'GetObject':
      return { status: 206, headers: { 'content-range': 'bytes 0-1/1000000' }, body: Buffer.from('1f8b', 'hex') };
    default:
      return undefined;
  }
};
