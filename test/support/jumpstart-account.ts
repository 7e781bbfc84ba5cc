import { CreateDomainCommand } from '@aws-sdk/client-sagemaker';
import type { PolicyStatement } from '../../src/model/policy.ts';
import type { JumpStartModelTarget } from '../../src/model/target.ts';
import { partitionOf } from '../../src/reason/arn.ts';
import type { SessionKeys } from './clients.ts';
import { adminClients, assume, environmentOf } from './clients.ts';
import type { JumpStartModelSeed } from './jumpstart.ts';
import { createJumpStart, jumpStartBucket } from './jumpstart.ts';
import type { ReadyVpc } from './ready-network.ts';
import { readyVpc } from './ready-network.ts';
import type { Site } from './seed.ts';
import { createBucket, createKey, createRole, document, putArtifact, trustingAccount, trustingService } from './seed.ts';
import type { Stage } from './stage.ts';

/** An account in which a JumpStart model can be hosted, trained, or both. */
export interface JumpStartAccount extends Site {
  readonly executionRole: { readonly name: string; readonly arn: string };
  readonly deployer: { readonly name: string; readonly arn: string };
  /** The account's own. */
  readonly bucket: string;
  readonly keyArn: string;
  readonly vpc: ReadyVpc;
  readonly target: JumpStartModelTarget;
  readonly deployerKeys: SessionKeys;
  /** Variables with which a process acts as the deployer, through the proxy. */
  readonly environment: Readonly<Record<string, string>>;
}

const REGION = 'us-east-1';
const EXECUTION_ROLE = 'JumpStartExecution';
const DEPLOYER = 'JumpStartDeployer';

/** Model that every variant means. */
export const MODEL = 'huggingface-llm-mistral-7b';

/** What says that hosting packs the model anew, with its script; and that it is trained on small instances as well. */
const REPACKAGED = {
  hosting_prepacked_artifact_key: null,
  hosting_use_script_uri: true,
  supported_training_instance_types: ['ml.g5.12xlarge', 'ml.m5.xlarge', 'ml.p4d.24xlarge'],
};

/** Models of the Region's manifest, one for each thing that a specification may say. */
const MODELS: readonly JumpStartModelSeed[] = [
  { modelId: MODEL, version: '2.9.0', spec: { ...REPACKAGED, deprecated: true } },
  { modelId: MODEL, version: '2.10.0', spec: REPACKAGED },
  { modelId: 'packed-already', version: '1.0.0' },
  { modelId: 'pytorch-ic-untrainable', version: '1.0.0', spec: { training_supported: false } },
  {
    modelId: 'open-network-model',
    version: '1.0.0',
    spec: { ...REPACKAGED, inference_enable_network_isolation: false, training_enable_network_isolation: false },
  },
  { modelId: 'meta-textgeneration-llama-2-7b', version: '2.0.0', spec: { ...REPACKAGED, hosting_eula_key: 'eula/llama.txt' } },
  {
    modelId: 'meta-textgeneration-llama-3-8b',
    version: '1.0.0',
    spec: { gated_bucket: true, hosting_eula_key: 'eula/llama.txt', hosting_prepacked_artifact_key: 'meta/llama-3-8b/artifacts/inference/v1.0.0/' },
  },
];

const LOG_ACTIONS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams', 'cloudwatch:PutMetricData'];
const NETWORK_ACTIONS = [
  'ec2:CreateNetworkInterface',
  'ec2:CreateNetworkInterfacePermission',
  'ec2:DeleteNetworkInterface',
  'ec2:DeleteNetworkInterfacePermission',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeVpcs',
  'ec2:DescribeDhcpOptions',
  'ec2:DescribeSubnets',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeVpcEndpoints',
];
const DEPLOY_ACTIONS = [
  'sagemaker:CreateModel',
  'sagemaker:CreateEndpointConfig',
  'sagemaker:CreateEndpoint',
  'sagemaker:CreateTrainingJob',
  'sagemaker:DescribeHubContent',
  'sagemaker:AddTags',
];

const allow = (action: string | readonly string[], resource: string | readonly string[]): PolicyStatement => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});

