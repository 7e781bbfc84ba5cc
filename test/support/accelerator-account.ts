import type { PolicyStatement } from '../../src/model/policy.ts';
import type { ElasticInferenceTarget, VpcConfig } from '../../src/model/target.ts';
import { acceleratorService } from '../../src/reason/accelerator-endpoint.ts';
import { deployerStatements, openSite } from './account.ts';
import { allowIngress, createInterfaceEndpoint, tcp } from './break-network.ts';
import type { SessionKeys } from './clients.ts';
import { assume } from './clients.ts';
import type { ReadyVpc } from './ready-network.ts';
import { createGroup, readyVpc } from './ready-network.ts';
import type { Site } from './seed.ts';
import { createBucket, createRole, document, putArtifact, trustingAccount, trustingService } from './seed.ts';
import type { Stage } from './stage.ts';

type ReadyTarget = ElasticInferenceTarget & { readonly executionRoleArn: string; readonly vpcConfig: VpcConfig; readonly modelDataUrl: string };

/** An account in which an endpoint with an accelerator would work, had the service not ended. */
export interface AcceleratorAccount extends Site {
  readonly executionRole: { readonly name: string; readonly arn: string };
  readonly deployer: { readonly name: string; readonly arn: string };
  readonly bucket: string;
  readonly artifactKey: string;
  readonly vpc: ReadyVpc;
  /** The interface endpoint of accelerators, and its group. */
  readonly endpointId: string;
  readonly endpointGroupId: string;
  /** Judged as if the service had not ended. */
  readonly target: ReadyTarget;
  readonly deployerKeys: SessionKeys;
}

const EXECUTION_ROLE = 'CaptionsExecution';
const DEPLOYER = 'CaptionsDeployer';
const ARTIFACT_KEY = 'captions/model.tar.gz';
const imageIn = (region: string): string => `763104351884.dkr.ecr.${region}.amazonaws.com/pytorch-inference-eia:1.5.1-cpu-py3`;
const QUOTAS = [
  ['L-TESTM5XL', 'ml.m5.xlarge for endpoint usage'],
  ['L-7A3DF611', 'Number of instances across active endpoints'],
] as const;

const allow = (action: string | readonly string[], resource: string | readonly string[] = '*'): PolicyStatement => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});

/** What the guide lets the execution role do, by purpose; `read` is the bucket of the model beside it. Source: https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html */
export const acceleratedStatements = (bucket: string) => ({
  connect: allow('elastic-inference:Connect'),
  describeEndpoints: allow('ec2:DescribeVpcEndpoints'),
  host: allow('sagemaker:*'),
  pull: allow(['ecr:GetAuthorizationToken', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage', 'ecr:BatchCheckLayerAvailability']),
  watch: allow(['cloudwatch:PutMetricData', 'cloudwatch:PutMetricAlarm', 'cloudwatch:DescribeAlarms', 'cloudwatch:DeleteAlarms']),
  network: allow([
    'ec2:CreateNetworkInterface',
    'ec2:CreateNetworkInterfacePermission',
    'ec2:DeleteNetworkInterface',
    'ec2:DeleteNetworkInterfacePermission',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeVpcs',
    'ec2:DescribeDhcpOptions',
    'ec2:DescribeSubnets',
    'ec2:DescribeSecurityGroups',
  ]),
  scale: allow([
    'application-autoscaling:DeleteScalingPolicy',
    'application-autoscaling:DeleteScheduledAction',
    'application-autoscaling:DeregisterScalableTarget',
    'application-autoscaling:DescribeScalableTargets',
    'application-autoscaling:DescribeScalingActivities',
    'application-autoscaling:DescribeScalingPolicies',
    'application-autoscaling:DescribeScheduledActions',
    'application-autoscaling:PutScalingPolicy',
    'application-autoscaling:PutScheduledAction',
    'application-autoscaling:RegisterScalableTarget',
  ]),
  logs: allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:GetLogEvents', 'logs:PutLogEvents']),
  storage: allow(['s3:CreateBucket', 's3:GetBucketLocation', 's3:ListBucket', 's3:ListAllMyBuckets']),
  read: allow('s3:GetObject', `arn:aws:s3:::${bucket}/*`),
  scalingRole: {
    ...allow(
      'iam:CreateServiceLinkedRole',
      'arn:aws:iam::*:role/aws-service-role/sagemaker.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint',
    ),
    Condition: { StringLike: { 'iam:AWSServiceName': 'sagemaker.application-autoscaling.amazonaws.com' } },
  },
  pass: { ...allow('iam:PassRole'), Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } } },
});

const createRoles = async (site: Site, bucket: string) => {
  const execution = document(...Object.values(acceleratedStatements(bucket)));
  const executionRoleArn = await createRole(site, { name: EXECUTION_ROLE, trust: document(trustingService()), policies: { Execution: execution } });
  const policies = { Deploy: document(...deployerStatements(executionRoleArn, '*')) };
  return { executionRoleArn, deployerArn: await createRole(site, { name: DEPLOYER, trust: document(trustingAccount(site, 'sts:AssumeRole')), policies }) };
};

/** The guide's two groups: the VPC's own for the instances, and one that lets HTTPS in from it for the interface endpoint in every subnet. */
const createWayToAccelerators = async (site: Site, vpc: ReadyVpc) => {
  const endpointGroupId = await createGroup(site, vpc.vpcId, 'accelerators');
  await allowIngress(site, endpointGroupId, tcp(443, vpc.groupId));
  const service = acceleratorService(site.region);
  const endpointId = await createInterfaceEndpoint(site, { vpcId: vpc.vpcId, service, subnetIds: vpc.subnetIds, groupIds: [endpointGroupId] });
  return { endpointGroupId, endpointId };
};

/** Builds an account that is ready for one endpoint with an accelerator in a VPC, by the SDK's own creating calls. The image is one of AWS's. */
export const readyAcceleratorAccount = async (stage: Stage, options: { readonly region?: string } = {}): Promise<AcceleratorAccount> => {
  const site = await openSite(stage, options);
  const { account, region } = site;
  const vpc = await readyVpc(site);
  const way = await createWayToAccelerators(site, vpc);
  const bucket = `captions-models-${account}`;
  await createBucket(site, bucket);
  const modelDataUrl = await putArtifact(site, { bucket, key: ARTIFACT_KEY });
  const { executionRoleArn, deployerArn } = await createRoles(site, bucket);
  stage.proxy.publishImage(imageIn(region));
  for (const [quotaCode, name] of QUOTAS) stage.proxy.setQuota({ account, region, serviceCode: 'sagemaker', quotaCode, name, value: 2 });
  return {
    ...site,
    ...way,
    vpc,
    bucket,
    artifactKey: ARTIFACT_KEY,
    executionRole: { name: EXECUTION_ROLE, arn: executionRoleArn },
    deployer: { name: DEPLOYER, arn: deployerArn },
    deployerKeys: await assume(site, deployerArn),
    target: {
      scenario: 'elastic-inference',
      name: 'captions',
      account,
      region,
      deployer: deployerArn,
      executionRoleArn,
      image: imageIn(region),
      modelDataUrl,
      modelName: 'captions',
      endpointName: 'captions',
      endpointConfigName: 'captions',
      instanceType: 'ml.m5.xlarge',
      initialInstanceCount: 1,
      acceleratorType: 'ml.eia2.medium',
      vpcConfig: { subnets: vpc.subnetIds, securityGroupIds: [vpc.groupId] },
      legacyAudit: true,
    },
  };
};
