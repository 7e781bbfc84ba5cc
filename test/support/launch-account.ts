import type { PolicyStatement } from '../../src/model/policy.ts';
import type { WandbLaunchQueueTarget } from '../../src/model/target.ts';
import type { TrainingJob } from '../../src/model/training.ts';
import type { BuilderConfig } from '../../src/model/wandb.ts';
import { partitionOf } from '../../src/reason/arn.ts';
import { openSite } from './account.ts';
import type { SessionKeys } from './clients.ts';
import { assume, environmentOf } from './clients.ts';
import type { Site } from './seed.ts';
import { createBucket, createImage, createKey, createRole, document, trustingAccount, trustingService } from './seed.ts';
import type { Stage } from './stage.ts';

type ReadyTarget = WandbLaunchQueueTarget & { readonly executionRoleArn: string; readonly deployer: string; readonly trainingJob: TrainingJob };

/** An account in which the queue's jobs would run. */
export interface LaunchAccount extends Site {
  readonly executionRole: { readonly name: string; readonly arn: string };
  readonly agent: { readonly name: string; readonly arn: string };
  /** Where jobs write, and where build contexts lie. */
  readonly bucket: string;
  readonly contexts: string;
  readonly keyArn: string;
  /** The repository's URI, without tag, and an image in it. */
  readonly repository: string;
  readonly image: string;
  readonly target: ReadyTarget;
  /** Keys of a session of the agent. */
  readonly deployerKeys: SessionKeys;
  /** Variables with which a process acts as the agent, through the proxy. */
  readonly environment: Readonly<Record<string, string>>;
}

const EXECUTION_ROLE = 'LaunchExecution';
const AGENT_ROLE = 'LaunchAgent';
const REPOSITORY = 'launch';
const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];

/** A statement that allows. */
export const allow = (action: string | readonly string[], resource: string | readonly string[] = '*', condition?: PolicyStatement['Condition']) => ({
  Effect: 'Allow' as const,
  Action: action,
  Resource: resource,
  ...(condition && { Condition: condition }),
});

type Granted = Pick<LaunchAccount, 'account' | 'region' | 'bucket' | 'contexts' | 'keyArn'>;

const s3Arn = ({ region }: Pick<Granted, 'region'>, bucket: string): string => `arn:${partitionOf(region)}:s3:::${bucket}`;
const arnIn = ({ region, account }: Pick<Granted, 'region' | 'account'>, service: string, rest: string): string =>
  `arn:${partitionOf(region)}:${service}:${region}:${account}:${rest}`;

/** What the jobs may do, by purpose. Source: https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html */
export const jobStatements = (account: Granted) => ({
  output: allow('s3:PutObject', `${s3Arn(account, account.bucket)}/*`),
  list: allow('s3:ListBucket', s3Arn(account, account.bucket)),
  token: allow('ecr:GetAuthorizationToken'),
  pull: allow(PULL, arnIn(account, 'ecr', `repository/${REPOSITORY}`)),
  logs: allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams', 'cloudwatch:PutMetricData']),
  key: allow(['kms:Encrypt', 'kms:GenerateDataKey'], account.keyArn),
});