/** Buckets of the Region's models, as ARNs. */
export const contentArns = (region: string): readonly string[] =>
  [jumpStartBucket(region), `jumpstart-private-cache-prod-${region}`, `sagemaker-sd-models-prod-${region}`].map(
    (bucket) => `arn:${partitionOf(region)}:s3:::${bucket}`,
  );

/** What the execution role may do, one statement a matter. Source: https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html */
export const executionStatements = ({ region, bucket, keyArn }: Pick<JumpStartAccount, 'region' | 'bucket' | 'keyArn'>) => {
  const own = `arn:${partitionOf(region)}:s3:::${bucket}`;
  const content = contentArns(region);
  return {
    readContent: allow(
      's3:GetObject',
      content.map((arn) => `${arn}/*`),
    ),
    listContent: allow('s3:ListBucket', content),
    readOwn: allow('s3:GetObject', `${own}/*`),
    writeOwn: allow('s3:PutObject', `${own}/*`),
    listOwn: allow('s3:ListBucket', own),
    useKey: allow(['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey', 'kms:Encrypt'], keyArn),
    grantKey: allow('kms:CreateGrant', keyArn),
    network: allow(NETWORK_ACTIONS, '*'),
    logs: allow(LOG_ACTIONS, '*'),
  };
};

/** What the deployer may do, likewise. */
export const deployerStatements = ({ region, executionRole, keyArn }: Pick<JumpStartAccount, 'region' | 'executionRole' | 'keyArn'>) => ({
  deploy: allow(DEPLOY_ACTIONS, '*'),
  readManifest: allow('s3:GetObject', `${contentArns(region)[0]}/*`),
  useKey: allow(['kms:CreateGrant', 'kms:DescribeKey'], keyArn),
  passRole: { ...allow('iam:PassRole', executionRole.arn), Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } } },
});

const built = new WeakSet<Stage>();

/** Images of AWS’s own, which the models of the manifest name. */
const publishImages = ({ proxy }: Stage): void => {
  for (const repository of ['huggingface-pytorch-tgi-inference', 'huggingface-pytorch-training']) {
    for (const tag of ['2.1-cpu', '2.1-gpu']) proxy.publishImage(`763104351884.dkr.ecr.${REGION}.amazonaws.com/${repository}:${tag}`);
  }
};

/** What AWS publishes belongs to no case: whoever comes first builds it for its stage. */
const openSite = async (stage: Stage): Promise<Site> => {
  const place = { url: stage.proxy.url, account: stage.nextAccount(), region: REGION };
  const site = { ...place, admin: await adminClients(place) };
  if (!built.has(stage)) {
    built.add(stage);
    await createJumpStart(site, MODELS);
    publishImages(stage);
  }
  return site;
};

const setQuotas = ({ proxy }: Stage, { account, region }: Site): void => {
  const here = { account, region, serviceCode: 'sagemaker' };
  const names = [
    'ml.m5.large for endpoint',
    'ml.m5.xlarge for endpoint',
    'ml.g5.2xlarge for endpoint',
    'ml.m5.large for training job',
    'ml.m5.xlarge for training job',
    'ml.g5.12xlarge for training job',
    'ml.p4d.24xlarge for training job',
  ];
  names.forEach((name, place) => {
    proxy.setQuota({ ...here, quotaCode: `L-0000000${place}`, name: `${name} usage`, value: 4 });
  });
};

const createRoles = async (site: Site, bucket: string, keyArn: string) => {
  const executionPolicy = document(...Object.values(executionStatements({ ...site, bucket, keyArn })));
  const executionRole = {
    name: EXECUTION_ROLE,
    arn: await createRole(site, { name: EXECUTION_ROLE, trust: document(trustingService()), policies: { Execution: executionPolicy } }),
  };
  const deployerPolicy = document(...Object.values(deployerStatements({ ...site, executionRole, keyArn })));
  const trust = document(trustingAccount(site, 'sts:AssumeRole'));
  const deployer = { name: DEPLOYER, arn: await createRole(site, { name: DEPLOYER, trust, policies: { Deploy: deployerPolicy } }) };
  return { executionRole, deployer };
};

type Built = Omit<JumpStartAccount, 'target'>;

