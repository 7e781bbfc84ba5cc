import type { PolicyStatement } from '../../src/model/policy.ts';
import { readyLoadTestAccount } from '../support/load-test-account.ts';
import type { Purpose, RecommenderAccount } from '../support/recommender-account.ts';
import { allow, executionStatementsOf, RECOMMENDER_ACTIONS } from '../support/recommender-account.ts';
import { document, trustingAccount, trustingService } from '../support/seed.ts';
import type { MutateIn, MutationIn } from './matrix.ts';
import { describeMatrixOf } from './matrix.ts';
import { setKeyPolicy, setTrust } from './mutations.ts';
import type { Instead } from './recommender-mutations.ts';
import { setDeployerTo, setExecutionTo } from './recommender-mutations.ts';

type Mutate = MutateIn<RecommenderAccount>;
type Mutation = MutationIn<RecommenderAccount>;

const GONE = 'AROAEXAMPLEGONE12345';

const role =
  (instead: Instead, ...further: readonly PolicyStatement[]): Mutate =>
  (account) =>
    setExecutionTo(account, instead, ...further);
const without = (...purposes: readonly Purpose[]): Mutate => role(Object.fromEntries(purposes.map((purpose) => [purpose, undefined])));
const deployer =
  (change: (statements: readonly PolicyStatement[], account: RecommenderAccount) => readonly PolicyStatement[]): Mutate =>
  (account) =>
    setDeployerTo(account, (statements) => change(statements, account));
const keyActions =
  (...actions: readonly string[]): Mutate =>
  (account) =>
    setExecutionTo(account, { key: allow(actions, account.keyArn) });

const FAILING: Readonly<Record<string, Mutation>> = {
  'the role does not trust SageMaker': {
    mutate: async (account) => void (await setTrust(account, document(trustingService('ec2.amazonaws.com')))),
    changes: { 'identity/role-trusts-sagemaker': 'fail' },
  },
  'the role may not log': { mutate: without('logs'), changes: { 'identity/role-may-write-logs': 'fail' } },
  'the role may log endpoints only': {
    mutate: role(
      { logs: undefined },
      allow('cloudwatch:PutMetricData'),
      allow(RECOMMENDER_ACTIONS.logs.slice(0, 4), 'arn:aws:logs:*:*:log-group:/aws/sagemaker/Endpoints/*'),
    ),
    changes: { 'identity/role-may-write-logs': 'fail' },
  },
  'the role may not pull': { mutate: without('pull'), changes: { 'identity/role-may-pull-image': 'fail' } },
  'the role may read the artifact only': {
    mutate: (account) => setExecutionTo(account, { read: allow('s3:GetObject', `arn:aws:s3:::${account.bucket}/${account.artifactKey}`) }),
    changes: { 'recommender/role-may-read-payload': 'fail' },
  },
  'the role may read the payload only': {
    mutate: (account) => setExecutionTo(account, { read: allow('s3:GetObject', `arn:aws:s3:::${account.bucket}/${account.payloadKey}`) }),
    changes: { 'identity/role-may-read-artifact': 'fail' },
  },
  'the role may list nothing': { mutate: without('list'), changes: { 'identity/role-may-list-buckets': 'fail' } },
  'the role may write nothing': { mutate: without('write'), changes: { 'identity/role-may-write-output': 'fail' } },
  'the role may not use the network': { mutate: without('network'), changes: { 'identity/role-may-use-network': 'fail' } },
  'the role may make no interface in the third subnet': {
    mutate: (account) => {
      const resource = `arn:aws:ec2:*:*:subnet/${account.vpc.subnetIds[2]}`;
      return setExecutionTo(account, {}, { Effect: 'Deny', Action: 'ec2:CreateNetworkInterface', Resource: resource });
    },
    changes: { 'identity/role-may-use-network': 'fail' },
  },
  'the role may not describe VPC endpoints': { mutate: without('describeEndpoints'), changes: { 'identity/role-may-describe-vpc-endpoints': 'fail' } },
  'the role may not change interfaces': { mutate: without('modifyInterfaces'), changes: { 'recommender/role-may-modify-network-interfaces': 'fail' } },
  'the role may host nothing': { mutate: without('host'), changes: { 'recommender/role-may-host-candidates': 'fail' } },
  'the role may call no endpoint': {
    mutate: role({ host: allow(RECOMMENDER_ACTIONS.host.filter((action) => action !== 'sagemaker:InvokeEndpoint')) }),
    changes: { 'recommender/role-may-host-candidates': 'fail' },
  },
  'the role may not pass itself': { mutate: without('pass'), changes: { 'recommender/role-may-pass-itself': 'fail' } },
  'the role may make no grant': { mutate: keyActions('kms:Decrypt', 'kms:GenerateDataKey'), changes: { 'recommender/role-may-grant-volume-key': 'fail' } },
  'the role may make no data key': {
    mutate: keyActions('kms:Decrypt', 'kms:CreateGrant'),
    changes: { 'recommender/role-may-make-data-keys-for-results': 'fail' },
  },
  'the role may not decrypt': {
    mutate: keyActions('kms:GenerateDataKey', 'kms:CreateGrant'),
    changes: { 'identity/role-may-read-artifact': 'fail', 'recommender/role-may-read-payload': 'fail' },
  },
  'the deployer may not create the job': {
    mutate: deployer(([, ...others]) => [allow('sagemaker:AddTags'), ...others]),
    changes: { 'recommender/deployer-may-create-job': 'fail' },
  },
  'the deployer may create endpoints only': {
    mutate: deployer(([, ...others]) => [allow('sagemaker:Create*', 'arn:aws:sagemaker:*:*:endpoint/*'), ...others]),
    changes: { 'recommender/deployer-may-create-job': 'fail' },
  },
  'tags are planned, and the deployer may set none': {
    mutate: async (account, stage) => {
      await deployer(([, ...others]) => [allow('sagemaker:CreateInferenceRecommendationsJob'), ...others])(account, stage);
      return { tags: { team: 'ml' } };
    },
    changes: { 'recommender/deployer-may-tag-job': 'fail' },
  },
  'the deployer may not pass the role': {
    mutate: deployer(([create, , keys]) => [create, keys].filter((one) => one !== undefined)),
    changes: { 'identity/deployer-may-pass-role': 'fail' },
  },
  'the deployer may not use the key': {
    mutate: deployer((statements) => statements.slice(0, 2)),
    changes: { 'recommender/deployer-may-use-keys': 'fail' },
  },
  'the deployer may make no grant': {
    mutate: deployer((statements, { keyArn }) => [...statements.slice(0, 2), allow(['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'], keyArn)]),
    changes: { 'recommender/deployer-may-use-keys': 'fail' },
  },
  'a policy names somebody who is gone': {
    mutate: async (account) =>
      void (await setTrust(account, document(trustingService(), { Effect: 'Allow', Principal: { AWS: GONE }, Action: 'sts:AssumeRole' }))),
    changes: { 'identity/no-dangling-principals': 'fail' },
  },
  'the organisation may not be read': {
    mutate: async ({ account }, { proxy }) => void proxy.refuse(['organizations:DescribeOrganization'], { account }),
    changes: { 'identity/organisation-policies-are-known': 'cannot-tell' },
  },
};

