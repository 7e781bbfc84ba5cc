import { AttachRolePolicyCommand, CreatePolicyCommand, CreateRoleCommand, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import { agentStatements, allow, readyLaunchAccount } from '../support/launch-account.ts';
import { createRole, document, trustingAccount, trustingService } from '../support/seed.ts';
import type { LaunchMutate, LaunchMutation } from './launch-mutations.ts';
import { failing, jobsWithout, notJudged, planned, queued } from './launch-mutations.ts';
import { describeMatrixOf } from './matrix.ts';
import { putInline, setTrust } from './mutations.ts';

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
  'the jobs’ role may encrypt, and make no data keys': failing(
    jobsWithout('key', ({ keyArn }) => [allow('kms:Encrypt', keyArn)]),
    'encryption/role-may-make-data-keys-for-output',
  ),
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
