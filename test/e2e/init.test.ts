import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Folder } from '../support/command.ts';
import { makeFolder } from '../support/command.ts';
import { runCommand } from '../support/run-command.ts';
import { runOnTerminal } from '../support/terminal.ts';

jest.setTimeout(30_000);

let folder: Folder;

beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder?.remove());

/** Runs the built command line on a terminal, with these keys pressed. */
const onTerminal = async (words: readonly string[], answers: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const { code, screen } = await runOnTerminal(words, { cwd: folder.path, answers, env });
  return { code, screen: stripVTControlCharacters(screen) };
};

const inFolder = (name: string): string => join(folder.path, name);
const lint = (name: string) => runCommand(['lint', name], { cwd: folder.path });
const isThere = (name: string): Promise<boolean> =>
  access(inFolder(name)).then(
    () => true,
    () => false,
  );

const ROLE = 'arn:aws:iam::123456789012:role/service-role/SageMakerExecution';
const IMAGE = '123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1.4';
const ARTIFACT = 's3://churn-models/churn/model.tar.gz';

describe('init on a terminal', () => {
  test('asks, and writes a description that is valid at once', async () => {
    const answers = ['', 'churn', '1234', '123456789012', '', ROLE, IMAGE, ARTIFACT, '', '16'];
    const { code, screen } = await onTerminal(['init', 'asked.yaml'], answers, { AWS_REGION: 'us-east-1' });
    expect(screen).toContain('"1234" does not have 12 digits');
    expect(screen).toContain('asked.yaml is written. Next: sageready check asked.yaml');
    expect(code).toBe(0);
    expect(await readFile(inFolder('asked.yaml'), 'utf8')).toContain('maxConcurrency: 16\n');
    expect(await lint('asked.yaml')).toMatchObject({ code: 0, stdout: 'asked.yaml: 1 target, no problem found\n' });
  });
  test('asks nothing with --yes', async () => {
    const { code, screen } = await onTerminal(['init', 'yes.yaml', '--yes'], []);
    expect(code).toBe(0);
    expect(screen).toBe('yes.yaml is written. Fill in what stands in <angle brackets>, then: sageready check yes.yaml\n');
  });
  test('asks only for what the flags do not say', async () => {
    const { code, screen } = await onTerminal(['init', 'flags.yaml', '--endpoint', 'churn', '--account', '012345678901'], ['', '', 'eu-west-1']);
    expect(code).toBe(0);
    expect(screen).not.toContain('Account:');
    expect(await lint('flags.yaml')).toMatchObject({ code: 0 });
  });
  test.each([
    ['^C', 130],
    ['^D', 2],
  ])('%s ends it, and nothing is written', async (key, expected) => {
    const { code, screen } = await onTerminal(['init', 'ended.yaml'], ['', 'churn', key]);
    expect(screen).toContain('nothing is written');
    expect(code).toBe(expected);
    expect(await isThere('ended.yaml')).toBe(false);
  });
  test('refuses before the first question to overwrite a file', async () => {
    await folder.write('mine.yaml', 'mine');
    const { code, screen } = await onTerminal(['init', 'mine.yaml'], []);
    expect({ code, screen }).toEqual({ code: 2, screen: 'sageready: mine.yaml exists — name another file, or overwrite it with --force\n' });
    expect(await readFile(inFolder('mine.yaml'), 'utf8')).toBe('mine');
  });
});

describe('init without a terminal', () => {
  test('asks nothing and leaves placeholders', async () => {
    const { code, stdout, stderr } = await runCommand(['init', 'silent.yaml'], { cwd: folder.path });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Fill in what stands in <angle brackets>');
    expect((await lint('silent.yaml')).stdout.trim().split('\n')).toHaveLength(5);
  });
  test('takes everything from flags', async () => {
    const plan = ['--scenario', 'serverless-endpoint', '--name', 'churn', '--execution-role-arn', ROLE, '--image', IMAGE, '--model-data-url', ARTIFACT];
    const words = ['init', 'whole.yaml', ...plan, '--account', '123456789012', '--region', 'us-east-1', '--memory-size-in-mb', '4096', '--tag', 'team=churn'];
    expect(await runCommand(words, { cwd: folder.path })).toMatchObject({ code: 0, stdout: 'whole.yaml is written. Next: sageready check whole.yaml\n' });
    expect(await lint('whole.yaml')).toMatchObject({ code: 0 });
  });
  test('refuses a flag that cannot be', async () => {
    const { code, stderr } = await runCommand(['init', 'wrong.yaml', '--account', '1234'], { cwd: folder.path });
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'sageready: --account "1234" does not have 12 digits; expected the 12 digits of an account id\n' });
    expect(await isThere('wrong.yaml')).toBe(false);
  });
});
