import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SCENARIOS } from '../../rules/scenarios/index.ts';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import type { Folder } from '../support/command.ts';
import { descriptionOf, makeFolder } from '../support/command.ts';
import { runCommand } from '../support/run-command.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';

jest.setTimeout(30_000);

let stage: Stage;
let folder: Folder;
let ready: ReadyAccount;

beforeAll(async () => {
  stage = await startStage();
  folder = await makeFolder();
  ready = await readyServerlessAccount(stage);
}, 120_000);
afterAll(async () => {
  await stage?.stop();
  await folder?.remove();
});

describe('commands without AWS', () => {
  test('plan, permissions, rules, explain, init, demo and judge make no call', async () => {
    const facts = join(folder.path, 'silent.json');
    const file = await folder.write('target.yaml', descriptionOf(ready.target));
    await runCommand(['collect', facts, file], { env: ready.environment });
    stage.proxy.forget();
    const words = [
      ['plan', file],
      ['permissions', file],
      ['permissions', '--facts', facts],
      ['judge', '--facts', facts],
      ['rules'],
      ['explain', 'identity/role-exists'],
      ['init', 'new.yaml'],
      ['demo'],
    ];
    for (const one of words) expect({ one, code: (await runCommand(one, { env: ready.environment, cwd: folder.path })).code }).toEqual({ one, code: 0 });
    expect(stage.proxy.calls()).toEqual([]);
  });

  test('init, then check: says which placeholders to fill, each once', async () => {
    const { code } = await runCommand(['init'], { cwd: folder.path });
    const { code: checked, stdout, stderr } = await runCommand(['check'], { cwd: folder.path, env: ready.environment });
    expect([code, checked, stdout]).toEqual([0, 2, '']);
    const lines = stderr.trim().split('\n');
    for (const field of ['account', 'region', 'executionRoleArn', 'image']) expect(lines.filter((line) => line.includes(field))).not.toEqual([]);
    expect(stderr).toMatch(/sageready\.yaml:\d+:\d+/);
    const again = await runCommand(['init'], { cwd: folder.path });
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('--force');
  });

  test('explain knows a rule, and the nearest to a typing error', async () => {
    const { code, stdout } = await runCommand(['explain', 'encryption/key-trusts-role']);
    expect(code).toBe(0);
    for (const word of ['Why', 'Mend', 'https://docs.aws.amazon.com/', 'identity/role-exists']) expect(stdout).toContain(word);
    const wrong = await runCommand(['explain', 'encryption/key-trust-role']);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('did you mean encryption/key-trusts-role?');
  });

  test.each(SCENARIOS)('rules lists every rule of $id', async ({ id: scenario, rules }) => {
    const { stdout } = await runCommand(['rules', '--scenario', scenario]);
    expect(rules.length).toBeGreaterThan(10);
    for (const id of rules) expect(stdout).toContain(id);
  });

  test('help and version', async () => {
    const version = (JSON.parse(await readFile('package.json', 'utf8')) as { readonly version: string }).version;
    expect(await runCommand(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
    const { stdout } = await runCommand(['--help']);
    for (const command of ['check', 'collect', 'judge', 'plan', 'permissions', 'rules', 'explain', 'init', 'demo']) {
      expect(stdout).toContain(command);
      const help = await runCommand([command, '--help']);
      expect(help).toMatchObject({ code: 0, stderr: '' });
      expect(help.stdout).toContain(`sageready ${command}`);
      expect(help.stdout).toContain('Examples:');
    }
  });
});
