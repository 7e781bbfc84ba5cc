import { CreatePolicyCommand, PutRolePermissionsBoundaryCommand } from '@aws-sdk/client-iam';
import type { PolicyStatement } from '../../src/model/policy.ts';
import type { ReadyAccount } from '../support/account.ts';
import { createServerlessEndpoint, document, trustingAccount, trustingService } from '../support/seed.ts';
import type { Mutate, Mutation } from './matrix.ts';
import { describeMatrix } from './matrix.ts';
import { deployerPolicy, executionPolicy, setBucketPolicy, setDeployer, setExecution, setKeyPolicy, setTrust } from './mutations.ts';

const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];
const LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams', 'cloudwatch:PutMetricData'];
const TOKEN = 'ecr:GetAuthorizationToken';
const GONE = 'AROAEXAMPLEGONE12345';

const allow = (Action: string | readonly string[], Resource: string | readonly string[] = '*', Condition?: PolicyStatement['Condition']): PolicyStatement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});
const sagemaker = ({ region, account }: ReadyAccount, resource: string) => `arn:aws:sagemaker:${region}:${account}:${resource}`;
const repository = ({ region, account }: ReadyAccount, name: string) => `arn:aws:ecr:${region}:${account}:repository/${name}`;

/** The execution role with other rights than the last of its own, which are about images and logs. */
const execution =
  (...statements: readonly ((account: ReadyAccount) => PolicyStatement)[]): Mutate =>
  (account) =>
    setExecution(account, ...executionPolicy(account).slice(0, -1), ...statements.map((statement) => statement(account)));
/** The deployer with other rights at SageMaker. */
const deployer =
  (...statements: readonly ((account: ReadyAccount) => PolicyStatement)[]): Mutate =>
  (account) =>
    setDeployer(account, ...deployerPolicy(account).slice(1), ...statements.map((statement) => statement(account)));

const [create, config, endpoint] = ['sagemaker:CreateModel', 'sagemaker:CreateEndpointConfig', 'sagemaker:CreateEndpoint'];
const existingEndpoint = (account: ReadyAccount) =>
  createServerlessEndpoint(account, {
    name: 'churn',
    executionRoleArn: account.executionRole.arn,
    image: account.target.image,
    serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 1 },
  });
const names = 'identity/no-dangling-principals';

const FAILING: Readonly<Record<string, Mutation>> = {
  'the role may not pull': { mutate: execution(() => allow([TOKEN, ...LOGS])), changes: { 'identity/role-may-pull-image': 'fail' } },
  'the role may pull another image': {
    mutate: execution(
      () => allow([TOKEN, ...LOGS]),
      (account) => allow(PULL, repository(account, 'other')),
    ),
    changes: { 'identity/role-may-pull-image': 'fail' },
  },
  'the role gets its token on the repository only': {
    mutate: execution(
      () => allow(LOGS),
      (account) => allow([TOKEN, ...PULL], repository(account, 'churn')),
    ),
    changes: { 'identity/role-may-pull-image': 'fail' },
  },
  'the role may not log': { mutate: execution(() => allow([TOKEN, ...PULL])), changes: { 'identity/role-may-write-logs': 'fail' } },
  'the role may log training only': {
    mutate: execution(
      () => allow([TOKEN, ...PULL, 'cloudwatch:PutMetricData']),
      () => allow(LOGS.slice(0, 4), 'arn:aws:logs:*:*:log-group:/aws/sagemaker/TrainingJobs*'),
    ),
    changes: { 'identity/role-may-write-logs': 'fail' },
  },
  'the deployer may not create models': { mutate: deployer(() => allow([config, endpoint])), changes: { 'identity/deployer-may-create-model': 'fail' } },
  'the deployer may create models in a VPC only': {
    mutate: deployer(
      () => allow([config, endpoint]),
      () => allow(create, '*', { Null: { 'sagemaker:VpcSubnets': 'false' } }),
    ),
    changes: { 'identity/deployer-may-create-model': 'fail' },
  },
  'the deployer may not create configurations': {
    mutate: deployer(() => allow([create, endpoint])),
    changes: { 'identity/deployer-may-create-endpoint-config': 'fail' },
  },
  'the deployer may create small configurations only': {
    mutate: deployer(
      () => allow([create, endpoint]),
      () => allow(config, '*', { NumericLessThanEquals: { 'sagemaker:ServerlessMemorySize': '1024' } }),
    ),
    changes: { 'identity/deployer-may-create-endpoint-config': 'fail' },
  },
  'the deployer may create the endpoint, on the endpoint only': {
    mutate: deployer(
      () => allow([create, config]),
      (account) => allow(endpoint, sagemaker(account, 'endpoint/*')),
    ),
    changes: { 'identity/deployer-may-create-endpoint': 'fail' },
  },
  'the endpoint exists, and the deployer may only create': {
    mutate: async (account, stage) => {
      await existingEndpoint(account);
      return deployer(() => allow([create, config, endpoint]))(account, stage);
    },
    changes: { 'identity/deployer-may-create-endpoint': 'fail' },
  },
  'tags are planned, and the deployer may set none': {
    mutate: async (account, stage) => {
      await deployer(() => allow([create, config, endpoint]))(account, stage);
      return { tags: { team: 'ml' } };
    },
    changes: { 'identity/deployer-may-add-tags': 'fail' },
  },
  'the bucket policy names a role that is gone': {
    mutate: async (account) =>
      void (await setBucketPolicy(account, document({ ...allow('s3:GetObject', `arn:aws:s3:::${account.bucket}/*`), Principal: { AWS: GONE } }))),
    changes: { [names]: 'fail' },
  },
  'the key policy names a role that is gone': {
    mutate: async (account) =>
      void (await setKeyPolicy(account, document(trustingAccount(account, 'kms:*'), { ...allow('kms:Decrypt'), Principal: { AWS: GONE } }))),
    changes: { [names]: 'fail' },
  },
  'the trust policy names a role that is gone': {
    mutate: async (account) =>
      void (await setTrust(account, document(trustingService(), { Effect: 'Allow', Principal: { AWS: GONE }, Action: 'sts:AssumeRole' }))),
    changes: { [names]: 'fail' },
  },
  'the organisation may not be read': {
    mutate: async ({ account }, { proxy }) => void proxy.refuse(['organizations:DescribeOrganization'], { account }),
    changes: { 'identity/organisation-policies-are-known': 'cannot-tell' },
  },
  'two names are left out, and the deployer may deploy some of them': {
    mutate: async (account, stage) => {
      await deployer((here) => allow([create, config, endpoint], [sagemaker(here, '*/prod-*'), sagemaker(here, 'endpoint/churn')]))(account, stage);
      return { modelName: undefined, endpointConfigName: undefined } as never;
    },
    changes: {
      'identity/deployer-may-create-model': 'cannot-tell',
      'identity/deployer-may-create-endpoint-config': 'cannot-tell',
      'identity/deployer-may-create-endpoint': 'cannot-tell',
    },
  },
};

