import type { ProductionVariantInstanceType } from '@aws-sdk/client-sagemaker';
import { CreateModelPackageCommand, CreateModelPackageGroupCommand } from '@aws-sdk/client-sagemaker';
import type { PolicyStatement } from '../../src/model/policy.ts';
import type { InferenceRecommenderTarget, VpcConfig } from '../../src/model/target.ts';
import { partitionOf } from '../../src/reason/arn.ts';
import { openSite } from './account.ts';
import type { SessionKeys } from './clients.ts';
import { assume, environmentOf } from './clients.ts';
import type { ReadyVpc, ReadyVpcOptions } from './ready-network.ts';
import { readyVpc } from './ready-network.ts';
import type { Site } from './seed.ts';
import { createBucket, createImage, createKey, createRole, document, putArtifact, trustingAccount, trustingService } from './seed.ts';
import type { Stage } from './stage.ts';

/** Words that a model package says of its model, as CreateModelPackage takes them. */
export interface PackageWords {
  readonly Domain?: string;
  readonly Task?: string;
  readonly SamplePayloadUrl?: string;
  readonly Framework?: string;
  readonly FrameworkVersion?: string;
  readonly SupportedContentTypes?: readonly string[];
  readonly SupportedRealtimeInferenceInstanceTypes?: readonly string[];
  readonly ModelApprovalStatus?: 'Approved' | 'Rejected' | 'PendingManualApproval';
}

type ReadyTarget = InferenceRecommenderTarget & {
  readonly executionRoleArn: string;
  readonly modelPackageName: string;
  readonly vpcConfig: VpcConfig;
};

/** An account in which the target's Inference Recommender job would work. */
export interface RecommenderAccount extends Site {
  readonly executionRole: { readonly name: string; readonly arn: string };
  readonly deployer: { readonly name: string; readonly arn: string };
  readonly bucket: string;
  /** Key of the artifact in its bucket. */
  readonly artifactKey: string;
  readonly payloadKey: string;
  readonly keyArn: string;
  readonly image: string;
  readonly vpc: ReadyVpc;
  readonly target: ReadyTarget;
  /** Keys of a session of the deployer. */
  readonly deployerKeys: SessionKeys;
  /** Variables with which a process acts as the deployer, through the proxy. */
  readonly environment: Readonly<Record<string, string>>;
}

const EXECUTION_ROLE = 'ChurnExecution';
const DEPLOYER = 'ChurnDeployer';
const [ARTIFACT_KEY, PAYLOAD_KEY] = ['churn/model.tar.gz', 'churn/payload.tar.gz'];

/** Actions of the execution role, by what they are for. */
export const RECOMMENDER_ACTIONS = {
  pull: ['ecr:GetAuthorizationToken', 'ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'],
  logs: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams', 'cloudwatch:PutMetricData'],
  network: [
    'ec2:CreateNetworkInterface',
    'ec2:CreateNetworkInterfacePermission',
    'ec2:DeleteNetworkInterface',
    'ec2:DeleteNetworkInterfacePermission',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeVpcs',
    'ec2:DescribeDhcpOptions',
    'ec2:DescribeSubnets',
    'ec2:DescribeSecurityGroups',
  ],
  describeEndpoints: ['ec2:DescribeVpcEndpoints'],
  modifyInterfaces: ['ec2:ModifyNetworkInterfaceAttribute'],
  host: [
    'sagemaker:CreateModel',
    'sagemaker:CreateEndpointConfig',
    'sagemaker:CreateEndpoint',
    'sagemaker:Describe*',
    'sagemaker:Delete*',
    'sagemaker:InvokeEndpoint',
    'sagemaker:AddTags',
  ],
} as const;
/** What a statement of the execution role is for. */
export type Purpose = keyof typeof RECOMMENDER_ACTIONS | 'read' | 'list' | 'write' | 'pass' | 'key';

/** An Allow. */
export const allow = (action: string | readonly string[], resource: string | readonly string[] = '*'): PolicyStatement => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});
const passing = (roleArn: string): PolicyStatement => ({
  ...allow('iam:PassRole', roleArn),
  Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
});

type Granted = Pick<RecommenderAccount, 'region' | 'bucket' | 'keyArn'> & { readonly executionRoleArn: string };

/** What the execution role may do, by purpose. */
export const executionStatementsOf = ({ region, bucket, keyArn, executionRoleArn }: Granted): Readonly<Record<Purpose, PolicyStatement>> => {
  const bucketArn = `arn:${partitionOf(region)}:s3:::${bucket}`;
  const { pull, logs, network, describeEndpoints, modifyInterfaces, host } = RECOMMENDER_ACTIONS;
  return {
    pull: allow(pull),
    logs: allow(logs),
    network: allow(network),
    describeEndpoints: allow(describeEndpoints),
    modifyInterfaces: allow(modifyInterfaces),
    host: allow(host),
    read: allow('s3:GetObject', `${bucketArn}/*`),
    list: allow('s3:ListBucket', bucketArn),
    write: allow('s3:PutObject', `${bucketArn}/compiled/*`),
    pass: passing(executionRoleArn),
    key: allow(['kms:Decrypt', 'kms:GenerateDataKey', 'kms:CreateGrant'], keyArn),
  };
};