const build = async (stage: Stage): Promise<Built> => {
  const site = await openSite(stage);
  const bucket = `jumpstart-${site.account}`;
  await createBucket(site, bucket);
  await putArtifact(site, { bucket, key: 'train/instructions.jsonl' });
  const keyArn = await createKey(site, 'models');
  const { executionRole, deployer } = await createRoles(site, bucket, keyArn);
  setQuotas(stage, site);
  const deployerKeys = await assume(site, deployer.arn);
  const vpc = await readyVpc(site);
  return { ...site, executionRole, deployer, bucket, keyArn, vpc, deployerKeys, environment: environmentOf(site, deployerKeys) };
};

const planned = ({ account, region, deployer, vpc }: Built) => ({
  scenario: 'jumpstart-model' as const,
  name: 'mistral',
  account,
  region,
  deployer: deployer.arn,
  modelId: MODEL,
  vpcConfig: { subnets: vpc.subnetIds, securityGroupIds: [vpc.groupId] },
});

/** A ready account for a model that is hosted in a VPC, under a key. */
export const readyJumpStartHosting = async (stage: Stage): Promise<JumpStartAccount> => {
  const account = await build(stage);
  const hosted = { modelName: 'mistral', endpointName: 'mistral', endpointConfigName: 'mistral', instanceType: 'ml.m5.xlarge', kmsKeyId: account.keyArn };
  const target = { ...planned(account), ...hosted, use: 'hosting' as const, executionRoleArn: account.executionRole.arn };
  return { ...account, target: { ...target, outputPath: `s3://${account.bucket}/jumpstart` } };
};

/** A ready account for a model that is trained in a VPC, with keys for volume and output. */
export const readyJumpStartTraining = async (stage: Stage): Promise<JumpStartAccount> => {
  const account = await build(stage);
  const { bucket, keyArn } = account;
  const trainingJob = {
    trainingJobName: 'mistral',
    inputs: [`s3://${bucket}/train/`],
    resourceConfig: { instanceType: 'ml.m5.xlarge', instanceCount: 1, volumeSizeInGB: 50, volumeKmsKeyId: keyArn },
    outputDataConfig: { s3OutputPath: `s3://${bucket}/output`, kmsKeyId: keyArn },
    stoppingCondition: { maxRuntimeInSeconds: 86_400 },
  };
  return { ...account, target: { ...planned(account), use: 'training', executionRoleArn: account.executionRole.arn, trainingJob } };
};

/** A Studio account with the id of its domain. */
export type StudioAccount = JumpStartAccount & { readonly domainId: string };

/** Creates a Studio domain with a role for users, and one for spaces where it is named. */
export const createDomain = async ({ admin, vpc }: Pick<Built, 'admin' | 'vpc'>, executionRoleArn: string, spaceRoleArn?: string): Promise<string> => {
  const { DomainArn = '' } = await admin.sagemaker.send(
    new CreateDomainCommand({
      DomainName: spaceRoleArn === undefined ? 'without-spaces' : 'ml',
      AuthMode: 'IAM',
      DefaultUserSettings: { ExecutionRole: executionRoleArn },
      ...(spaceRoleArn !== undefined && { DefaultSpaceSettings: { ExecutionRole: spaceRoleArn } }),
      SubnetIds: [...vpc.subnetIds],
      VpcId: vpc.vpcId,
    }),
  );
  return DomainArn.slice(DomainArn.lastIndexOf('/') + 1);
};

/** A ready account for a model that is hosted from Studio, without a role, a VPC or a key: the role is the domain's. */
export const readyJumpStartStudio = async (stage: Stage): Promise<StudioAccount> => {
  const account = await build(stage);
  const domainId = await createDomain(account, account.executionRole.arn, account.executionRole.arn);
  const here = { account: account.account, region: account.region, domainId };
  stage.proxy.setUserProfile({ ...here, userProfileName: 'ana' });
  stage.proxy.setSpace({ ...here, spaceName: 'team' });
  const { vpcConfig: _, ...plan } = planned(account);
  const studio = { domainId, userProfileName: 'ana' };
  return { ...account, domainId, target: { ...plan, use: 'hosting', instanceType: 'ml.m5.xlarge', endpointName: 'mistral', studio } };
};