const HARMLESS: Readonly<Record<string, Mutate>> = {
  'the role has all of SageMaker, and the least of the rest': role({ host: allow('sagemaker:*') }),
  'the role may on things of this account only': (account) =>
    setExecutionTo(account, {
      host: allow(RECOMMENDER_ACTIONS.host, `arn:aws:sagemaker:${account.region}:${account.account}:*`),
      logs: allow(RECOMMENDER_ACTIONS.logs.slice(0, 4), `arn:aws:logs:${account.region}:${account.account}:log-group:/aws/sagemaker/*`),
      modifyInterfaces: allow(['ec2:ModifyNetworkInterfaceAttribute', 'cloudwatch:PutMetricData']),
    }),
  'the deployer may create this job': deployer(([, ...others], { region, account }) => [
    allow('sagemaker:CreateInferenceRecommendationsJob', `arn:aws:sagemaker:${region}:${account}:inference-recommendations-job/sizing`),
    ...others,
  ]),
  'tags are planned and may be set': async () => ({ tags: { team: 'ml' } }),
  'grants are made for services only': (account) =>
    setExecutionTo(account, {
      key: allow(['kms:Decrypt', 'kms:GenerateDataKey'], account.keyArn),
      pull: { ...allow('kms:CreateGrant', account.keyArn), Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } },
      list: executionStatementsOf({ ...account, executionRoleArn: account.executionRole.arn }).list,
      describeEndpoints: allow([...RECOMMENDER_ACTIONS.pull, ...RECOMMENDER_ACTIONS.describeEndpoints]),
    }),
  'the key’s policy lets both, and no IAM policy does': async (account) => {
    const { executionRole, deployer: caller } = account;
    const use: PolicyStatement = { Effect: 'Allow', Principal: { AWS: [executionRole.arn, caller.arn] }, Action: 'kms:*', Resource: '*' };
    await setKeyPolicy(account, document(trustingAccount(account, 'kms:*'), use));
    await setDeployerTo(account, (statements) => statements.slice(0, 2));
    return setExecutionTo(account, { key: undefined });
  },
};

describeMatrixOf(readyLoadTestAccount, { failing: FAILING, harmless: HARMLESS });
