import { AttachRolePolicyCommand, CreatePolicyCommand, CreateRoleCommand, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import { agentStatements, allow, readyLaunchAccount } from '../support/launch-account.ts';
import { createRole, document, trustingAccount, trustingService } from '../support/seed.ts';
import type { LaunchMutate, LaunchMutation } from './launch-mutations.ts';
import { failing, jobsWithout, notJudged, planned, queued, resources, training } from './launch-mutations.ts';
import { describeMatrixOf } from './matrix.ts';
import { putInline, setTrust } from './mutations.ts';

const DAY = 86_400;
const OUTPUT = [
  'artifact/bucket-exists',
  'identity/role-may-write-output',
  'identity/role-may-list-buckets',
  'encryption/role-may-encrypt-output',
  'encryption/role-may-make-data-keys-for-output',
] as const;

const OF_ROLE = [
  'identity/role-may-list-buckets',
  'identity/role-may-write-logs',
  'identity/role-may-write-output',
  'identity/role-trusts-sagemaker',
  'identity/deployer-may-pass-role',
  'encryption/role-may-encrypt-output',
  'encryption/role-may-make-data-keys-for-output',
  'encryption/volume-key-may-be-granted',
  'launch/role-may-pull-built-images',
] as const;
const OF_RESOURCES = [
  'encryption/key-suits-instance-type',
  'encryption/key-likely-suits-instance-type',
  'encryption/volume-key-may-be-granted',
  'instances/instances-fit-quota',
  'launch/volume-has-a-size',
  'training/instance-type-is-known',
  'training/volume-key-is-named-itself',
] as const;

const FAILING: Readonly<Record<string, LaunchMutation>> = {
  'no role is named': {
    mutate: async (account, stage) => ({
      ...(await planned({ executionRoleArn: undefined })(account, stage)),
      ...(await queued({ roleArn: undefined })(account, stage)),
    }),
    changes: {
      'launch/queue-names-role': 'fail',
      ...notJudged('identity/role-exists', 'launch/roles-are-apart', 'launch/agent-role-is-not-sagemakers', ...OF_ROLE),
    },
  },
  'no output is named': { mutate: training({ outputDataConfig: undefined }), changes: { 'launch/queue-is-complete': 'fail', ...notJudged(...OUTPUT) } },
  'the output has no path': { mutate: training({ outputDataConfig: {} }), changes: { 'launch/queue-is-complete': 'fail', ...notJudged(...OUTPUT) } },
  'no resources are named': { mutate: training({ resourceConfig: undefined }), changes: { 'launch/queue-is-complete': 'fail', ...notJudged(...OF_RESOURCES) } },
  'no stopping condition is named': {
    mutate: training({ stoppingCondition: undefined }),
    changes: { 'launch/queue-is-complete': 'fail', ...notJudged('training/runtime-is-within-limits') },
  },
  'a key that CreateTrainingJob does not know': failing(queued({ unknownKeys: ['InstanceTypes'] }), 'launch/queue-keys-are-known'),
  'an algorithm without input mode': failing(queued({ hasAlgorithmSpecification: true }), 'launch/algorithm-names-input-mode'),
  'the volume has no size': failing(resources({ volumeSizeInGB: undefined }), 'launch/volume-has-a-size'),
  'containers are isolated': failing(planned({ enableNetworkIsolation: true }), 'launch/containers-reach-wandb'),
  'the output path has one slash': {
    mutate: training({ outputDataConfig: { s3OutputPath: 's3:/launch/runs' } }),
    changes: { 'artifact/bucket-exists': 'fail', ...notJudged(...OUTPUT.filter((rule) => rule !== 'artifact/bucket-exists')) },
  },
  'the job’s name has an underscore': failing(training({ trainingJobName: 'my_run' }), 'training/job-name-has-the-form'),
  'the type has no ml': {
    mutate: resources({ instanceType: 'm5.xlarge' }),
    changes: { 'training/instance-type-is-known': 'fail', 'instances/instances-fit-quota': 'cannot-tell' },
  },
  'the volume’s key is an alias': failing(resources({ volumeKmsKeyId: 'alias/launch' }), 'training/volume-key-is-named-itself'),
  'instances with storage of their own get a key': {
    mutate: async (account, stage) => {
      const { account: id, region } = account;
      const name = 'ml.r5d.large for training job usage';
      stage.proxy.setQuota({ account: id, region, serviceCode: 'sagemaker', quotaCode: 'L-TESTR5D', name, value: 1 });
      return resources({ instanceType: 'ml.r5d.large' })(account, stage);
    },
    changes: { 'encryption/key-suits-instance-type': 'fail', ...notJudged('encryption/key-likely-suits-instance-type') },
  },
  'the job runs for more than four weeks': failing(training({ stoppingCondition: { maxRuntimeInSeconds: 29 * DAY } }), 'training/runtime-is-within-limits'),
  'a spot job does not wait long enough': {
    mutate: training({ enableManagedSpotTraining: true, stoppingCondition: { maxRuntimeInSeconds: DAY, maxWaitTimeInSeconds: DAY - 1 } }),
    changes: { 'training/spot-wait-covers-runtime': 'fail' },
  },
  'a spot job does not say how long it waits': {
    mutate: training({ enableManagedSpotTraining: true }),
    changes: { 'training/spot-wait-covers-runtime': 'fail' },
  },
  'a hundred and one variables': failing(training({ environmentVariables: 101 }), 'training/environment-is-within-limits'),
  'five instances where four are granted': {
    mutate: resources({ instanceCount: 5 }),
    changes: { 'instances/instances-fit-quota': 'fail' },
  },
  'one role for the agent and its jobs': {
    mutate: async (account) => {
      await putInline(account, account.executionRole.name, 'Agent', document(...Object.values(agentStatements(account))));
      return { deployer: account.executionRole.arn };
    },
    changes: { 'launch/roles-are-apart': 'fail', ...notJudged('launch/agent-role-is-not-sagemakers') },
  },
  'SageMaker may assume the agent’s role': {
    mutate: async ({ admin, agent, ...place }) => {
      const trust = document(trustingAccount(place, 'sts:AssumeRole'), trustingService());
      await admin.iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: agent.name, PolicyDocument: trust }));
      return undefined;
    },
    changes: { 'launch/agent-role-is-not-sagemakers': 'fail' },
  },
  'the jobs’ role trusts EC2': {
    mutate: async (account) => void (await setTrust(account, document(trustingService('ec2.amazonaws.com')))),
    changes: { 'identity/role-trusts-sagemaker': 'fail' },
  },
  'the jobs’ role may not pull what is built': failing(jobsWithout('pull'), 'launch/role-may-pull-built-images'),
  'the jobs’ role gets no token': failing(jobsWithout('token'), 'launch/role-may-pull-built-images'),
  'the jobs’ role may not write': failing(jobsWithout('output'), 'identity/role-may-write-output'),
  'the role exists under a path': {
    mutate: async (account) => {
      const path = '/service-role/';
      const { admin } = account;
      await admin.iam.send(new CreateRoleCommand({ RoleName: 'Pathed', Path: path, AssumeRolePolicyDocument: document(trustingService()) }));
      return { executionRoleArn: `arn:aws:iam::${account.account}:role/Pathed` };
    },
    changes: { 'identity/role-exists': 'fail', ...notJudged(...OF_ROLE) },
  },
};

