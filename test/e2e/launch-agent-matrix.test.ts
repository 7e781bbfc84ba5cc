import { allow, readyLaunchAccount } from '../support/launch-account.ts';
import type { LaunchMutate, LaunchMutation } from './launch-mutations.ts';
import { agentWith, agentWithout, failing, jobsWithout } from './launch-mutations.ts';
import { describeMatrixOf } from './matrix.ts';

const CREATE = 'identity/deployer-may-create-training-job';
const GRANT = 'encryption/volume-key-may-be-granted';
const LOGS = 'launch/agent-may-read-logs';

const FAILING: Readonly<Record<string, LaunchMutation>> = {
  'the agent may start no jobs': failing(agentWithout('create'), CREATE),
  'the agent may start jobs of an ARN with five fields': failing(
    agentWithout('create', ({ region, account }) => [allow('sagemaker:CreateTrainingJob', `arn:aws:sagemaker:${region}:${account}/*`)]),
    CREATE,
  ),
  'the agent may start jobs of another account': failing(
    agentWithout('create', ({ region }) => [allow('sagemaker:CreateTrainingJob', `arn:aws:sagemaker:${region}:999999999999:training-job/*`)]),
    CREATE,
  ),
  'the agent may set no tags': failing(agentWithout('tag'), 'identity/deployer-may-tag-training-job'),
  'the agent may not look at jobs': failing(agentWithout('describe'), 'identity/deployer-may-describe-training-job'),
  'the agent may not stop jobs': failing(agentWithout('stop'), 'identity/deployer-may-stop-training-job'),
  'the agent may not pass the role': failing(agentWithout('pass'), 'identity/deployer-may-pass-role'),
  'the agent may pass the role to another service': failing(
    agentWithout('pass', ({ executionRole }) => [
      allow('iam:PassRole', executionRole.arn, { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } }),
    ]),
    'identity/deployer-may-pass-role',
  ),
  'the agent may not read logs': failing(agentWithout('logs'), LOGS),
  'logs are granted on an ARN of SageMaker': failing(
    agentWithout('logs', ({ region, account }) => [allow(['logs:DescribeLogStreams', 'logs:GetLogEvents'], `arn:aws:sagemaker:${region}:${account}:*`)]),
    LOGS,
  ),
  'nobody may create a grant on the key': failing(agentWithout('grant'), GRANT),
  'the grant is for a service in capitals': failing(
    agentWithout('grant', ({ keyArn, region }) => [
      allow('kms:CreateGrant', keyArn, {
        StringEquals: { 'kms:ViaService': `SageMaker.${region}.amazonaws.com`, 'kms:GrantIsForAWSResource': 'true' },
      }),
    ]),
    GRANT,
  ),
  'the agent may not sign in': failing(agentWithout('token'), 'launch/agent-may-sign-in-to-ecr'),
  'the token is granted on the repository only': failing(
    agentWithout('token', ({ region, account }) => [allow('ecr:GetAuthorizationToken', `arn:aws:ecr:${region}:${account}:repository/launch`)]),
    'launch/agent-may-sign-in-to-ecr',
  ),
  'the agent may not push': failing(agentWithout('push'), 'launch/agent-may-push-images'),
  'the agent may not see images': failing(agentWithout('describeImages'), 'launch/agent-may-describe-images'),
  'kaniko may not pull from its cache': failing(agentWithout('cache'), 'launch/agent-may-pull-cached-layers'),
  'the agent may delete the repository': failing(
    agentWith(({ region, account }) => [allow(['ecr:DeleteRepository', 'ecr:DeleteRepositoryPolicy'], `arn:aws:ecr:${region}:${account}:repository/launch`)]),
    'launch/agent-may-not-change-repository',
  ),
  'the agent may not list the bucket of contexts': failing(agentWithout('contexts'), 'launch/agent-may-list-contexts'),
  'listing is granted on the objects': failing(
    agentWithout('contexts', ({ contexts }) => [allow('s3:ListBucket', `arn:aws:s3:::${contexts}/*`)]),
    'launch/agent-may-list-contexts',
  ),
  'the agent may not keep contexts': failing(agentWithout('archives'), 'launch/agent-may-keep-contexts'),
  'the agent may write contexts and not read them': failing(
    agentWithout('archives', ({ contexts }) => [allow('s3:PutObject', `arn:aws:s3:::${contexts}/*`)]),
    'launch/agent-may-keep-contexts',
  ),
};

const HARMLESS: Readonly<Record<string, LaunchMutate>> = {
  'the agent may do everything with jobs': agentWith(() => [allow('sagemaker:*')]),
  'actions are spelt as W&B spells them': agentWithout('tag', ({ region, account }) => [
    allow('SageMaker:AddTags', `arn:aws:sagemaker:${region}:${account}:*`),
  ]),
  'the role may create the grant, and the agent may not': async (account, stage) => {
    await agentWithout('grant')(account, stage);
    return jobsWithout('key', ({ keyArn }) => [allow(['kms:Encrypt', 'kms:GenerateDataKey', 'kms:CreateGrant'], keyArn)])(account, stage);
  },
};

describeMatrixOf(readyLaunchAccount, { failing: FAILING, harmless: HARMLESS });
