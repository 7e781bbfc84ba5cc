import { DescribeImagesCommand, DescribeRepositoriesCommand, ECRClient, GetRepositoryPolicyCommand } from '@aws-sdk/client-ecr';
import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import { DescribeKeyCommand, GetKeyPolicyCommand, KMSClient, ListAliasesCommand, ListGrantsCommand } from '@aws-sdk/client-kms';
import { DescribeOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { GetBucketPolicyCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DescribeEndpointCommand, paginateListEndpoints, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { GetServiceQuotaCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startCannedServer } from '../../bench/support/canned.ts';
import { CANNED_TARGET } from '../../bench/support/canned-account.ts';
import type { CannedServer } from '../../bench/support/serve-canned.ts';

const LATENCY = 50;
let server: CannedServer;
beforeAll(async () => {
  server = await startCannedServer({ latency: LATENCY, endpoints: 3 });
});
afterAll(() => server?.stop());

const config = () => ({ endpoint: server.url, region: CANNED_TARGET.region, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
const { account, executionRoleArn, kmsKeyId: KeyId = '' } = CANNED_TARGET;
const Bucket = 'churn-models';

describe('the canned account, through the SDK', () => {
  test('identity', async () => {
    const iam = new IAMClient(config());
    expect(await new STSClient(config()).send(new GetCallerIdentityCommand({}))).toMatchObject({ Account: account });
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'Execution' }));
    expect(Role).toMatchObject({ Arn: executionRoleArn, RoleName: 'Execution', Path: '/' });
    expect(JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ''))).toMatchObject({ Statement: [{ Action: 'sts:AssumeRole' }] });
    expect(await iam.send(new ListRolePoliciesCommand({ RoleName: 'Execution' }))).toMatchObject({ PolicyNames: ['Inline'], IsTruncated: false });
    const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand({ RoleName: 'Deployer', PolicyName: 'Inline' }));
    expect(decodeURIComponent(PolicyDocument)).toContain('iam:PassRole');
    const { AttachedPolicies: [attached] = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: 'Execution' }));
    const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn: attached?.PolicyArn }));
    const version = await iam.send(new GetPolicyVersionCommand({ PolicyArn: Policy?.Arn, VersionId: Policy?.DefaultVersionId }));
    expect(decodeURIComponent(version.PolicyVersion?.Document ?? '')).toContain('s3:GetObject');
    const deployer = await iam.send(new GetRoleCommand({ RoleName: 'Deployer' }));
    expect(deployer.Role?.PermissionsBoundary?.PermissionsBoundaryArn).toBe(`arn:aws:iam::${account}:policy/Boundary`);
    expect(Role?.PermissionsBoundary).toBeUndefined();
    expect((await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: 'Deployer' }))).AttachedPolicies).toMatchObject([{ PolicyName: 'Deploying' }]);
  });

  test('image', async () => {
    const ecr = new ECRClient(config());
    const place = { registryId: account, repositoryName: 'churn' };
    const { repositories } = await ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['churn'] }));
    expect(repositories).toMatchObject([place]);
    const { imageDetails } = await ecr.send(new DescribeImagesCommand({ ...place, imageIds: [{ imageTag: '1.4' }] }));
    expect(imageDetails).toMatchObject([{ ...place, imageTags: ['1.4'] }]);
    await expect(ecr.send(new GetRepositoryPolicyCommand(place))).rejects.toMatchObject({ name: 'RepositoryPolicyNotFoundException' });
  });

  test('no organisation', async () => {
    const asked = new OrganizationsClient(config()).send(new DescribeOrganizationCommand({}));
    await expect(asked).rejects.toMatchObject({ name: 'AWSOrganizationsNotInUseException' });
  });

  test('key', async () => {
    const kms = new KMSClient(config());
    expect((await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata).toMatchObject({ Arn: KeyId, KeyState: 'Enabled' });
    expect((await kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }))).Policy).toContain(':root');
    expect(await kms.send(new ListGrantsCommand({ KeyId }))).toMatchObject({ Grants: [], Truncated: false });
  });

  test('artifact', async () => {
    const s3 = new S3Client(config());
    expect(await s3.send(new HeadBucketCommand({ Bucket }))).toMatchObject({ BucketRegion: CANNED_TARGET.region });
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key: 'churn/model.tar.gz' }))).toMatchObject({ ContentLength: 1_000_000, SSEKMSKeyId: KeyId });
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: 'churn/model.tar.gz', Range: 'bytes=0-1' }));
    expect(await Body?.transformToString('hex')).toBe('1f8b');
    await expect(s3.send(new GetBucketPolicyCommand({ Bucket }))).rejects.toMatchObject({ name: 'NoSuchBucketPolicy', $metadata: { httpStatusCode: 404 } });
  });

  test('endpoints by pages, and the quota', async () => {
    const client = new SageMakerClient(config());
    const names: (string | undefined)[] = [];
    for await (const { Endpoints = [] } of paginateListEndpoints({ client, pageSize: 2 }, {})) names.push(...Endpoints.map(({ EndpointName }) => EndpointName));
    expect(names).toEqual(['endpoint-1', 'endpoint-2', 'endpoint-3']);
    const { ProductionVariants } = await client.send(new DescribeEndpointCommand({ EndpointName: 'endpoint-1' }));
    expect(ProductionVariants?.[0]?.CurrentServerlessConfig).toEqual({ MemorySizeInMB: 1024, MaxConcurrency: 1 });
    const own = client.send(new DescribeEndpointCommand({ EndpointName: CANNED_TARGET.endpointName }));
    await expect(own).rejects.toMatchObject({ message: 'Could not find endpoint' });
    const { Quota } = await new ServiceQuotasClient(config()).send(new GetServiceQuotaCommand({ ServiceCode: 'sagemaker', QuotaCode: 'L-96300102' }));
    expect(Quota).toMatchObject({ Value: 10_000 });
  });

  test('calls are counted, wait their time, and are open together', async () => {
    server.forget();
    const kms = new KMSClient(config());
    const start = performance.now();
    await Promise.all([1, 2, 3].map(() => kms.send(new DescribeKeyCommand({ KeyId }))));
    expect(performance.now() - start).toBeGreaterThanOrEqual(LATENCY - 1);
    expect(server.calls()).toEqual({ 'kms:DescribeKey': 3 });
    expect(server.mostAtOnce()).toEqual({ kms: 3 });
    expect(server.repeated()).toEqual([expect.stringContaining('kms:DescribeKey')]);
    server.forget();
    expect(server.repeated()).toEqual([]);
  });

  test('a call without answer is an error', async () => {
    await expect(new KMSClient(config()).send(new ListAliasesCommand({}))).rejects.toMatchObject({ name: 'InvalidAction' });
  });
});