const HARMLESS: Readonly<Record<string, LaunchMutate>> = {
  'a job’s name with hyphens': training({ trainingJobName: 'my-run-1' }),
  'a spot job that waits for two days': training({
    enableManagedSpotTraining: true,
    stoppingCondition: { maxRuntimeInSeconds: DAY, maxWaitTimeInSeconds: 2 * DAY },
  }),
  'a whole role for everything': async (account) => {
    const { Policy } = await account.admin.iam.send(new CreatePolicyCommand({ PolicyName: 'All', PolicyDocument: document(allow('s3:*'), allow('kms:*')) }));
    await account.admin.iam.send(new AttachRolePolicyCommand({ RoleName: account.executionRole.name, PolicyArn: Policy?.Arn }));
    return undefined;
  },
  'the trust is for this account’s jobs': async (account) => {
    const condition = { ArnLike: { 'aws:SourceArn': `arn:aws:sagemaker:${account.region}:${account.account}:training-job/*` } };
    await setTrust(account, document({ ...trustingService(), Condition: condition }));
    return undefined;
  },
  'an agent on a machine of its own': async (account) => {
    const deployer = await createRole(account, {
      name: 'Other',
      trust: document(trustingService('ec2.amazonaws.com')),
      policies: {
        Everything: document(
          allow([
            'sagemaker:*',
            'iam:PassRole',
            'logs:*',
            'kms:*',
            'ecr:Get*',
            'ecr:Batch*',
            'ecr:Describe*',
            'ecr:*Upload',
            'ecr:UploadLayerPart',
            'ecr:PutImage',
          ]),
        ),
      },
    });
    return { deployer };
  },
};

describeMatrixOf((stage) => readyLaunchAccount(stage, 'docker'), { failing: FAILING, harmless: HARMLESS });
