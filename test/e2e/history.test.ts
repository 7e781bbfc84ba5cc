import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Report } from '../../src/model/report.ts';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import type { Ended, Folder } from '../support/command.ts';
import { BUNDLE, descriptionOf, makeFolder } from '../support/command.ts';
import { runCommand } from '../support/run-command.ts';
import { sarifRun } from '../support/sarif.ts';
import { document } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { setExecution, setTrust } from './mutations.ts';

jest.setTimeout(60_000);

const REGION = 'eu-west-1';
const BEN = 'arn:aws:sts::123456789012:assumed-role/Admin/ben';

let stage: Stage;
let folder: Folder;
let ready: ReadyAccount;

const day = (number: number): string => `2026-11-2${number}T06:00:00.000Z`;
const run = (...words: readonly string[]): Promise<Ended> => runCommand(words, { cwd: folder.path, env: { ...ready.environment, COLUMNS: '100' } });
const check = (number: number, ...words: readonly string[]): Promise<Ended> => run('check', 'churn.yaml', '--history', 'runs', '--now', day(number), ...words);
const kept = async (): Promise<readonly string[]> => (await readdir(join(folder.path, 'runs'))).toSorted();
const report = async (name: string): Promise<Report> => JSON.parse(await readFile(join(folder.path, name), 'utf8'));
/** What a report says in one line: its width breaks sentences. */
const flat = ({ stdout }: Ended): string => stdout.replace(/\s+/g, ' ');

const changed = (over: Partial<Parameters<Stage['proxy']['addEvent']>[0]>): void =>
  stage.proxy.addEvent({
    account: ready.account,
    region: 'us-east-1',
    resource: ready.executionRole.name,
    time: '2026-11-20T14:03:11Z',
    source: 'iam.amazonaws.com',
    name: 'UpdateAssumeRolePolicy',
    effect: 'change',
    who: BEN,
    ...over,
  });

beforeAll(async () => {
  [stage, folder] = await Promise.all([startStage(), makeFolder()]);
  ready = await readyServerlessAccount(stage, { region: REGION });
  await folder.write('churn.yaml', descriptionOf(ready.target));
});
afterAll(async () => {
  await stage?.stop();
  await folder?.remove();
});

