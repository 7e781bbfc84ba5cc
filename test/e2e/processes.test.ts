import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Report, TargetReport } from '../../src/model/report.ts';
import type { Target } from '../../src/model/target.ts';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import type { Ended, Folder } from '../support/command.ts';
import { BUNDLE, descriptionOf, makeFolder, runProcess, startCommand } from '../support/command.ts';
import { runCommand } from '../support/run-command.ts';
import { document, trustingService } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';

type Said = Omit<Report, 'targets'> & { readonly targets: readonly TargetReport[] };

jest.setTimeout(30_000);

let stage: Stage;
let folder: Folder;
let ready: ReadyAccount;
let broken: ReadyAccount;

beforeAll(async () => {
  stage = await startStage();
  folder = await makeFolder();
  ready = await readyServerlessAccount(stage);
  broken = await readyServerlessAccount(stage);
  const ec2 = document(trustingService('ec2.amazonaws.com'));
  await broken.admin.iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: broken.executionRole.name, PolicyDocument: ec2 }));
}, 120_000);
afterEach(() => stage?.proxy.calm());
afterAll(async () => {
  await stage?.stop();
  await folder?.remove();
});

const described = (...targets: readonly Target[]): Promise<string> =>
  folder.write(`${targets.map(({ name, account }) => `${name}-${account}`).join('-')}.yaml`, descriptionOf(...targets));
const runBy =
  (start: typeof runCommand) =>
  async ({ environment, target }: ReadyAccount, [command = '', ...rest]: readonly string[], targets: readonly Target[] = [target]): Promise<Ended> =>
    start([command, ...rest, await described(...targets)], { env: environment, cwd: folder.path });
const run = runBy(runProcess);
/** For what a process of its own would show no better. */
const runLoaded = runBy(runCommand);
const saidIn = ({ stdout }: Pick<Ended, 'stdout'>): Said => JSON.parse(stdout) as Said;
const outcomesIn = ({ targets }: Said) => targets.map(({ outcome }) => outcome);
const verdictOn = ({ targets }: Said, rule: string) => targets[0]?.findings.find((finding) => finding.rule === rule)?.verdict;
const upsell = (target: Target, maxConcurrency: number): Target => ({
  ...target,
  name: 'upsell',
  endpointName: 'upsell',
  endpointConfigName: 'upsell',
  serverlessConfig: { memorySizeInMB: 2048, maxConcurrency },
});