const HARMLESS: Readonly<Record<string, Mutate>> = {
  'the role has the least that it needs': execution(
    () => allow([TOKEN, 'cloudwatch:PutMetricData']),
    (account) => allow(PULL, repository(account, 'churn')),
    ({ region, account }) => allow(LOGS.slice(0, 4), `arn:aws:logs:${region}:${account}:log-group:/aws/sagemaker/Endpoints/churn:*`),
  ),
  'the role writes log streams that its policy names by pattern': execution(
    () => allow([TOKEN, 'cloudwatch:PutMetricData', ...PULL]),
    () => allow(['logs:CreateLogGroup', 'logs:DescribeLogStreams'], 'arn:aws:logs:*:*:log-group:/aws/sagemaker/*'),
    () => allow(['logs:CreateLogStream', 'logs:PutLogEvents'], 'arn:aws:logs:*:*:log-group:/aws/sagemaker/Endpoints/churn:log-stream:*/*'),
  ),
  'the deployer has the least that it needs': deployer(
    (account) => allow(create, sagemaker(account, 'model/churn')),
    (account) => allow([config, endpoint], sagemaker(account, 'endpoint-config/churn')),
    (account) => allow(endpoint, sagemaker(account, 'endpoint/churn')),
  ),
  'the deployer may create what has this size, key and model': deployer(
    () => allow([create, endpoint]),
    (account) =>
      allow(config, '*', {
        NumericLessThanEquals: { 'sagemaker:ServerlessMemorySize': '2048', 'sagemaker:ServerlessMaxConcurrency': '5' },
        ArnEquals: { 'sagemaker:VolumeKmsKey': account.keyArn, 'sagemaker:ModelArn': sagemaker(account, 'model/churn') },
      }),
  ),
  'names are left out, and the deployer may deploy any': async (account, stage) => {
    await deployer((here) =>
      allow(
        [create, config, endpoint],
        ['model/*', 'endpoint-config/*', 'endpoint/*'].map((one) => sagemaker(here, one)),
      ),
    )(account, stage);
    return { modelName: undefined, endpointName: undefined, endpointConfigName: undefined } as never;
  },
  'tags are planned and may be set': async () => ({ tags: { team: 'ml' } }),
  'the endpoint exists, and the deployer may only update': async (account, stage) => {
    await existingEndpoint(account);
    return deployer(() => allow([create, config, 'sagemaker:UpdateEndpoint']))(account, stage);
  },
  'the deployer has a boundary that is wide enough': async ({ admin, deployer: { name } }) => {
    const { Policy } = await admin.iam.send(
      new CreatePolicyCommand({ PolicyName: 'DeployerLimit', PolicyDocument: document(allow(['sagemaker:*', 'iam:PassRole', 'kms:*'])) }),
    );
    await admin.iam.send(new PutRolePermissionsBoundaryCommand({ RoleName: name, PermissionsBoundary: Policy?.Arn }));
    return undefined;
  },
  'a bucket policy for a role that exists': async (account) =>
    void (await setBucketPolicy(account, document({ ...allow('s3:GetObject', `arn:aws:s3:::${account.bucket}/*`), Principal: { AWS: account.deployer.arn } }))),
};

describeMatrix(FAILING, HARMLESS);
