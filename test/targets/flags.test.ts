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