describe('the exit code', () => {
  test('ready: 0, with a report and nothing on standard error', async () => {
    const { code, stdout, stderr } = await run(ready, ['check']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('ready');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain(ready.url);
  });

  test('one failure: 1, with rule, evidence and remedy', async () => {
    const { code, stdout, stderr } = await run(broken, ['check']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('identity/role-trusts-sagemaker');
    expect(stdout).toContain(broken.executionRole.arn);
    expect(stdout).toContain('update-assume-role-policy');
    expect(stdout).toContain('not ready');
  });

  test('one refusal: 3, with the action to grant', async () => {
    stage.proxy.refuse(['kms:GetKeyPolicy'], { account: ready.account });
    const { code, stdout, stderr } = await run(ready, ['check']);
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(stdout).toContain('"kms:GetKeyPolicy"');
    expect(stdout).toContain('"Effect": "Allow"');
  });

  test('a refusal beside a failure: 1', async () => {
    stage.proxy.refuse(['kms:GetKeyPolicy'], { account: broken.account });
    expect((await run(broken, ['check', '--quiet'])).code).toBe(1);
  });

  test('a warning that cannot be told counts only when it is asked for', async () => {
    const words = (more: readonly string[]) => ['check', '--quiet', ...more];
    const decryptOnly = { Effect: 'Allow', Principal: { AWS: ready.executionRole.arn }, Action: 'kms:Decrypt', Resource: '*' } as const;
    const account = await readyServerlessAccount(stage);
    const { PutKeyPolicyCommand } = await import('@aws-sdk/client-kms');
    const statement = { ...decryptOnly, Principal: { AWS: account.executionRole.arn } };
    const grants = { Effect: 'Allow', Principal: { AWS: account.deployer.arn }, Action: 'kms:CreateGrant', Resource: '*' } as const;
    await account.admin.kms.send(new PutKeyPolicyCommand({ KeyId: account.keyArn, PolicyName: 'default', Policy: document(statement, grants) }));
    expect((await runLoaded(account, words([]))).code).toBe(0);
    expect((await runLoaded(account, words(['--fail-on', 'warning']))).code).toBe(1);
    stage.proxy.refuse(['kms:ListGrants'], { account: account.account });
    expect((await runLoaded(account, words([]))).code).toBe(0);
    expect((await runLoaded(account, words(['--fail-on', 'warning']))).code).toBe(3);
    expect((await runLoaded(account, words(['--strict']))).code).toBe(3);
  });

  test('quiet says nothing', async () => {
    expect(await run(broken, ['check', '--quiet'])).toMatchObject({ code: 1, stdout: '', stderr: '' });
  });
});

describe('several targets', () => {
  test('are judged together: each fits the quota, both do not', async () => {
    const ended = await runLoaded(ready, ['check', '--output', 'json'], [ready.target, upsell(ready.target, 16)]);
    const report = saidIn(ended);
    expect(ended.code).toBe(1);
    const found = report.targets.map(({ findings }) => Object.fromEntries(findings.map(({ rule, verdict }) => [rule, verdict.outcome])));
    for (const one of found) expect(one).toMatchObject({ 'endpoint/concurrency-fits-quota': 'pass', 'endpoint/concurrencies-together-fit-quota': 'fail' });
    expect((await runLoaded(ready, ['check', '--quiet'], [ready.target, upsell(ready.target, 15)])).code).toBe(0);
  });

  test('one that is invalid: the others are judged, and the exit code is 2', async () => {
    const invalid = { ...upsell(ready.target, 1), executionRoleArn: 'not an ARN' };
    const ended = await runLoaded(ready, ['check', '--output', 'json'], [ready.target, invalid]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('executionRoleArn');
    expect(outcomesIn(saidIn(ended))).toEqual(['ready', 'undetermined']);
  });

  test('one that is invalid, keeping going: it is undetermined', async () => {
    const invalid = { ...upsell(ready.target, 1), executionRoleArn: 'not an ARN' };
    expect((await runLoaded(ready, ['check', '--keep-going', '--quiet'], [ready.target, invalid])).code).toBe(3);
    expect((await runLoaded(broken, ['check', '--keep-going', '--quiet'], [broken.target, { ...invalid, account: broken.account }])).code).toBe(1);
  });
});

describe('reports', () => {
  test('go to files and to standard output at once', async () => {
    const file = join(folder.path, 'report.json');
    const { code, stdout, stderr } = await run(broken, ['check', '--output', `json=${file}`, '--output', 'console']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const report = JSON.parse(await readFile(file, 'utf8')) as Said;
    expect(stdout).toContain('identity/role-trusts-sagemaker');
    expect(report).toMatchObject({ schema: 'sageready/report/1', run: { complete: true, caller: expect.stringContaining(broken.account) } });
    expect(verdictOn(report, 'identity/role-trusts-sagemaker')).toMatchObject({ outcome: 'fail' });
    expect(report.run.endpoints).toEqual([`AWS_ENDPOINT_URL=${broken.url}`]);
  });

  test('nobody reads to the end: silence, and the verdict’s exit code', async () => {
    const file = await described(broken.target);
    const script = '"$0" "$1" check --all "$2" | head -1; exit "${PIPESTATUS[0]}"';
    const shell = spawn('bash', ['-c', script, process.execPath, BUNDLE, file], {
      env: { PATH: process.env['PATH'], ...broken.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    shell.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    const [code] = await once(shell, 'close');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  test('nobody reads at all', async () => {
    const { child, ended } = startCommand(['check', '--all', '--output', 'json', await described(broken.target)], { env: broken.environment });
    child.stdout.destroy();
    expect(await ended).toMatchObject({ code: 1, stderr: '' });
  });
});

describe('Ctrl-C', () => {
  const interruptedAt = async (silent: string, words: readonly string[]): Promise<Ended> => {
    stage.proxy.interfere({ on: [silent], fault: 'silence', account: ready.account });
    stage.proxy.forget();
    const { child, ended } = startCommand(words, { env: ready.environment, cwd: folder.path });
    while (!stage.proxy.calls(ready.account).some(({ action }) => action === silent)) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill('SIGINT');
    return ended;
  };
  const interrupted = async (words: readonly string[]): Promise<Ended> => interruptedAt('kms:DescribeKey', [...words, await described(ready.target)]);

  test('reports what is known so far, marked incomplete: 130', async () => {
    const ended = await interrupted(['check', '--output', 'json']);
    expect(ended.code).toBe(130);
    expect(ended.stderr.trim().split('\n')).toEqual([expect.stringContaining('interrupted')]);
    const report = saidIn(ended);
    expect(report.run.complete).toBe(false);
    expect(verdictOn(report, 'encryption/key-exists')).toMatchObject({ outcome: 'cannot-tell', because: [{ reason: 'not-collected' }] });
    expect(outcomesIn(report)).toEqual(['undetermined']);
  });

  test('is said on the console too', async () => {
    const { code, stdout } = await interrupted(['check']);
    expect(code).toBe(130);
    expect(stdout).toMatch(/incomplete|interrupted/);
  });

  test('saves the facts that were read', async () => {
    const { code } = await interrupted(['collect', 'interrupted.json']);
    expect(code).toBe(130);
    expect(await readFile(join(folder.path, 'interrupted.json'), 'utf8')).toContain('sageready/facts/1');
  });

  test.each([
    ['check', 'anything was read', 'sts:GetCallerIdentity', async () => ['check', await described(ready.target)]],
    ['audit', 'anything was judged', 'sts:GetCallerIdentity', async () => ['audit', '--region', 'us-east-1']],
    ['audit that looks', 'anything was judged', 'sagemaker:ListEndpoints', async () => ['audit', '--region', 'us-east-1']],
  ] as const)('before %s knows anything is no failure to run either: 130', async (_, known, silent, words) => {
    const { code, stdout, stderr } = await interruptedAt(silent, await words());
    expect([code, stdout, stderr.trim().split('\n')]).toEqual([130, '', [expect.any(String), `sageready: interrupted before ${known}`]]);
  });
});

describe('facts', () => {
  test.each([['ready', () => ready, 0] as const, ['broken', () => broken, 1] as const])(
    'of the %s account give the verdicts of a check',
    async (_, account, code) => {
      const now = '2026-03-01T12:00:00.000Z';
      const facts = join(folder.path, `${account().account}.json`);
      expect(await runLoaded(account(), ['collect', facts])).toMatchObject({ code: 0, stdout: '', stderr: '' });
      const checked = await runLoaded(account(), ['check', '--now', now, '--output', 'json']);
      const judged = await runCommand(['judge', '--facts', facts, '--now', now, '--output', 'json']);
      expect([checked.code, judged.code]).toEqual([code, code]);
      const withoutOrigin = ({ targets }: Said) => JSON.stringify(targets);
      expect(withoutOrigin(saidIn(judged))).toBe(withoutOrigin(saidIn(checked)));
      expect(saidIn(judged).calls.total).toBe(0);
    },
  );

  test('judged with the description again say the same', async () => {
    const facts = join(folder.path, 'again.json');
    await runLoaded(broken, ['collect', facts]);
    const file = await described(broken.target);
    const [own, again] = [
      await runCommand(['judge', '--facts', facts, '--output', 'json']),
      await runCommand(['judge', file, '--facts', facts, '--output', 'json']),
    ];
    expect(saidIn(again).targets).toEqual(saidIn(own).targets);
  });

  test('go to standard output as well', async () => {
    const { code, stdout, stderr } = await runLoaded(ready, ['collect', '-']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'sageready/facts/1' });
  });
});