describe('a history', () => {
  test('is made by the first run, which has nothing to compare with; two runs at once lose nothing', async () => {
    const ended = await Promise.all([check(0), check(0)]);
    expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(await kept()).toEqual([expect.stringMatching(/^2026-11-20T06-00-00-000Z-/), expect.stringMatching(/^2026-11-20T06-00-00-000Z-/)]);
    expect(stage.proxy.calls(ready.account).filter(({ service }) => service === 'cloudtrail')).toEqual([]);
    const same = await run('diff', '--history', 'runs');
    expect([same.code, same.stdout]).toEqual([0, expect.stringMatching(/\(1 target\)\n\nNothing failed in either report\.\n$/)]);
  });

  test('tells what fails anew, and who changed it: by the role’s name, in the partition’s home Region, reads and refused calls left out', async () => {
    await setTrust(ready, document({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }));
    changed({});
    changed({ name: 'AssumeRole', source: 'sts.amazonaws.com', effect: 'read', time: '2026-11-20T15:00:00Z' });
    changed({ name: 'DeleteRole', effect: 'refused', time: '2026-11-20T16:00:00Z' });
    changed({ name: 'TagRole', time: '2026-11-19T10:00:00Z' });
    const ended = await check(
      1,
      '--output',
      'console',
      '--output',
      'json=second.json',
      '--output',
      'html=second.html',
      '--output',
      'markdown=second.md',
      '--output',
      'sarif=second.sarif',
    );
    expect([ended.code, ended.stderr]).toEqual([1, '']);
    expect(flat(ended)).toContain('new since the run of 2026-11-20T06:00:00.000Z');
    expect(flat(ended)).toMatch(
      new RegExp(`new did not fail in the run before changed 2026-11-20T14:03:11.000Z iam:UpdateAssumeRolePolicy \\(event [-0-9]+\\) by ${BEN}`),
    );
    expect(flat(ended)).not.toMatch(/DeleteRole|TagRole|sts:AssumeRole \(/);
    const { targets, calls } = await report('second.json');
    const finding = [...targets][0]?.findings.find(({ rule }) => rule === 'identity/role-trusts-sagemaker');
    expect(Object.values(finding?.regressions ?? {})).toEqual([[expect.objectContaining({ event: 'iam:UpdateAssumeRolePolicy', who: BEN })]]);
    expect(calls.calls).toContainEqual(expect.objectContaining({ operation: 'cloudtrail:LookupEvents', region: 'us-east-1', outcome: 'ok' }));
    const { results } = sarifRun(await readFile(join(folder.path, 'second.sarif'), 'utf8'));
    expect(results.map(({ ruleId, baselineState }) => `${ruleId} ${baselineState}`)).toContain('identity/role-trusts-sagemaker new');
    const page = await readFile(join(folder.path, 'second.html'), 'utf8');
    expect([page.includes('id="history"'), page.includes('iam:UpdateAssumeRolePolicy')]).toEqual([true, true]);
    expect(await readFile(join(folder.path, 'second.md'), 'utf8')).toContain('New: did not fail in the run before; 2026');
  });

  test('a refused CloudTrail is said once, with the action, and changes no verdict', async () => {
    await setExecution(ready, { Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' });
    stage.proxy.refuse(['cloudtrail:LookupEvents'], { account: ready.account });
    stage.proxy.forget();
    const ended = await check(2, '--output', 'console', '--output', 'json=third.json');
    expect([ended.code, ended.stderr]).toEqual([1, '']);
    const { run: made, targets } = await report('third.json');
    const anew = [...targets].flatMap(({ findings }) => findings.flatMap(({ regressions = {} }) => Object.keys(regressions)));
    expect(made.notes).toContainEqual(`${anew.length} failures are new since the run of ${day(1)}`);
    expect(flat(ended).split('cloudtrail:LookupEvents was refused — grant it')).toHaveLength(2);
    expect(flat(ended)).toContain('new did not fail in the run before');
    // One refusal in a Region is enough.
    const asked = stage.proxy.calls(ready.account).filter(({ service }) => service === 'cloudtrail');
    expect(asked.length).toBe(new Set(asked.map(({ region }) => region)).size);
    stage.proxy.calm(ready.account);
  });

  test('diff and trend read it; what is damaged or foreign is told and left out', async () => {
    await writeFile(join(folder.path, 'runs/notes.txt'), 'mine');
    await writeFile(join(folder.path, 'runs/2026-11-23T06-00-00-000Z-0badc0de.ndjson.gz'), 'no report');
    const difference = await run('diff', '--history', 'runs', '--fail-on-new');
    expect([difference.code, difference.stdout]).toEqual([
      1,
      expect.stringMatching(/^2026-11-21T06:00:00.000Z \(1 target\) and 2026-11-22T06:00:00.000Z \(1 target\)\n\n\d+ new\n/),
    ]);
    expect(difference.stderr.trimEnd().split('\n')).toEqual([
      expect.stringContaining('left out: notes.txt'),
      expect.stringContaining('0badc0de.ndjson.gz in runs is damaged'),
    ]);
    const [, , older = '', newer = ''] = await kept();
    const named = await run('diff', `runs/${older}`, `runs/${newer}`);
    expect([named.code, difference.stdout.endsWith(named.stdout)]).toEqual([0, true]);
    const text = await run('trend', '--history', 'runs');
    expect(text.code).toBe(0);
    expect(text.stdout).toMatch(/Readiness in runs: 4 runs, 2026-11-20 06:00 to 2026-11-22 06:00 UTC/);
    expect(text.stdout).toMatch(/serverless-endpoint +██▁▁ +0 % +−100/);
    expect(text.stdout).toMatch(/identity\/role-trusts-sagemaker +██▁▁/);
    expect((await run('trend', '--history', 'runs', '--output', 'svg')).stdout).toMatch(/^<svg .*<\/svg>\n$/s);
    const json = await run('trend', '--history', 'runs', '--rule', 'identity/role-trusts-sagemaker', '--since', '2026-11-21', '--output', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      schema: 'sageready/trend/1',
      runs: [day(1), day(2)],
      lines: [{ kind: 'rule', readings: [{ notReady: 1 }, { notReady: 1 }] }],
    });
  });

  test('an account that is read through a role is asked through it, by a session for nothing else', async () => {
    const other = await readyServerlessAccount(stage, { region: REGION });
    const assumeRole = `arn:aws:iam::${other.account}:role/Auditor`;
    await folder.write('other.yaml', descriptionOf({ ...other.target, assumeRole }));
    const there = (number: number): Promise<Ended> => run('check', 'other.yaml', '--history', 'there', '--now', day(number));
    expect((await there(0)).code).toBe(0);
    await setTrust(other, document({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }));
    changed({ account: other.account, resource: other.executionRole.name, name: 'TagRole' });
    stage.proxy.forget();
    const ended = await there(1);
    expect([ended.code, flat(ended)]).toEqual([1, expect.stringContaining('changed 2026-11-20T14:03:11.000Z iam:TagRole')]);
    expect(stage.proxy.calls(other.account).map(({ service }) => service)).toContain('cloudtrail');
    const policies = stage.proxy.calls(ready.account).flatMap(({ operation, input }) => (operation === 'AssumeRole' ? String(input['Policy']) : []));
    expect(policies.at(-1)).toBe('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"cloudtrail:LookupEvents","Resource":"*"}]}');
  });

  test('a full disk: the report is written, one line says so, and the history is as it was', async () => {
    const before = await kept();
    // A limit on the size of files fails in the middle of a write, as a full disk does.
    const limited = ['-c', 'ulimit -f 1; exec "$0" "$@"', process.execPath, BUNDLE, 'check', 'churn.yaml', '--history', 'runs', '--now', day(3)];
    const ended = await new Promise<Ended>((resolve) => {
      const env = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', ...ready.environment };
      execFile('bash', limited, { cwd: folder.path, env }, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr, took: 0 }),
      );
    });
    expect([ended.code, ended.stdout]).toEqual([2, expect.stringContaining('NOT READY')]);
    expect(ended.stderr.trimEnd().split('\n').at(-1)).toMatch(/^sageready: the report could not be kept in runs: EFBIG.* what was kept before is as it was$/);
    expect(await kept()).toEqual(before);
  });

  test.each([
    ['no run', ['trend', '--history', 'none'], 'none holds no run so far — sageready check --history none keeps one'],
    ['a scenario that no run had', ['trend', '--history', 'runs', '--scenario', 'serverles-endpoint'], 'did you mean serverless-endpoint?'],
    ['a time that is none', ['trend', '--history', 'runs', '--since', 'yesterday'], 'it looks like 30 or 30d (days), 12h'],
    ['one run to compare', ['diff', '--history', 'one'], 'one holds no whole run so far'],
    ['nothing to compare', ['diff'], 'name two reports to compare'],
    ['a file for a folder', ['check', 'churn.yaml', '--history', 'churn.yaml'], 'the history churn.yaml could not be read'],
  ])('%s: one line and exit code 2', async (_, words, message) => {
    await mkdir(join(folder.path, 'one'), { recursive: true });
    const ended = await run(...words);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(
      ended.stderr
        .trimEnd()
        .split('\n')
        .filter((line) => !line.includes('left out')),
    ).toEqual([expect.stringContaining(message)]);
  });

  test('permissions names what the question takes', async () => {
    const ended = await run('permissions', 'churn.yaml', '--history', 'runs');
    expect(ended.stdout).toContain('cloudtrail:LookupEvents');
    expect((await run('permissions', 'churn.yaml')).stdout).not.toContain('cloudtrail');
  });
});
