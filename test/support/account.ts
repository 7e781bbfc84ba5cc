import type { PolicyStatement } from '../../src/model/policy.ts';
import type { ServerlessConfig, ServerlessEndpointTarget } from '../../src/model/target.ts';
import { partitionOf } from '../../src/reason/arn.ts';
import type { SessionKeys } from './clients.ts';
import { adminClients, assume, environmentOf } from './clients.ts';
import type { Site } from './seed.ts';
import { createBucket, createImage, createKey, createRole, document, putArtifact, trustingAccount, trustingService } from './seed.ts';
import type { Stage } from './stage.ts';

/** Quota code of the concurrency of all serverless endpoints together. */
export const SERVERLESS_CONCURRENCY = 'L-96300102';

type ReadyTarget = ServerlessEndpointTarget & { readonly executionRoleArn: string; readonly image: string; readonly serverlessConfig: ServerlessConfig };

/** An account in which the target's deployment would work. */
export interface ReadyAccount extends Site {
  readonly executionRole: { readonly name: string; readonly arn: string };
  readonly deployer: { readonly name: string; readonly arn: string };
  readonly bucket: string;
  /** Key of the artifact in its bucket. */
  readonly artifactKey: string;
  readonly keyArn: string;
  readonly target: ReadyTarget;
  /** Keys of a session of the deployer. */
  readonly deployerKeys: SessionKeys;
  /** Variables with which a process acts as the deployer, through the proxy. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What a case may ask to be different from the start. */
export interface ReadyOptions {
  /** 12 digits; default: the stage's next free one. */
  readonly account: string;
  readonly region: string;
  /** Applied quota of serverless concurrency. */
  readonly concurrencyQuota: number;
}

const SERVERLESS_CONCURRENCY_NAME = 'Maximum total concurrency that can be allocated across all serverless endpoints';
const EXECUTION_ROLE = 'ChurnExecution';
const DEPLOYER = 'ChurnDeployer';
const ARTIFACT_KEY = 'churn/model.tar.gz';
const IMAGE_ACTIONS = ['ecr:GetAuthorizationToken', 'ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];
const LOG_ACTIONS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams', 'cloudwatch:PutMetricData'];
const KEY_ACTIONS = ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey', 'kms:CreateGrant'];
const DEPLOY_ACTIONS = [
  'sagemaker:CreateModel',
  'sagemaker:CreateEndpointConfig',
  'sagemaker:CreateEndpoint',
  'sagemaker:UpdateEndpoint',
  'sagemaker:DescribeEndpoint',
  'sagemaker:AddTags',
];

const allow = (action: string | readonly string[], resource: string | readonly string[]): PolicyStatement => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});

/** What the execution role may do. Source: https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createmodel-perms */
export const executionStatements = (region: string, bucket: string, keyArn: string): readonly PolicyStatement[] => {
  const bucketArn = `arn:${partitionOf(region)}:s3:::${bucket}`;
  return [
    allow('s3:GetObject', `${bucketArn}/*`),
    allow('s3:ListBucket', bucketArn),
    allow(KEY_ACTIONS, keyArn),
    allow([...IMAGE_ACTIONS, ...LOG_ACTIONS], '*'),
  ];
};

/** What the deployer may do; the role is passed to SageMaker only. */
export const deployerStatements = (executionRoleArn: string, keyArn: string): readonly PolicyStatement[] => [
  allow(DEPLOY_ACTIONS, '*'),
  allow(['kms:CreateGrant', 'kms:DescribeKey'], keyArn),
  { ...allow('iam:PassRole', executionRoleArn), Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } } },
];

/** An account of its own, with whoever builds it. */
export const openSite = async ({ proxy, nextAccount }: Stage, options: Partial<ReadyOptions>): Promise<Site> => {
  const place = { url: proxy.url, account: options.account ?? nextAccount(), region: options.region ?? 'us-east-1' };
  return { ...place, admin: await adminClients(place) };
};

const createStorage = async (site: Site) => {
  const bucket = `churn-models-${site.account}`;
  const keyArn = await createKey(site, 'churn');
  await createBucket(site, bucket);
  return { bucket, keyArn, modelDataUrl: await putArtifact(site, { bucket, key: ARTIFACT_KEY, kmsKeyArn: keyArn }) };
};

const createRoles = async (site: Site, bucket: string, keyArn: string) => {
  const execution = { trust: document(trustingService()), policies: { Execution: document(...executionStatements(site.region, bucket, keyArn)) } };
  const executionRoleArn = await createRole(site, { name: EXECUTION_ROLE, ...execution });
  const deployer = {
    trust: document(trustingAccount(site, 'sts:AssumeRole')),
    policies: { Deploy: document(...deployerStatements(executionRoleArn, keyArn)) },
  };
  return { executionRoleArn, deployerArn: await createRole(site, { name: DEPLOYER, ...deployer }) };
};

type Planned = Pick<ReadyTarget, 'account' | 'region' | 'deployer' | 'executionRoleArn' | 'image' | 'modelDataUrl' | 'kmsKeyId'>;

const targetOf = (planned: Planned): ReadyTarget => ({
  scenario: 'serverless-endpoint',
  name: 'churn',
  modelName: 'churn',
  endpointName: 'churn',
  endpointConfigName: 'churn',
  serverlessConfig: { memorySizeInMB: 2048, maxConcurrency: 5 },
  ...planned,
});

/** Builds an account that is ready for one serverless endpoint, by the SDK's own creating calls. */
export const readyServerlessAccount = async (stage: Stage, options: Partial<ReadyOptions> = {}): Promise<ReadyAccount> => {
  const site = await openSite(stage, options);
  const { account, region } = site;
  const { bucket, keyArn, modelDataUrl } = await createStorage(site);
  const { executionRoleArn, deployerArn } = await createRoles(site, bucket, keyArn);
  const image = await createImage(site, 'churn', '1.4');
  const deployerKeys = await assume(site, deployerArn);
  const quota = { serviceCode: 'sagemaker', quotaCode: SERVERLESS_CONCURRENCY, name: SERVERLESS_CONCURRENCY_NAME, value: options.concurrencyQuota ?? 20 };
  stage.proxy.setQuota({ account, region, ...quota });
  return {
    ...site,
    executionRole: { name: EXECUTION_ROLE, arn: executionRoleArn },
    deployer: { name: DEPLOYER, arn: deployerArn },
    bucket,
    artifactKey: ARTIFACT_KEY,
    keyArn,
    deployerKeys,
    environment: environmentOf(site, deployerKeys),
    target: targetOf({ account, region, deployer: deployerArn, executionRoleArn, image, modelDataUrl, kmsKeyId: keyArn }),
  };
};
