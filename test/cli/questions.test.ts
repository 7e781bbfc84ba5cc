import { PassThrough } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { paintFor } from '../../reporters/console/paint.ts';
import { columnsOf } from '../../reporters/text.ts';
import { converse } from '../../src/cli/ask.ts';
import { askFor } from '../../src/cli/questions.ts';
import type { Answers } from '../../src/targets/init-answers.ts';

interface Asked {
  readonly answers?: Answers;
  readonly error?: unknown;
  readonly said: string;
}

/** Plays a conversation whose answers are all typed ahead. */
const play = async (typed: readonly string[], { given = {}, width = 80 }: { readonly given?: Answers; readonly width?: number } = {}): Promise<Asked> => {
  const input = new PassThrough();
  const output = new PassThrough();
  const said = textOf(output);
  input.end(typed.map((line) => `${line}\n`).join(''));
  const conversation = converse({ input, output });
  const asking = { conversation, paint: paintFor({ colour: false, links: false }), width, region: 'eu-west-1' };
  const ended = await askFor(asking, given).then(
    (answers) => ({ answers }),
    (error: unknown) => ({ error }),
  );
  conversation.close();
  output.end();
  return { ...ended, said: await said };
};

const ROLE = 'arn:aws:iam::123456789012:role/Run';
const IMAGE = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/churn:1';
const ARTIFACT = 's3://models/model.tar.gz';

describe('a conversation', () => {
  test('asks a few questions and takes what is usual on Enter', async () => {
    const { answers, said } = await play(['', '', '123456789012', '', ROLE, IMAGE, ARTIFACT, '4096', '']);
    expect(answers).toEqual({
      scenario: 'serverless-endpoint',
      name: 'my-serverless-endpoint',
      account: '123456789012',
      region: 'eu-west-1',
      executionRoleArn: ROLE,
      image: IMAGE,
      modelDataUrl: ARTIFACT,
      'serverlessConfig.memorySizeInMB': 4096,
      'serverlessConfig.maxConcurrency': 5,
    });
    expect(said).toContain('  1  serverless-endpoint: A SageMaker serverless endpoint\n');
    expect(said).toContain('Account: Account that will hold the deployment');
    expect(said).toContain('(Enter: eu-west-1)');
  });
  test('asks again until the answer can be, and says why', async () => {
    const { answers, said } = await play([
      'serverles-endpoint',
      '1',
      'churn',
      '1234-5678-9012',
      '123456789012',
      'eu-west-1a',
      'eu-west-1',
      'Run',
      ROLE,
      IMAGE,
      '',
      '2k',
      '',
      '',
    ]);
    expect(answers).toMatchObject({ scenario: 'serverless-endpoint', account: '123456789012', region: 'eu-west-1', executionRoleArn: ROLE });
    expect(said.replace(/\s+/g, ' ')).toContain('did you mean serverless-endpoint?');
    for (const words of ['is written with hyphens', 'is an Availability Zone', 'is a role’s name']) expect(said.replace(/\s+/g, ' ')).toContain(words);
  });
  test('leaves open what nobody knows yet, and what is optional', async () => {
    const { answers, said } = await play(['', '', '', '', '', '', '', '', '']);
    expect(answers).toMatchObject({ account: undefined, executionRoleArn: undefined, image: undefined, modelDataUrl: undefined });
    expect(said.split('(Enter: fill it in later)').length - 1).toBe(3);
    expect(said.split('(Enter: none)').length - 1).toBe(1);
  });
  test('does not ask for what is given', async () => {
    const { answers, said } = await play(['', '', ''], {
      given: { scenario: 'serverless-endpoint', 'completeFrom.endpoint': 'churn', account: '123456789012' },
    });
    expect(answers).toMatchObject({ name: 'churn', region: 'eu-west-1' });
    expect(said).not.toContain('Account:');
    expect(said).not.toContain('Image:');
  });
  test('that ends too early leaves nothing written', async () => {
    const { answers, error } = await play(['', 'churn']);
    expect(answers).toBeUndefined();
    expect(error).toMatchObject({ exitCode: 2, message: expect.stringContaining('nothing is written') });
  });
  test('keeps to the width of the terminal, but for examples', async () => {
    const { said } = await play(['', '', '', '', '', '', '', '', ''], { width: 40 });
    const long = said.split('\n').filter((line) => columnsOf(line) > 40);
    for (const line of long) expect(line.trim()).not.toContain(' ');
  });
});
