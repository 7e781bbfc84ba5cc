import { PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateModelPackageGroupCommand } from '@aws-sdk/client-sagemaker';
import type { PolicyStatement } from '../../src/model/policy.ts';
import type { Target } from '../../src/model/target.ts';
import { acceleratorService } from '../../src/reason/accelerator-endpoint.ts';
import { acceleratedStatements, readyAcceleratorAccount } from './accelerator-account.ts';
import type { ReadyAccount } from './account.ts';
import { deployerStatements, executionStatements, readyServerlessAccount } from './account.ts';
import { addDefaultRoute, allowIngress, createInterfaceEndpoint, createNat, tcp } from './break-network.ts';
import type { JumpStartAccount } from './jumpstart-account.ts';
import { readyJumpStartHosting } from './jumpstart-account.ts';
import type { LaunchAccount } from './launch-account.ts';
import { agentStatements, jobStatements, readyLaunchAccount } from './launch-account.ts';
import { createGroup } from './ready-network.ts';
import type { RecommenderAccount } from './recommender-account.ts';
import { executionStatementsOf, packageWords, readyRecommenderAccount, recommenderDeployerStatements, registerVersion } from './recommender-account.ts';
import { createImage, document, putArtifact } from './seed.ts';
import type { Stage } from './stage.ts';

/** A ready account of its own for each scenario. */
export interface ReferenceAccounts {
  readonly serverless: ReadyAccount;
  readonly recommender: RecommenderAccount;
  readonly accelerator: Awaited<ReturnType<typeof readyAcceleratorAccount>>;
  readonly jumpStart: JumpStartAccount;
  readonly launch: LaunchAccount;
}

/** Builds a ready account for each scenario. */
export const referenceAccounts = async (stage: Stage): Promise<ReferenceAccounts> => ({
  serverless: await readyServerlessAccount(stage),
  recommender: await readyRecommenderAccount(stage),
  accelerator: await readyAcceleratorAccount(stage),
  jumpStart: await readyJumpStartHosting(stage),
  launch: await readyLaunchAccount(stage, 'noop'),
});

const ARTIFACT_KEY = 'churn/model.tar.gz';

/** What the roles of the reference accounts may do, together, in one account. */
const grantAll = async (account: JumpStartAccount): Promise<void> => {
  const { admin, region, bucket, keyArn, executionRole, deployer } = account;
  const launch = { ...account, contexts: bucket };
  const named: Readonly<Record<string, readonly PolicyStatement[]>> = {
    Serverless: executionStatements(region, bucket, keyArn),
    Recommender: Object.values(executionStatementsOf({ region, bucket, keyArn, executionRoleArn: executionRole.arn })),
    Accelerator: Object.values(acceleratedStatements(bucket)),
    Launch: Object.values(jobStatements(launch)),
  };
  for (const [PolicyName, statements] of Object.entries(named)) {
    await admin.iam.send(new PutRolePolicyCommand({ RoleName: executionRole.name, PolicyName, PolicyDocument: document(...statements) }));
  }
  const deploying = [
    ...deployerStatements(executionRole.arn, keyArn),
    ...recommenderDeployerStatements(executionRole.arn, keyArn),
    ...Object.values(agentStatements(launch)),
  ];
  await admin.iam.send(new PutRolePolicyCommand({ RoleName: deployer.name, PolicyName: 'All', PolicyDocument: document(...deploying) }));
};

/** The interface endpoint of accelerators, in the account's VPC. */
const createWayToAccelerators = async (account: JumpStartAccount): Promise<void> => {
  const { vpc, region } = account;
  const groupId = await createGroup(account, vpc.vpcId, 'accelerators');
  await allowIngress(account, groupId, tcp(443, vpc.groupId));
  await createInterfaceEndpoint(account, { vpcId: vpc.vpcId, service: acceleratorService(region), subnetIds: vpc.subnetIds, groupIds: [groupId] });
};

/** A queue's containers report to a server on the internet. */
const createWayToInternet = async (account: JumpStartAccount): Promise<void> => {
  const { vpcId, mainRouteTableId, subnets } = account.vpc;
  const nat = await createNat(account, { vpcId, cidr: '10.20.200.0/24', mainRouteTableId });
  for (const { routeTableId } of subnets) await addDefaultRoute(account, routeTableId, nat);
};

const setQuotas = ({ proxy }: Stage, { account, region }: JumpStartAccount): void => {
  const names = ['ml.m5.xlarge for endpoint usage', 'ml.m5.xlarge for training job usage', 'Number of instances across all training jobs'];
  names.forEach((name, place) => {
    proxy.setQuota({ account, region, serviceCode: 'sagemaker', quotaCode: `L-SHARED${place}`, name, value: 8 });
  });
  const concurrency = 'Maximum total concurrency that can be allocated across all serverless endpoints';
  proxy.setQuota({ account, region, serviceCode: 'sagemaker', quotaCode: 'L-96300102', name: concurrency, value: 20 });
  proxy.setQuota({ account, region, serviceCode: 'sagemaker', quotaCode: 'L-7A3DF611', name: 'Number of instances across active endpoints', value: 8 });
};

/** One account with one role, deployer, bucket, key, image and VPC, and a plan of each scenario that uses them. */
export interface SharedAccount extends JumpStartAccount {
  readonly targets: Readonly<Record<Target['scenario'], Target>>;
}

/** Builds the account of a team that does everything in one. `models`: the reference accounts, whose plans these are. */
export const readySharedAccount = async (stage: Stage, models: ReferenceAccounts): Promise<SharedAccount> => {
  const account = await readyJumpStartHosting(stage);
  const { bucket, keyArn, executionRole, deployer, vpc, region } = account;
  await grantAll(account);
  await createWayToAccelerators(account);
  await createWayToInternet(account);
  setQuotas(stage, account);
  const image = await createImage(account, 'launch', '1.4');
  const modelDataUrl = await putArtifact(account, { bucket, key: ARTIFACT_KEY, kmsKeyArn: keyArn });
  await putArtifact(account, { bucket, key: 'churn/payload.tar.gz', kmsKeyArn: keyArn });
  await account.admin.sagemaker.send(new CreateModelPackageGroupCommand({ ModelPackageGroupName: 'churn' }));
  const modelPackageName = await registerVersion(account, { group: 'churn', image, modelDataUrl }, packageWords(bucket));
  const here = { account: account.account, region, deployer: deployer.arn, executionRoleArn: executionRole.arn };
  const vpcConfig = { subnets: vpc.subnetIds, securityGroupIds: [vpc.groupId] };
  const { queue, trainingJob } = models.launch.target;
  return {
    ...account,
    targets: {
      'serverless-endpoint': { ...models.serverless.target, ...here, image, modelDataUrl, kmsKeyId: keyArn },
      'inference-recommender-vpc': { ...models.recommender.target, ...here, modelPackageName, vpcConfig },
      'elastic-inference': { ...models.accelerator.target, ...here, modelDataUrl, vpcConfig },
      'jumpstart-model': account.target,
      'wandb-launch-queue': {
        ...models.launch.target,
        ...here,
        image,
        vpcConfig,
        queue: { ...queue, roleArn: executionRole.arn, trainingImage: image },
        trainingJob: {
          ...trainingJob,
          resourceConfig: { ...trainingJob.resourceConfig, volumeKmsKeyId: keyArn },
          outputDataConfig: { s3OutputPath: `s3://${bucket}/runs`, kmsKeyId: keyArn },
        },
      },
    },
  };
};
