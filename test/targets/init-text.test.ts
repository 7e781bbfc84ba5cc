import { describe, expect, test } from '@jest/globals';
import { initText } from '../../src/targets/init-text.ts';
import { problemsOf } from '../../src/targets/problem.ts';
import { readDescription } from '../../src/targets/read.ts';

const read = (text: string) => readDescription(text, 'sageready.yaml', { defaultDeployer: 'me' });
const VALUES = {
  account: '012345678901',
  region: 'us-east-1',
  executionRoleArn: 'arn:aws:iam::012345678901:role/Run',
  image: '012345678901.dkr.ecr.us-east-1.amazonaws.com/x:1',
  modelDataUrl: 's3://models/model: #1.tar.gz',
};

describe('the file that init writes', () => {
  test('names its schema first', () => {
    expect(initText().split('\n')[0]).toBe('# yaml-language-server: $schema=./node_modules/sageready/schema/sageready.schema.json');
    expect(initText({ schema: 'x.json' }).split('\n')[0]).toBe('# yaml-language-server: $schema=x.json');
  });
  test('has each placeholder reported with its place, and nothing else', () => {
    const text = initText();
    const problems = problemsOf(read(text));
    expect(problems.map(({ path, message }) => [path, message.startsWith('still holds the placeholder "<')])).toEqual([
      ['defaults.account', true],
      ['defaults.region', true],
      ['defaults.executionRoleArn', true],
      ['targets[0].image', true],
      ['targets[0].modelDataUrl', true],
    ]);
    expect(
      problems.map(
        ({ line = 0, column }) =>
          text
            .split('\n')
            [line - 1]?.slice((column ?? 0) - 1)
            .split(':')[0],
      ),
    ).toEqual(['account', 'region', 'executionRoleArn', 'image', 'modelDataUrl']);
  });
  test('is valid once the values are known', () => {
    const { targets, invalid, problems } = read(initText(VALUES));
    expect({ invalid, problems }).toEqual({ invalid: [], problems: [] });
    expect(targets).toEqual([
      expect.objectContaining({ ...VALUES, name: 'my-endpoint', deployer: 'me', serverlessConfig: { memorySizeInMB: 2048, maxConcurrency: 5 } }),
    ]);
  });
  test('is valid with its optional lines, too', () => {
    const text = initText(VALUES)
      .replace('# deployer: <ARN of the role or user>', 'deployer: arn:aws:iam::012345678901:user/Bob')
      .replace('# kmsKeyId: alias/<alias>', 'kmsKeyId: alias/churn')
      .replace('# endpointName:', 'endpointName:');
    expect(read(text).targets).toEqual([
      expect.objectContaining({ deployer: 'arn:aws:iam::012345678901:user/Bob', kmsKeyId: 'alias/churn', endpointName: 'my-endpoint' }),
    ]);
  });
});
