import { describe, expect, test } from '@jest/globals';
import { targetFromFlags } from '../../src/targets/flags.ts';
import { formatProblems, problemsOf } from '../../src/targets/problem.ts';

const GOOD = {
  scenario: 'serverless-endpoint',
  account: '012345678901',
  region: 'us-east-1',
  'execution-role-arn': 'arn:aws:iam::012345678901:role/Run',
  image: '012345678901.dkr.ecr.us-east-1.amazonaws.com/x:1',
  'model-data-url': 's3://models/model.tar.gz',
  'memory-size-in-mb': 2048,
  'max-concurrency': 5,
  tag: ['team=churn', 'expression=a=b'],
  // What a parser adds of its own.
  maxConcurrency: 5,
  _: [],
  'kms-key-id': undefined,
};
const linesOf = (flags: Readonly<Record<string, unknown>>): readonly string[] =>
  formatProblems(problemsOf(targetFromFlags(flags, { defaultDeployer: 'me' }))).split('\n');

describe('a target of flags', () => {
  test('is what the file would say, without a place', () => {
    expect(targetFromFlags(GOOD, { defaultDeployer: 'me' })).toEqual({
      targets: [
        {
          name: 'serverless-endpoint',
          scenario: 'serverless-endpoint',
          account: '012345678901',
          region: 'us-east-1',
          deployer: 'me',
          executionRoleArn: 'arn:aws:iam::012345678901:role/Run',
          image: '012345678901.dkr.ecr.us-east-1.amazonaws.com/x:1',
          modelDataUrl: 's3://models/model.tar.gz',
          serverlessConfig: { memorySizeInMB: 2048, maxConcurrency: 5 },
          tags: { team: 'churn', expression: 'a=b' },
        },
      ],
      invalid: [],
      problems: [],
    });
  });
  test.each([
    [{ name: 'n', 'endpoint-name': 'e' }, 'n'],
    [{ 'endpoint-name': 'e' }, 'e'],
    [{}, 'serverless-endpoint'],
  ])('with %j is named %s', (more, name) => {
    expect(targetFromFlags({ ...GOOD, ...more }, { defaultDeployer: undefined }).targets[0]).toMatchObject({ name });
  });
  test.each([
    [{ endpoint: 'churn' }, { name: 'churn', completeFrom: { endpoint: 'churn' } }],
    [
      { model: 'churn', 'memory-size-in-mb': 1024, 'max-concurrency': 1 },
      { name: 'churn', serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 1 } },
    ],
    [{ endpoint: 'churn', 'enable-network-isolation': false }, { enableNetworkIsolation: false }],
  ])('with %j needs no more than account and Region', (flags, target) => {
    const { targets, invalid } = targetFromFlags({ account: '012345678901', region: 'us-east-1', ...flags }, { defaultDeployer: 'me' });
    expect(invalid).toEqual([]);
    expect(targets).toEqual([expect.objectContaining({ scenario: 'serverless-endpoint', ...target })]);
  });
  test.each([
    [{ account: '1234' }, '--account: "1234" does not have 12 digits; expected the 12 digits of an account id'],
    [{ account: undefined }, '--account: is missing; expected the 12 digits of an account id'],
    [{ 'memory-size-in-mb': undefined }, '--memory-size-in-mb: is missing; expected a whole number of MB, 0 or more'],
    [{ 'max-concurrency': Number.NaN }, '--max-concurrency: is not a number; expected a whole number, 0 or more'],
    [{ image: ['a/b', 'c/d'] }, '--image: is given more than once'],
    [{ tag: ['x'] }, '--tag: "x" is no tag; expected key=value'],
    [{ tag: 'aws:x=y' }, '--tag: "aws:x" begins with aws:, which is reserved for AWS; expected at most 50 tags'],
    [{ scenario: 'serverles-endpoint' }, '--scenario: is the text "serverles-endpoint", which names no scenario; expected serverless-endpoint, inference'],
    [{ region: 'cn-north-1' }, '--execution-role-arn: is of partition "aws", but Region cn-north-1 is of partition aws-cn'],
  ])('with %j says which flag is wrong', (more, line) => {
    const lines = linesOf({ ...GOOD, ...more });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.startsWith(line)).toBe(true);
  });
  test('says everything at once', () => {
    expect(linesOf({ scenario: 'serverless-endpoint' }).map((line) => line.split(':')[0])).toEqual([
      '--account',
      '--region',
      '--execution-role-arn',
      '--image',
      '--memory-size-in-mb',
      '--max-concurrency',
    ]);
    expect(linesOf({})).toEqual([
      '--scenario: is missing; expected serverless-endpoint, inference-recommender-vpc, elastic-inference, jumpstart-model or wandb-launch-queue',
    ]);
  });
});

