import { gzipSync } from 'node:zlib';
import { CreateRoleCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateAliasCommand, CreateKeyCommand } from '@aws-sdk/client-kms';
import type { BucketLocationConstraint } from '@aws-sdk/client-s3';
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { ProductionVariant, ProductionVariantInstanceType } from '@aws-sdk/client-sagemaker';
import { CreateEndpointCommand, CreateEndpointConfigCommand, CreateModelCommand } from '@aws-sdk/client-sagemaker';
import type { PolicyStatement } from '../../src/model/policy.ts';
import type { ServerlessConfig } from '../../src/model/target.ts';
import { dnsSuffixOf, partitionOf } from '../../src/reason/arn.ts';
import type { AdminClients, Place } from './clients.ts';
import { roleArn } from './clients.ts';

/** An account that is being built: where it is, and who builds. */
export type Site = Place & { readonly admin: AdminClients };

/** The text of a policy. */
export const document = (...statements: readonly PolicyStatement[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });

/** A statement with which a service may assume a role. */
export const trustingService = (service = 'sagemaker.amazonaws.com'): PolicyStatement => ({
  Effect: 'Allow',
  Principal: { Service: service },
  Action: 'sts:AssumeRole',
});

/** A statement that gives an account's own policies power over the resource: delegation in key policies, trust in roles. */
export const trustingAccount = ({ account, region }: Place, action: string): PolicyStatement => ({
  Effect: 'Allow',
  Principal: { AWS: `arn:${partitionOf(region)}:iam::${account}:root` },
  Action: action,
  ...(action.startsWith('kms:') && { Resource: '*' }),
});

/** A role, with its trust and its inline policies by name. */
export interface RoleSeed {
  readonly name: string;
  readonly trust: string;
  readonly policies: Readonly<Record<string, string>>;
}

/** Creates a role and returns its ARN. */
export const createRole = async (site: Site, { name, trust, policies }: RoleSeed): Promise<string> => {
  await site.admin.iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: trust }));
  for (const [PolicyName, PolicyDocument] of Object.entries(policies)) {
    await site.admin.iam.send(new PutRolePolicyCommand({ RoleName: name, PolicyName, PolicyDocument }));
  }
  return roleArn(site, name);
};

/** Creates a customer key, with an alias, and returns its ARN. Default policy: the account decides by IAM. */
export const createKey = async (site: Site, alias: string, policy = document(trustingAccount(site, 'kms:*'))): Promise<string> => {
  // moto leaves out what is not asked for.
  const key = new CreateKeyCommand({ Policy: policy, KeyUsage: 'ENCRYPT_DECRYPT', KeySpec: 'SYMMETRIC_DEFAULT', MultiRegion: false });
  const { KeyMetadata: { Arn, KeyId } = { Arn: undefined, KeyId: undefined } } = await site.admin.kms.send(key);
  if (Arn === undefined || KeyId === undefined) throw new Error('no key');
  await site.admin.kms.send(new CreateAliasCommand({ AliasName: `alias/${alias}`, TargetKeyId: KeyId }));
  return Arn;
};

/** Creates a bucket in the site's Region. */
export const createBucket = async ({ admin, region }: Site, bucket: string): Promise<void> => {
  // us-east-1 may not be named: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
  const where = region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint } };
  await admin.s3.send(new CreateBucketCommand({ Bucket: bucket, ...where }));
};

/** Where an artifact is put, and with which key it is encrypted (none: AES256). */
export interface ArtifactSeed {
  readonly bucket: string;
  readonly key: string;
  readonly kmsKeyArn?: string;
}

/** What begins as gzip does. */
const MODEL = gzipSync('model');

/** Puts a model artifact and returns its address. */
export const putArtifact = async ({ admin }: Site, { bucket, key, kmsKeyArn }: ArtifactSeed): Promise<string> => {
  const encryption =
    kmsKeyArn === undefined ? ({ ServerSideEncryption: 'AES256' } as const) : ({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: kmsKeyArn } as const);
  await admin.s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: MODEL, ...encryption }));
  return `s3://${bucket}/${key}`;
};

const MANIFEST = {
  schemaVersion: 2,
  mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
  config: { mediaType: 'application/vnd.docker.container.image.v1+json', size: 52_428_800, digest: `sha256:${'a'.repeat(64)}` },
  layers: [],
} as const;

/** One call to ECR, whose client is no dependency. Signed for show: moto reads account and Region from the scope only. */
const callEcr = async ({ url, region, admin }: Site, operation: string, input: unknown): Promise<void> => {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AmazonEC2ContainerRegistry_V20150921.${operation}`,
    authorization: `AWS4-HMAC-SHA256 Credential=${admin.keys.accessKeyId}/20260101/${region}/ecr/aws4_request, SignedHeaders=host, Signature=0`,
  };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(input) });
  if (!answer.ok) throw new Error(`${operation} answered ${answer.status}: ${await answer.text()}`);
};

/** Creates a repository whose tags cannot be moved, with one image, and returns the image's URI. */
export const createImage = async (site: Site, repository: string, tag: string): Promise<string> => {
  await callEcr(site, 'CreateRepository', { repositoryName: repository, imageTagMutability: 'IMMUTABLE' });
  await callEcr(site, 'PutImage', { repositoryName: repository, imageTag: tag, imageManifest: JSON.stringify(MANIFEST) });
  return `${site.account}.dkr.ecr.${site.region}.${dnsSuffixOf(site.region)}/${repository}:${tag}`;
};

/** An endpoint that runs already. */
export interface EndpointSeed {
  readonly name: string;
  readonly executionRoleArn: string;
  readonly image: string;
  readonly serverlessConfig: ServerlessConfig;
}

/** The endpoint's only variant, beside its model. */
type Hosting = Pick<ProductionVariant, 'ServerlessConfig' | 'InstanceType' | 'InitialInstanceCount'>;

const createEndpoint = async ({ admin }: Site, { name, executionRoleArn, image }: Omit<EndpointSeed, 'serverlessConfig'>, hosting: Hosting): Promise<void> => {
  const variant = { VariantName: 'AllTraffic', ModelName: name, ...hosting };
  await admin.sagemaker.send(new CreateModelCommand({ ModelName: name, ExecutionRoleArn: executionRoleArn, PrimaryContainer: { Image: image } }));
  await admin.sagemaker.send(new CreateEndpointConfigCommand({ EndpointConfigName: name, ProductionVariants: [variant] }));
  await admin.sagemaker.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
};

/** Creates a model, a configuration and a serverless endpoint of one name. */
export const createServerlessEndpoint = (site: Site, { serverlessConfig, ...seed }: EndpointSeed): Promise<void> => {
  const { memorySizeInMB: MemorySizeInMB, maxConcurrency: MaxConcurrency } = serverlessConfig;
  return createEndpoint(site, seed, { ServerlessConfig: { MemorySizeInMB, MaxConcurrency } });
};

/** An endpoint on instances that runs already. */
export interface InstanceEndpointSeed extends Omit<EndpointSeed, 'serverlessConfig'> {
  /** One of those that moto knows: no newer family than g4dn, inf1, m5 and r5. */
  readonly instanceType: ProductionVariantInstanceType;
  readonly count: number;
}

/** Creates a model, a configuration and an endpoint on instances, of one name. */
export const createInstanceEndpoint = (site: Site, { instanceType, count, ...seed }: InstanceEndpointSeed): Promise<void> =>
  createEndpoint(site, seed, { InstanceType: instanceType, InitialInstanceCount: count });
