import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import { environmentOf } from '../support/clients.ts';
import type { Ended, Folder } from '../support/command.ts';
import { descriptionOf, makeFolder, runProcess } from '../support/command.ts';
import { runCommand } from '../support/run-command.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';

jest.setTimeout(30_000);

let stage: Stage;
let folder: Folder;
let ready: ReadyAccount;
let file: string;
let facts: string;
/** Without keys of any kind. */
let stranger: Readonly<Record<string, string>>;

beforeAll(async () => {
  stage = await startStage();
  folder = await makeFolder();
  ready = await readyServerlessAccount(stage);
  file = await folder.write('target.yaml', descriptionOf(ready.target));
  facts = join(folder.path, 'facts.json');
  await runCommand(['collect', facts, file], { env: ready.environment });
  const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: _secret, AWS_SESSION_TOKEN: _token, ...rest } = ready.environment;
  stranger = rest;
}, 120_000);
afterEach(() => stage?.proxy.calm());
afterAll(async () => {
  await stage?.stop();
  await folder?.remove();
});

type Run = (words: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Ended>;
const run: Run = (words, env = ready.environment) => runCommand(words, { env, cwd: folder.path });
const runAlone: Run = (words, env = ready.environment) => runProcess(words, { env, cwd: folder.path });
const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/** Exit code 2, nothing on standard output, as many lines as said, no trace of a stack, and these words among them. */
const expectRefusal = ({ code, stdout, stderr }: Ended, lines: number, ...words: readonly string[]): void => {
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  for (const word of words) expect(stderr).toContain(word);
  expect(stderr).not.toMatch(/\n\s+at |unexpected:|undefined|\[object/);
  expect(linesOf(stderr)).toHaveLength(lines);
};

/** The description of the ready account, changed as text. */
const checkText = async (change: (text: string) => string): Promise<Ended> =>
  run(['check', await folder.write('changed.yaml', change(descriptionOf(ready.target)))]);

describe('a description', () => {
  test('that is not there', async () => expectRefusal(await runAlone(['check', 'nowhere.yaml']), 1, 'nowhere.yaml', 'no such file', 'sageready init'));
  test('that nobody named', async () => expectRefusal(await run(['check']), 1, 'there is no sageready.yaml here', 'sageready init'));
  test('that is a folder', async () => expectRefusal(await run(['check', folder.path]), 1, folder.path, 'could not be read'));
  test.each([
    ['--account-only', '123456789012'],
    ['--target', 'churn'],
  ])('of which nothing can be read is told why with %s too', async (...narrowed) => {
    const broken = await folder.write('narrowed.yaml', 'version: 1\ntargets:\n  - name: [a\n');
    expectRefusal(await run(['check', broken, ...narrowed]), 2, 'narrowed.yaml:', 'not valid YAML');
  });
  test('that is no YAML', async () => expectRefusal(await checkText(() => 'version: 1\ntargets:\n  - name: [a\n'), 2, 'changed.yaml:', 'not valid YAML'));
  test('that is empty', async () => expectRefusal(await checkText(() => ''), 2, 'changed.yaml'));
  test('of an unknown scenario', async () =>
    expectRefusal(await checkText((text) => text.replace('serverless-endpoint', 'serverles-endpoint')), 2, 'scenario', 'did you mean serverless-endpoint?'));
  test('with an unknown key', async () => expectRefusal(await checkText((text) => text.replace('"image"', '"imagee"')), 2, 'imagee', 'did you mean image?'));
  test('with a malformed ARN', async () =>
    expectRefusal(await checkText((text) => text.replaceAll('arn:aws:iam::', 'arn:aws:iam:')), 3, 'executionRoleArn', 'deployer', 'arn:<partition>:iam::'));
  test('with a malformed address of the artifact', async () =>
    expectRefusal(await checkText((text) => text.replace('s3://', 's3:/')), 2, 'modelDataUrl', 's3://'));
  test('with a malformed image', async () => expectRefusal(await checkText((text) => text.replace('/churn:1.4', ' churn')), 2, 'image'));
  test('with a malformed Region', async () => expectRefusal(await checkText((text) => text.replace('"us-east-1"', '"us_east_1"')), 2, 'region'));
  test('with a malformed account', async () =>
    expectRefusal(await checkText((text) => text.replace(`"account": "${ready.account}"`, '"account": "1234"')), 2, 'account'));
  test('with everything wrong: all of it at once', async () => {
    const ended = await checkText((text) => text.replace('"us-east-1"', '"us_east_1"').replace('s3://', 's3:/').replace('"image"', '"imagee"'));
    expectRefusal(ended, 4, 'region', 'modelDataUrl', 'imagee', '3 problems');
  });
  test('beside flags', async () => expectRefusal(await run(['check', file, '--image', 'x/y:1']), 1, 'not both'));
  test('by flags, with one missing', async () => {
    const ended = await run(['check', '--scenario', 'serverless-endpoint', '--account', ready.account, '--region', 'us-east-1', '--image', ready.target.image]);
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('--execution-role-arn');
  });
});

describe('credentials', () => {
  test('none: within two seconds, with the way to get some', async () => {
    const { AWS_EC2_METADATA_DISABLED: _, ...withMetadata } = stranger;
    const ended = await runAlone(['check', file], withMetadata);
    expectRefusal(ended, 1, 'no AWS credentials were found', 'aws sso login', '--facts');
    expect(ended.took).toBeLessThan(2000);
  });
  test('of another account', async () => {
    const other = await readyServerlessAccount(stage);
    expectRefusal(await runAlone(['check', file], other.environment), 1, ready.account, other.account, 'assumeRole', 'correct "account"');
  });
  test('that have expired', async () => {
    stage.proxy.interfere({ on: ['*'], fault: 'expired-token' });
    expectRefusal(await runAlone(['check', file]), 1, 'renew them', 'aws sso login');
  });
  test('that expire under way: what was read is judged, and the rest is not told', async () => {
    stage.proxy.interfere({ on: ['kms:DescribeKey'], fault: 'expired-token' });
    const { code, stdout, stderr } = await runAlone(['check', file]);
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(stdout).toContain('incomplete');
    expect(stdout).toContain('renew them');
    expect(stdout).toMatch(/UNDETERMINED {2}\d+ not judged, \d+ passed/);
  });
  test('that AWS does not know', async () => {
    stage.proxy.interfere({ on: ['*'], fault: 'unrecognized-client' });
    expectRefusal(await runAlone(['check', file]), 1, 'check that the keys are right');
  });
  test('of an unknown profile', async () => {
    const config = await folder.write('config', '[profile work]\nregion = us-east-1\n');
    expectRefusal(await runAlone(['check', file, '--profile', 'wrok'], { ...stranger, AWS_CONFIG_FILE: config }), 1, 'there is no profile "wrok"', 'work');
  });
  test('refused to say whose they are', async () => {
    stage.proxy.refuse(['sts:GetCallerIdentity']);
    expectRefusal(await runAlone(['check', file]), 1, 'sts:GetCallerIdentity');
  });
});

describe('the way to AWS', () => {
  const nowhere = () => environmentOf({ ...ready, url: 'http://127.0.0.1:1' }, ready.deployerKeys);
  test('an endpoint where nobody listens', async () => expectRefusal(await run(['check', file], nowhere()), 1, 'could not be reached', '--endpoint-url'));
  test('an endpoint without address', async () =>
    expectRefusal(await run(['check', file, '--endpoint-url', 'http://sageready.invalid']), 1, 'could not be reached', 'sageready.invalid'));
  test('an endpoint that is none', async () => expectRefusal(await run(['check', file, '--endpoint-url', 'nonsense']), 1, '--endpoint-url nonsense'));
  test('an endpoint that does not answer in time', async () => {
    stage.proxy.interfere({ on: ['sts:GetCallerIdentity'], fault: 'silence' });
    expectRefusal(await run(['check', file, '--timeout', '0.5']), 1, 'did not answer in time', '--timeout');
  });
  test('an endpoint that speaks another language', async () => {
    stage.proxy.interfere({ on: ['*'], fault: 'undecodable' });
    expectRefusal(await run(['check', file]), 1, 'sts:GetCallerIdentity', 'HTTP 500');
  });
});

describe('a facts file', () => {
  const judged = async (change: (text: string) => string): Promise<Ended> =>
    run(['judge', '--facts', await folder.write('bad.json', change(await readFile(facts, 'utf8')))]);
  test('that is not there', async () => expectRefusal(await run(['judge', '--facts', 'nowhere.json']), 1, 'nowhere.json', 'no such file', 'sageready collect'));
  test('that is not named', async () => expectRefusal(await run(['judge']), 1, 'facts'));
  test('that is no JSON', async () => expectRefusal(await judged(() => 'version: 1'), 1, 'not a facts file', 'sageready collect'));
  test('that is a list', async () => expectRefusal(await judged(() => '[]'), 1, 'not a facts file'));
  test('of another version', async () =>
    expectRefusal(await judged((text) => text.replace('facts/1', 'facts/2')), 1, 'sageready/facts/2', 'sageready/facts/1', 'collect'));
  test('of no version', async () => expectRefusal(await judged(() => '{}'), 1, 'sageready/facts/1'));
  test('cut short', async () => expectRefusal(await judged((text) => text.slice(0, text.length / 2)), 1, 'not a facts file'));
  test('with a fact that is none', async () => expectRefusal(await judged((text) => text.replace('"state": "present"', '"state": "perhaps"')), 1, 'damaged'));
  test('with a target that is none', async () => expectRefusal(await judged((text) => text.replace('"serverless-endpoint"', '"other"')), 1, 'damaged'));
  test('without targets', async () => expectRefusal(await judged(() => '{"schema":"sageready/facts/1","tool":"0","facts":[],"targets":[]}'), 1, 'no target'));
  test('with facts left out: cannot tell, and says to collect again', async () => {
    const { code, stdout, stderr } = await judged((text) => JSON.stringify({ ...JSON.parse(text), facts: [] }));
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(stdout).toContain('collect again');
  });
  test('with values of other types: no pass, no stack trace', async () => {
    const { code, stdout, stderr } = await judged((text) => text.replaceAll(/"text": "(?:[^"\\]|\\.)*"/g, '"text": 7'));
    expect([1, 3]).toContain(code);
    expect(`${stdout}${stderr}`).not.toMatch(/\n\s+at /);
    expect(stdout).not.toContain('is ready');
  });
});

describe('words of the command line', () => {
  const CASES: readonly { readonly name: string; readonly words: () => readonly string[]; readonly said: readonly string[] }[] = [
    { name: 'an unknown command', words: () => ['chek'], said: ['check'] },
    { name: 'an unknown option', words: () => ['check', '--regoin', 'x'], said: ['regoin', '--help'] },
    { name: 'an option without its value', words: () => ['check', '--profile'], said: ['profile'] },
    { name: 'an option given twice', words: () => ['check', file, '--region', 'us-east-1', '--region', 'eu-west-1'], said: ['--region is given twice'] },
    { name: 'a word too many', words: () => ['check', file, 'more'], said: ['more'] },
    { name: 'an unknown format', words: () => ['check', file, '--output', 'sarif2'], said: ['sarif2', 'console, json'] },
    { name: 'a format without its file', words: () => ['check', file, '--output', 'json='], said: ['json=report.json'] },
    { name: 'two reports for standard output', words: () => ['check', file, '--output', 'json', '--output', 'console'], said: ['share standard output'] },
    { name: 'a file that cannot be written', words: () => ['check', file, '--output', 'json=/nonexistent/report.json'], said: ['/nonexistent/report.json'] },
    { name: 'facts that cannot be written', words: () => ['collect', '/nonexistent/facts.json', file], said: ['/nonexistent/facts.json', 'name another file'] },
    { name: 'facts over the description', words: () => ['collect', file], said: ['looks like a description'] },
    { name: 'a time that is none', words: () => ['check', file, '--now', 'yesterday'], said: ['--now yesterday', '2026-'] },
    { name: 'a timeout of nothing', words: () => ['check', file, '--timeout', '0'], said: ['--timeout takes a number above 0'] },
    { name: 'a timeout that is no number', words: () => ['check', file, '--timeout', 'soon'], said: ['--timeout takes a number above 0'] },
    { name: 'no concurrency', words: () => ['check', file, '--concurrency', '-1'], said: ['--concurrency takes a number above 0'] },
    { name: 'an unknown severity', words: () => ['check', file, '--fail-on', 'panic'], said: ['"error", "warning", "note"'] },
    { name: 'an unknown rule', words: () => ['explain', 'identity/role'], said: ['identity/role', 'sageready rules'] },
    { name: 'an unknown scenario of rules', words: () => ['rules', '--scenario', 'serverless'], said: ['serverless-endpoint'] },
    { name: 'a description over another', words: () => ['init', file], said: ['--force'] },
  ];
  test.each(CASES)('$name', async ({ name, words, said }) => {
    stage.proxy.forget();
    expectRefusal(await run(words()), 1, ...said);
    // Whether a file can be written shows when it is written; all else is said before anything is asked.
    if (!name.includes('written')) expect(stage.proxy.calls()).toEqual([]);
  });
});