const HERE = { account: '012345678901', region: 'us-east-1' };
const RUN = { 'execution-role-arn': 'arn:aws:iam::012345678901:role/Run' };
const VPC = { subnet: ['subnet-1', 'subnet-2'], 'security-group-id': 'sg-1' };
const FILES: Readonly<Record<string, string>> = {
  'q.yaml': 'RoleArn: Run\nResourceConfig: { InstanceType: ml.m5.large, InstanceCount: {{count}} }\n',
  'a.yaml': 'builder: { type: heroku }\n',
  'b.yaml': 'builder: { type: noop }\n',
};
const open = (path: string) => (FILES[path] === undefined ? { fault: 'there is no such file' } : { file: path, text: FILES[path] });
const made = (flags: Readonly<Record<string, unknown>>) => targetFromFlags({ ...HERE, ...flags }, { defaultDeployer: 'me', open });

describe('flags tell the scenario, and make targets of each', () => {
  test.each([
    [
      {
        scenario: 'inference-recommender-vpc',
        ...RUN,
        ...VPC,
        'model-name': 'churn',
        domain: 'MACHINE_LEARNING',
        'supported-content-type': ['text/csv'],
        'job-name': 'sizing',
      },
      {
        name: 'sizing',
        vpcConfig: { subnets: ['subnet-1', 'subnet-2'], securityGroupIds: ['sg-1'] },
        containerConfig: { domain: 'MACHINE_LEARNING', supportedContentTypes: ['text/csv'] },
      },
    ],
    [
      { 'accelerator-type': 'ml.eia2.medium', 'instance-type': 'ml.m5.large', image: 'r/i:1', ...RUN, 'legacy-audit': true },
      { scenario: 'elastic-inference', legacyAudit: true, deployer: 'me' },
    ],
    [
      { 'model-id': 'm', use: 'hosting', 'domain-id': 'd-1', 'space-name': 'team' },
      { scenario: 'jumpstart-model', name: 'm', studio: { domainId: 'd-1', spaceName: 'team' } },
    ],
    [
      { 'queue-config': 'q.yaml', 'agent-config': 'b.yaml', 'agent-role-arn': 'me', 'queue-name': 'training' },
      { scenario: 'wandb-launch-queue', name: 'training', deployer: 'me', executionRoleArn: 'arn:aws:iam::012345678901:role/Run' },
    ],
  ])('%j', (flags, target) => {
    const { targets, invalid } = made(flags);
    expect(invalid).toEqual([]);
    expect(targets).toEqual([expect.objectContaining(target)]);
  });
  test('two for a JumpStart model of both uses', () => {
    const flags = { 'model-id': 'm', use: 'both', ...RUN, 'training-instance-type': 'ml.p3.2xlarge', 'volume-size-in-gb': 9, 'instance-type': 'ml.m5.large' };
    expect(made(flags).targets).toEqual([
      expect.objectContaining({ name: 'm (hosting)', instanceType: 'ml.m5.large' }),
      expect.objectContaining({ name: 'm (training)', trainingJob: { resourceConfig: { instanceType: 'ml.p3.2xlarge', volumeSizeInGB: 9 } } }),
    ]);
  });
  test.each([
    [
      { 'queue-config': 'q.yaml', 'agent-config': 'a.yaml', 'agent-role-arn': 'me' },
      ['a.yaml:1:12 builder.type: is the text "heroku"; expected docker, kaniko or noop'],
    ],
    [{ 'queue-config': 'none', 'agent-config': 'b.yaml', 'agent-role-arn': 'me' }, ['--queue-config: "none" could not be read: there is no such file']],
    [{ 'queue-config': 'q.yaml' }, ['--agent-config: is missing', '--agent-role-arn: is missing']],
    [
      { 'queue-config': 'q.yaml', 'agent-config': 'b.yaml', 'agent-role-arn': 'me', subnet: 'subnet-1' },
      ['--subnet: unknown key here — it belongs to targets of the scenario'],
    ],
    [{ scenario: 'jumpstart-model', use: 'hosting' }, ['--execution-role-arn: is missing, and so is studio', '--model-id: is missing, and so is image']],
    [{ 'accelerator-type': 'ml.eia2.medium' }, ['--execution-role-arn: is missing', '--image: is missing', '--instance-type: is missing']],
  ])('%j says which flag, or which file, is wrong', (flags, lines) => {
    const found = formatProblems(problemsOf(made(flags))).split('\n');
    expect(found.map((line, index) => line.startsWith(lines[index] ?? '?'))).toEqual(lines.map(() => true));
  });
  test('and what is known of a target that is none', () => {
    expect(made({ 'accelerator-type': 'x' }).invalid).toMatchObject([{ scenario: 'elastic-inference', ...HERE }]);
    expect(targetFromFlags({ 'queue-config': 'q', account: '12' }, { defaultDeployer: 'me' }).invalid[0]).not.toHaveProperty('account');
  });
});
