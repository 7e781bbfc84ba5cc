import { appendFile, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Report } from '../../src/model/report.ts';
import type { Ended, Folder } from '../support/command.ts';
import { descriptionOf, makeFolder, startCommand } from '../support/command.ts';
import type { RecommenderAccount } from '../support/recommender-account.ts';
import { readyRecommenderAccount } from '../support/recommender-account.ts';
import { runCommand } from '../support/run-command.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';

jest.setTimeout(60_000);

let stage: Stage;
let folder: Folder;
let ready: RecommenderAccount;
let description: string;
let undisturbed: Ended;
/** Requests of an undisturbed run, without those to STS: who asks is asked in each run. */
let all: number;

const requests = (): number => stage.proxy.calls(ready.account).filter(({ service }) => service !== 'sts').length;
const words = (more: readonly string[]) => ['check', description, '--now', '2026-11-20T00:00:00Z', '--output', 'json', ...more];
const check = (...more: readonly string[]): Promise<Ended> => runCommand(words(more), { env: ready.environment, cwd: folder.path });
const journalled = async (file: string): Promise<readonly { readonly records?: readonly unknown[] }[]> =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

/** Ends a run by force once so many of its requests have come. */
const killedAfter = async (count: number, file: string): Promise<void> => {
  stage.proxy.forget();
  const { child, ended } = startCommand(words(['--journal', file]), { env: ready.environment, cwd: folder.path });
  while (requests() < count && child.exitCode === null) await sleep(2);
  child.kill('SIGKILL');
  await ended;
};

beforeAll(async () => {
  stage = await startStage();
  folder = await makeFolder();
  ready = await readyRecommenderAccount(stage);
  stage.proxy.simulate(ready.account, () => ({ decision: 'allowed' }));
  const further = { ...ready.target, name: 'further', jobName: 'further' };
  description = await folder.write('sageready.yaml', descriptionOf(ready.target, further));
  stage.proxy.forget();
  undisturbed = await check();
  all = requests();
}, 120_000);
afterEach(() => stage?.proxy.calm());
afterAll(async () => {
  await stage?.stop();
  await folder?.remove();
});

