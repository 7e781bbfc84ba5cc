import { absent, present } from '../../src/model/fact.ts';
import type { Image, Repository } from '../../src/model/facts/ecr.ts';
import type { IdentityPolicies, Role, User } from '../../src/model/facts/iam.ts';
import type { Key } from '../../src/model/facts/kms.ts';
import type { Quota } from '../../src/model/facts/quota.ts';
import type { Bucket, S3Object } from '../../src/model/facts/s3.ts';
import type { Endpoint, EndpointConfig, ExistingEndpoint, Model, ModelPackage } from '../../src/model/facts/sagemaker.ts';
import type { PolicyKind, PolicySource } from '../../src/model/policy.ts';
import { ACCOUNT, DEPLOYER, KEY, REGION, ROLE } from './targets.ts';

type Statement = Readonly<Record<string, unknown>>;

/** A policy document of the given statements. */
export const policy = (kind: PolicyKind, ...statements: readonly Statement[]): PolicySource => ({
  kind,
  name: `${kind}-policy`,
  text: JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2),
});

export const trusting = (service = 'sagemaker.amazonaws.com', condition?: Statement): PolicySource =>
  policy('trust', { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole', ...(condition && { Condition: condition }) });

export const role = (changes: Partial<Role> = {}): Role => ({
  arn: ROLE,
  name: 'Execution',
  path: '/service-role/',
  roleId: 'AROAEXAMPLE',
  account: ACCOUNT,
  tags: {},
  trust: trusting(),
  ...changes,
});

export const deployerRole = (changes: Partial<Role> = {}): Role => role({ arn: DEPLOYER, name: 'Deployer', path: '/', roleId: 'AROADEPLOYER', ...changes });

export const user = (changes: Partial<User> = {}): User => ({
  arn: `arn:aws:iam::${ACCOUNT}:user/alice`,
  name: 'alice',
  path: '/',
  userId: 'AIDAEXAMPLE',
  account: ACCOUNT,
  tags: {},
  ...changes,
});

/** Identity policies that hold one inline document of the given statements. */
export const identity = (principalArn: string, ...statements: readonly Statement[]): IdentityPolicies => ({
  principalArn,
  policies: [{ kind: 'inline', name: 'inline', document: present(policy('inline', ...statements)) }],
  unread: [],
  boundary: absent,
});

export const bucket = (changes: Partial<Bucket> = {}): Bucket => ({ name: 'churn-models', region: REGION, owner: 'this-account', ...changes });
export const object = (changes: Partial<S3Object> = {}): S3Object => ({ size: 1_000_000, storageClass: 'STANDARD', encryption: 'AES256', ...changes });
export const key = (changes: Partial<Key> = {}): Key => ({
  arn: KEY,
  keyId: KEY.slice(KEY.indexOf('/') + 1),
  account: ACCOUNT,
  region: REGION,
  state: 'Enabled',
  manager: 'CUSTOMER',
  usage: 'ENCRYPT_DECRYPT',
  spec: 'SYMMETRIC_DEFAULT',
  ...changes,
});

/** The key policy that KMS gives a new key: the account may decide by IAM. */
export const delegating = (): PolicySource =>
  policy('key', { Sid: 'Enable IAM User Permissions', Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' });

export const quota = (value: number): Quota => ({ code: 'L-96300102', name: 'Maximum total concurrency', value, adjustable: true });

export const repository = (changes: Partial<Repository> = {}): Repository => ({
  arn: `arn:aws:ecr:${REGION}:${ACCOUNT}:repository/churn`,
  name: 'churn',
  account: ACCOUNT,
  tagMutability: 'IMMUTABLE',
  ...changes,
});

export const image = (changes: Partial<Image> = {}): Image => ({
  digest: `sha256:${'a'.repeat(64)}`,
  mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
  size: 200_000_000,
  status: 'ACTIVE',
  ...changes,
});

const sagemakerArn = (thing: string): string => `arn:aws:sagemaker:${REGION}:${ACCOUNT}:${thing}`;
const SERVERLESS = { memorySizeInMB: 2048, maxConcurrency: 1 } as const;

/** One of the endpoints of a Region; default: a serverless one. */
export const existingEndpoint = (
  name: string,
  serverless: ExistingEndpoint['serverless'] = present([{ name: 'AllTraffic', ...SERVERLESS }]),
): ExistingEndpoint => ({
  name,
  arn: sagemakerArn(`endpoint/${name}`),
  status: 'InService',
  serverless,
});

export const endpoint = (changes: Partial<Endpoint> = {}): Endpoint => ({
  arn: sagemakerArn('endpoint/churn'),
  name: 'churn',
  status: 'InService',
  configName: 'churn-config',
  ...changes,
});

export const endpointConfig = (changes: Partial<EndpointConfig> = {}): EndpointConfig => ({
  arn: sagemakerArn('endpoint-config/churn-config'),
  name: 'churn-config',
  variants: [{ name: 'AllTraffic', modelName: 'churn-model', serverlessConfig: SERVERLESS }],
  shadowVariants: [],
  dataCapture: false,
  asyncInference: false,
  enableNetworkIsolation: false,
  inVpc: false,
  ...changes,
});

export const model = (changes: Partial<Model> = {}): Model => ({
  arn: sagemakerArn('model/churn-model'),
  name: 'churn-model',
  executionRoleArn: ROLE,
  containers: [{ image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/churn:1.4`, modelDataUrl: 's3://churn-models/churn/model.tar.gz', mode: 'SingleModel' }],
  enableNetworkIsolation: false,
  ...changes,
});

/** ARN of a version of a model package. */
export const PACKAGE = sagemakerArn('model-package/churn/3');

export const modelPackage = (changes: Partial<ModelPackage> = {}): ModelPackage => ({
  arn: PACKAGE,
  status: 'Completed',
  approval: 'Approved',
  containers: [{ image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/churn:1.4`, modelDataUrl: 's3://churn-models/churn/model.tar.gz' }],
  ...changes,
});
