import { CreateVpcEndpointCommand } from '@aws-sdk/client-ec2';
import { CreateRoleCommand } from '@aws-sdk/client-iam';
import type { CreateTrainingJobCommandInput } from '@aws-sdk/client-sagemaker';
import {
  CreateDomainCommand,
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  CreateTrainingJobCommand,
} from '@aws-sdk/client-sagemaker';
import type { RecommenderAccount } from './recommender-account.ts';
import { readyRecommenderAccount } from './recommender-account.ts';
import { document, trustingService } from './seed.ts';
import type { Stage } from './stage.ts';

/** An account with one of everything that an audit finds, all of it sound but the accelerator, which nobody can have any more. */
export interface AuditAccount extends RecommenderAccount {
  readonly domainId: string;
  readonly unnamedRoleArn: string;
  /** Left behind by Elastic Inference. */
  readonly interfaceEndpointId: string;
}

const vpcOf = ({ vpc }: RecommenderAccount) => ({ Subnets: [...vpc.subnetIds], SecurityGroupIds: [vpc.groupId] });

const modelUrl = ({ bucket, artifactKey }: RecommenderAccount): string => `s3://${bucket}/${artifactKey}`;

const createModel = ({ admin, executionRole, ...account }: RecommenderAccount, name: string, inVpc = false) =>
  admin.sagemaker.send(
    new CreateModelCommand({
      ModelName: name,
      ExecutionRoleArn: executionRole.arn,
      PrimaryContainer: { Image: account.image, ModelDataUrl: modelUrl({ admin, executionRole, ...account }) },
      ...(inVpc && { VpcConfig: vpcOf({ admin, executionRole, ...account }) }),
    }),
  );

const createEndpoint = async ({ admin, keyArn }: RecommenderAccount, name: string, variant: object): Promise<void> => {
  const variants = [{ VariantName: 'AllTraffic', ...variant }];
  await admin.sagemaker.send(new CreateEndpointConfigCommand({ EndpointConfigName: name, ProductionVariants: variants as never, KmsKeyId: keyArn }));
  await admin.sagemaker.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
};

const trainingJob = (account: RecommenderAccount): CreateTrainingJobCommandInput => ({
  TrainingJobName: 'retrain',
  RoleArn: account.executionRole.arn,
  AlgorithmSpecification: { TrainingImage: account.image, TrainingInputMode: 'File' },
  InputDataConfig: [
    {
      ChannelName: 'train',
      DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: `s3://${account.bucket}/churn`, S3DataDistributionType: 'FullyReplicated' } },
    },
  ],
  OutputDataConfig: { S3OutputPath: `s3://${account.bucket}/compiled/` },
  ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 30 },
  StoppingCondition: { MaxRuntimeInSeconds: 3600 },
  VpcConfig: vpcOf(account),
  Environment: { WANDB_LAUNCH: 'True', WANDB_API_KEY: 'never to be seen' },
});

const createStudio = async ({ admin, vpc, executionRole }: RecommenderAccount): Promise<string> => {
  const { DomainArn = '' } = await admin.sagemaker.send(
    new CreateDomainCommand({
      DomainName: 'lab',
      AuthMode: 'IAM',
      DefaultUserSettings: { ExecutionRole: executionRole.arn },
      DefaultSpaceSettings: { ExecutionRole: executionRole.arn },
      SubnetIds: [...vpc.subnetIds],
      VpcId: vpc.vpcId,
    }),
  );
  return DomainArn.slice(DomainArn.lastIndexOf('/') + 1);
};

const createLeftover = async ({ admin, vpc, region }: RecommenderAccount): Promise<string> => {
  const service = `com.amazonaws.${region}.elastic-inference.runtime`;
  const { VpcEndpoint } = await admin.ec2.send(
    new CreateVpcEndpointCommand({ VpcId: vpc.vpcId, ServiceName: service, VpcEndpointType: 'Interface', SubnetIds: [...vpc.subnetIds] }),
  );
  return VpcEndpoint?.VpcEndpointId ?? '';
};

/** Builds the account, by the SDK's own creating calls; what moto lacks is the stub's. */
export const auditAccount = async (stage: Stage): Promise<AuditAccount> => {
  const account = await readyRecommenderAccount(stage);
  const { admin, executionRole, region, target } = account;
  for (const name of ['serverless', 'instances', 'accelerated', 'spare']) await createModel(account, name, name === 'instances');
  await createEndpoint(account, 'serverless', { ModelName: 'serverless', ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 } });
  const hosted = { InitialInstanceCount: 1, InstanceType: 'ml.m5.xlarge' };
  await createEndpoint(account, 'instances', { ModelName: 'instances', ...hosted });
  await createEndpoint(account, 'accelerated', { ModelName: 'accelerated', ...hosted, AcceleratorType: 'ml.eia2.medium' });
  await admin.sagemaker.send(new CreateTrainingJobCommand(trainingJob(account)));
  const domainId = await createStudio(account);
  const here = { account: account.account, region };
  stage.proxy.setUserProfile({ ...here, domainId, userProfileName: 'ada' });
  stage.proxy.setSpace({ ...here, domainId, spaceName: 'shared' });
  const inputConfig = { ModelPackageVersionArn: target.modelPackageName, VpcConfig: vpcOf(account), ContainerConfig: { SupportedEndpointType: 'RealTime' } };
  stage.proxy.setRecommenderJob({ ...here, name: 'sizing', roleArn: executionRole.arn, inputConfig });
  const { Role } = await admin.iam.send(new CreateRoleCommand({ RoleName: 'Forgotten', AssumeRolePolicyDocument: document(trustingService()) }));
  return { ...account, domainId, unnamedRoleArn: Role?.Arn ?? '', interfaceEndpointId: await createLeftover(account) };
};