describe('a run that is killed', () => {
  test('is resumed to the same report, byte for byte, and asks nothing twice', async () => {
    expect(undisturbed).toMatchObject({ code: 0, stderr: '' });
    for (const [index, part] of [0.05, 0.5, 0.9].entries()) {
      const file = join(folder.path, `killed-${index}.ndjson`);
      await killedAfter(Math.ceil(all * part), file);
      const known = (await journalled(file)).reduce((sum, { records = [] }) => sum + records.length, 0);
      stage.proxy.forget();
      const resumed = await check('--resume', file);
      expect(resumed.stdout).toBe(undisturbed.stdout);
      expect(resumed.code).toBe(0);
      expect(resumed.stderr).toContain(known === 0 ? 'nothing was taken over from' : `taken over from ${file}`);
      expect(requests()).toBe(all - known);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
    }
  });

  test('is resumed without any call once it was finished, unless its answers are too old', async () => {
    const file = join(folder.path, 'whole.ndjson');
    // As many calls as it takes are no limit.
    expect(await check('--journal', file, '--max-calls', '1000')).toMatchObject({ code: 0, stdout: undisturbed.stdout });
    stage.proxy.forget();
    expect((await check('--resume', file, '--quiet')).stderr).toBe('');
    expect(requests()).toBe(0);
    await sleep(1_100);
    const again = await check('--resume', file, '--max-age', '1s');
    expect(again.stderr).toContain('older than --max-age 1s, and asked for again');
    expect(again.stdout).toBe(undisturbed.stdout);
    expect(requests()).toBe(all);
  });

  test('never takes over a refusal', async () => {
    const file = join(folder.path, 'refused.ndjson');
    stage.proxy.refuse(['kms:DescribeKey', 'ec2:DescribeSubnets'], { account: ready.account });
    expect((await check('--journal', file)).code).toBe(3);
    stage.proxy.calm();
    expect((await check('--resume', file)).stdout).toBe(undisturbed.stdout);
  });

  test('leaves a half line, which is told and left out; somebody else may not go on with it', async () => {
    const file = join(folder.path, 'half.ndjson');
    await check('--journal', file);
    await appendFile(file, '{"scope":"","time":"2026');
    const resumed = await check('--resume', file);
    expect(resumed.stdout).toBe(undisturbed.stdout);
    expect(resumed.stderr).toContain(`the last line of ${file} was cut off when its run ended, and is left out`);
    const { accessKeyId, secretAccessKey } = ready.admin.keys;
    const env = { ...ready.environment, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: '' };
    const other = await runCommand(words(['--resume', file]), { env, cwd: folder.path });
    expect(other).toMatchObject({ code: 2, stdout: '' });
    expect(other.stderr).toMatch(/^sageready: .* holds what arn:.* was answered, and the credentials are those of arn:.* — use the same credentials/m);
  });

  test('is not written by two at once', async () => {
    const file = join(folder.path, 'twice.ndjson');
    stage.proxy.interfere({ on: ['*'], fault: { slowBy: 150 }, account: ready.account });
    const first = startCommand(words(['--journal', file]), { env: ready.environment, cwd: folder.path });
    while ((await stat(file).catch(() => undefined)) === undefined) await sleep(5);
    const second = await check('--resume', file);
    expect(second).toMatchObject({ code: 2, stdout: '' });
    expect(second.stderr).toBe(`sageready: ${file} is being written by another run (process ${first.child.pid}) — wait for its end, or name another file\n`);
    expect((await first.ended).stdout).toBe(undisturbed.stdout);
  });
});

describe('a full disk', () => {
  test('ends no run that only keeps a journal there, and is one line where a report goes', async () => {
    const journal = await check('--journal', '/dev/full');
    expect(journal.stdout).toBe(undisturbed.stdout);
    expect(journal.stderr).toMatch(/^sageready: \/dev\/full could not be written: ENOSPC.*\n$/);
    const report = await check('--output', 'json=/dev/full');
    expect(report.code).toBe(2);
    expect(report.stderr).toMatch(/^sageready: \/dev\/full could not be written: .*\n$/);
  });
});

describe('--max-calls', () => {
  test('is kept to, and what is missing makes the report incomplete', async () => {
    stage.proxy.forget();
    const { code, stdout } = await check('--max-calls', '12');
    expect(stage.proxy.calls()).toHaveLength(12);
    const { run, targets, calls } = JSON.parse(stdout) as Report;
    expect(code).toBe(3);
    expect(run.complete).toBe(false);
    expect(run.notes[0]).toBe('the limit of --max-calls 12 was reached, and not everything was read — raise it, or judge fewer targets');
    expect(calls.total).toBe(12);
    const outcomes = [...targets].flatMap(({ findings }) => findings.map(({ verdict }) => verdict));
    expect(outcomes.filter(({ outcome }) => outcome === 'fail' || outcome === 'error')).toEqual([]);
    const reasons = outcomes.flatMap((verdict) => (verdict.outcome === 'cannot-tell' ? verdict.because : []));
    expect(new Set(reasons.map(({ reason }) => reason))).toEqual(new Set(['not-collected']));
    expect(reasons[0]?.message).toContain('the limit of --max-calls 12 was reached — raise it, or judge fewer targets');
  });

  test.each([
    ['--max-calls', '0', '--max-calls takes a whole number above 0'],
    ['--max-age', '2d', '--max-age 2d is no age — it looks like 90s, 15m or 2h'],
  ])('%s %s is refused', async (option, value, line) => {
    const { code, stderr } = await check(option, value, '--resume', 'none');
    expect(code).toBe(2);
    expect(stderr).toContain(line);
  });
});