/** What the agent may do, by purpose. Source: https://docs.wandb.ai/launch/setup-launch-sagemaker */
export const agentStatements = (account: Granted) => {
  const jobs = arnIn(account, 'sagemaker', 'training-job/*');
  const repository = arnIn(account, 'ecr', `repository/${REPOSITORY}`);
  const roleArn = `arn:${partitionOf(account.region)}:iam::${account.account}:role/${EXECUTION_ROLE}`;
  return {
    create: allow('sagemaker:CreateTrainingJob', jobs),
    tag: allow('sagemaker:AddTags', jobs),
    describe: allow('sagemaker:DescribeTrainingJob', jobs),
    stop: allow('sagemaker:StopTrainingJob', jobs),
    pass: allow('iam:PassRole', roleArn, { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } }),
    logs: allow(['logs:DescribeLogStreams', 'logs:GetLogEvents'], arnIn(account, 'logs', 'log-group:/aws/sagemaker/TrainingJobs:*')),
    grant: allow('kms:CreateGrant', account.keyArn, {
      StringEquals: { 'kms:ViaService': `sagemaker.${account.region}.amazonaws.com` },
      Bool: { 'kms:GrantIsForAWSResource': 'true' },
    }),
    token: allow('ecr:GetAuthorizationToken'),
    push: allow(['ecr:BatchCheckLayerAvailability', 'ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload', 'ecr:PutImage'], repository),
    describeImages: allow('ecr:DescribeImages', repository),
    cache: allow(['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], repository),
    contexts: allow('s3:ListBucket', s3Arn(account, account.contexts)),
    archives: allow('s3:*Object', `${s3Arn(account, account.contexts)}/*`),
  };
};

const createRoles = async (site: Site, granted: Granted) => {
  const execution = { trust: document(trustingService()), policies: { Jobs: document(...Object.values(jobStatements(granted))) } };
  const agent = { trust: document(trustingAccount(site, 'sts:AssumeRole')), policies: { Agent: document(...Object.values(agentStatements(granted))) } };
  return {
    executionRoleArn: await createRole(site, { name: EXECUTION_ROLE, ...execution }),
    agentArn: await createRole(site, { name: AGENT_ROLE, ...agent }),
  };
};

const QUOTAS = [
  ['L-TESTM5TR', 'ml.m5.xlarge for training job usage'],
  ['L-TESTM5SP', 'ml.m5.xlarge for spot training job usage'],
  ['L-00C91CB5', 'Number of instances across all training jobs'],
] as const;

/** What differs by builder. */
const builders = ({ repository, contexts }: Pick<LaunchAccount, 'repository' | 'contexts'>): Readonly<Record<BuilderConfig['type'], BuilderConfig>> => ({
  docker: { type: 'docker', destination: repository },
  kaniko: { type: 'kaniko', destination: repository, buildContextStore: `s3://${contexts}/builds`, secretName: 'aws', secretKey: 'credentials' },
  noop: { type: 'noop' },
});

const queueOf = (roleArn: string, image: string | undefined): WandbLaunchQueueTarget['queue'] => ({
  name: 'training',
  roleArn,
  ...(image !== undefined && { trainingImage: image, trainingInputMode: 'File' }),
  hasAlgorithmSpecification: image !== undefined,
  templated: [],
  unknownKeys: [],
});

type Planned = Omit<LaunchAccount, 'executionRole' | 'agent' | 'target' | 'deployerKeys' | 'environment' | 'admin' | 'url'> & {
  readonly executionRoleArn: string;
  readonly agentArn: string;
};

const targetOf = (planned: Planned, builder: BuilderConfig['type']): ReadyTarget => {
  const { account, region, executionRoleArn, agentArn, bucket, keyArn } = planned;
  const image = builder === 'noop' ? planned.image : undefined;
  return {
    scenario: 'wandb-launch-queue',
    name: 'training queue',
    account,
    region,
    deployer: agentArn,
    executionRoleArn,
    ...(image !== undefined && { image }),
    queue: queueOf(executionRoleArn, image),
    agent: { baseUrl: 'https://api.wandb.ai', environment: { type: 'aws', region }, builder: builders(planned)[builder] },
    trainingJob: {
      resourceConfig: { instanceType: 'ml.m5.xlarge', instanceCount: 1, volumeSizeInGB: 30, volumeKmsKeyId: keyArn },
      outputDataConfig: { s3OutputPath: `s3://${bucket}/runs`, kmsKeyId: keyArn },
      stoppingCondition: { maxRuntimeInSeconds: 86_400 },
    },
  };
};

const createThings = async (site: Site) => {
  const [bucket, contexts] = [`launch-output-${site.account}`, `launch-context-${site.account}`];
  const [keyArn, image] = await Promise.all([
    createKey(site, 'launch'),
    createImage(site, REPOSITORY, 'base'),
    createBucket(site, bucket),
    createBucket(site, contexts),
  ]);
  return { bucket, contexts, keyArn, image, repository: image.replace(/:base$/, '') };
};

/** Builds an account that is ready for a queue whose agent builds in some way, by the SDK's own creating calls. */
export const readyLaunchAccount = async (stage: Stage, builder: BuilderConfig['type'] = 'kaniko'): Promise<LaunchAccount> => {
  const site = await openSite(stage, {});
  const { account, region } = site;
  const things = await createThings(site);
  const { executionRoleArn, agentArn } = await createRoles(site, { account, region, ...things });
  for (const [quotaCode, name] of QUOTAS) stage.proxy.setQuota({ account, region, serviceCode: 'sagemaker', quotaCode, name, value: 4 });
  const deployerKeys = await assume(site, agentArn);
  return {
    ...site,
    ...things,
    executionRole: { name: EXECUTION_ROLE, arn: executionRoleArn },
    agent: { name: AGENT_ROLE, arn: agentArn },
    target: targetOf({ account, region, ...things, executionRoleArn, agentArn }, builder),
    deployerKeys,
    environment: environmentOf(site, deployerKeys),
  };
};