/** What the deployer may do. */
export const recommenderDeployerStatements = (executionRoleArn: string, keyArn: string): readonly PolicyStatement[] => [
  allow(['sagemaker:CreateInferenceRecommendationsJob', 'sagemaker:AddTags']),
  passing(executionRoleArn),
  allow(['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'], keyArn),
];

const createStorage = async (site: Site) => {
  const bucket = `churn-models-${site.account}`;
  const keyArn = await createKey(site, 'churn');
  await createBucket(site, bucket);
  await putArtifact(site, { bucket, key: PAYLOAD_KEY, kmsKeyArn: keyArn });
  return { bucket, keyArn, modelDataUrl: await putArtifact(site, { bucket, key: ARTIFACT_KEY, kmsKeyArn: keyArn }) };
};

const createRoles = async (site: Site, storage: { readonly bucket: string; readonly keyArn: string }) => {
  const executionRoleArn = `arn:${partitionOf(site.region)}:iam::${site.account}:role/${EXECUTION_ROLE}`;
  const statements = Object.values(executionStatementsOf({ region: site.region, executionRoleArn, ...storage }));
  await createRole(site, { name: EXECUTION_ROLE, trust: document(trustingService()), policies: { Execution: document(...statements) } });
  const policies = { Deploy: document(...recommenderDeployerStatements(executionRoleArn, storage.keyArn)) };
  return { executionRoleArn, deployerArn: await createRole(site, { name: DEPLOYER, trust: document(trustingAccount(site, 'sts:AssumeRole')), policies }) };
};

/** What a package is registered with beside its words. */
export interface PackageSeed {
  readonly group: string;
  readonly image: string;
  readonly modelDataUrl: string;
}

/** Registers a version of a model package and returns its ARN. */
export const registerVersion = async ({ admin }: Site, { group, image, modelDataUrl }: PackageSeed, words: PackageWords): Promise<string> => {
  const { Framework, FrameworkVersion, SupportedContentTypes, SupportedRealtimeInferenceInstanceTypes: types, ...own } = words;
  const { ModelPackageArn = '' } = await admin.sagemaker.send(
    new CreateModelPackageCommand({
      ...own,
      ModelPackageGroupName: group,
      InferenceSpecification: {
        Containers: [{ Image: image, ModelDataUrl: modelDataUrl, Framework, FrameworkVersion }],
        SupportedContentTypes: SupportedContentTypes && [...SupportedContentTypes],
        ...(types && { SupportedRealtimeInferenceInstanceTypes: types as ProductionVariantInstanceType[] }),
      },
    }),
  );
  return ModelPackageArn;
};

/** What the ready account's package says. */
export const packageWords = (bucket: string): PackageWords => ({
  Domain: 'MACHINE_LEARNING',
  Task: 'CLASSIFICATION',
  Framework: 'XGBOOST',
  FrameworkVersion: '1.7-1',
  SupportedContentTypes: ['text/csv'],
  SamplePayloadUrl: `s3://${bucket}/${PAYLOAD_KEY}`,
});

/** Registers another version that says something else, and returns its ARN. A word that is undefined is left out. */
export const registerOther = (account: RecommenderAccount, words: { readonly [W in keyof PackageWords]: PackageWords[W] | undefined }): Promise<string> => {
  const { bucket, image, artifactKey } = account;
  const said = Object.fromEntries(Object.entries({ ...packageWords(bucket), ...words }).filter(([, value]) => value !== undefined));
  return registerVersion(account, { group: 'churn', image, modelDataUrl: `s3://${bucket}/${artifactKey}` }, said);
};

/** What a case may ask to be different from the start. */
export interface RecommenderOptions {
  readonly region: string;
  readonly vpc: Partial<ReadyVpcOptions>;
}

/** Builds an account that is ready for a default Inference Recommender job in a VPC, by the SDK's own creating calls. */
export const readyRecommenderAccount = async (stage: Stage, options: Partial<RecommenderOptions> = {}): Promise<RecommenderAccount> => {
  const site = await openSite(stage, options.region === undefined ? {} : { region: options.region });
  const { account, region } = site;
  const [vpc, { bucket, keyArn, modelDataUrl }, image] = await Promise.all([
    readyVpc(site, options.vpc),
    createStorage(site),
    createImage(site, 'churn', '1.4'),
    site.admin.sagemaker.send(new CreateModelPackageGroupCommand({ ModelPackageGroupName: 'churn' })),
  ]);
  const { executionRoleArn, deployerArn } = await createRoles(site, { bucket, keyArn });
  const modelPackageName = await registerVersion(site, { group: 'churn', image, modelDataUrl }, packageWords(bucket));
  const deployerKeys = await assume(site, deployerArn);
  return {
    ...site,
    executionRole: { name: EXECUTION_ROLE, arn: executionRoleArn },
    deployer: { name: DEPLOYER, arn: deployerArn },
    bucket,
    artifactKey: ARTIFACT_KEY,
    payloadKey: PAYLOAD_KEY,
    keyArn,
    image,
    vpc,
    deployerKeys,
    environment: environmentOf(site, deployerKeys),
    target: {
      scenario: 'inference-recommender-vpc',
      name: 'sizing',
      jobName: 'sizing',
      jobType: 'Default',
      account,
      region,
      deployer: deployerArn,
      executionRoleArn,
      modelPackageName,
      containerConfig: { supportedEndpointType: 'RealTime' },
      vpcConfig: { subnets: vpc.subnetIds, securityGroupIds: [vpc.groupId] },
    },
  };
};
