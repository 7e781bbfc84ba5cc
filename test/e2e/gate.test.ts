import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Ended, Folder } from '../support/command.ts';
import { BUNDLE, makeFolder } from '../support/command.ts';
import { runCommand } from '../support/run-command.ts';

jest.setTimeout(30_000);

const BROKEN = join(process.cwd(), 'examples/facts/broken.json');
const READY = join(process.cwd(), 'examples/facts/ready.json');

let folder: Folder;

beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder?.remove());

const run = (...words: readonly string[]): Promise<Ended> => runCommand(words, { cwd: folder.path });
const judge = (...words: readonly string[]): Promise<Ended> => run('judge', '--facts', BROKEN, ...words);

/** Exit code 2, one line, and these words in it. */
const expectRefusal = ({ code, stderr }: Ended, ...words: readonly string[]): void => {
  expect([code, stderr.trimEnd().split('\n').length]).toEqual([2, 1]);
  for (const word of words) expect(stderr).toContain(word);
  expect(stderr).not.toMatch(/unexpected|undefined|\[object/);
};

describe('gate', () => {
  const THRESHOLDS = [[], ['--fail-on', 'warning'], ['--fail-on', 'note'], ['--strict'], ['--fail-on', 'note', '--strict']] as const;

  test.each(['json', 'ndjson'])('exits as the check that wrote the %s report', async (format) => {
    for (const [index, words] of THRESHOLDS.entries()) {
      const [facts, file] = [index % 2 === 0 ? BROKEN : READY, `published-${index}.${format}`];
      const judged = await run('judge', '--facts', facts, ...words, '--quiet');
      const published = await run('judge', '--facts', facts, ...words, '--exit-zero', '--output', `${format}=${file}`, '--quiet');
      expect([words, published.code, (await run('gate', file, '--quiet')).code]).toEqual([words, 0, judged.code]);
    }
  });
  test.each(THRESHOLDS.map((words) => [words]))('applies %j to a report that was made by another threshold', async (words) => {
    for (const [facts, name] of [[BROKEN, 'broken'] as const, [READY, 'ready'] as const]) {
      const file = `${name}-plain.json`;
      await run('judge', '--facts', facts, '--output', `json=${file}`, '--quiet');
      const { code } = await run('judge', '--facts', facts, ...words, '--quiet');
      expect((await run('gate', file, ...words)).code).toBe(code);
    }
  });
  test('says which rules decide', async () => {
    await judge('--output', 'json=said.json', '--quiet');
    expect(await run('gate', 'said.json')).toMatchObject({
      code: 1,
      stdout: 'churn-production: not ready: encryption/key-exists, endpoint/concurrency-fits-quota, identity/role-may-read-artifact\n',
      stderr: '',
    });
    expect(await run('gate', 'said.json', '--quiet')).toMatchObject({ code: 1, stdout: '', stderr: '' });
  });
  test('reads standard input', async () => {
    await judge('--output', 'ndjson=piped.ndjson', '--quiet');
    const child = spawn('bash', ['-c', `"$0" "$1" gate - < piped.ndjson`, process.execPath, BUNDLE], { cwd: folder.path });
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('churn-production: not ready') });
  });

  type Raw = { run: Record<string, unknown>; targets: Record<string, unknown>[]; rules: unknown[]; schema: unknown };
  const changed = async (facts: string, change: (report: Raw) => void): Promise<string> => {
    const { stdout } = await run('judge', '--facts', facts, '--output', 'json');
    const report = JSON.parse(stdout) as Raw;
    change(report);
    return folder.write('changed.json', JSON.stringify(report));
  };
  test('a run that was cut short is never ready', async () => {
    const ready = await changed(READY, ({ run: made }) => Object.assign(made, { complete: false }));
    expect(await run('gate', ready)).toMatchObject({ code: 3, stdout: expect.stringContaining('cut short') });
    expect((await run('gate', await changed(BROKEN, ({ run: made }) => Object.assign(made, { complete: false })))).code).toBe(1);
  });
  test('a target that could not be judged: 2, or undetermined when it keeps going', async () => {
    const file = await changed(READY, ({ targets }) => targets.push({ ...targets[0], findings: [], invalid: 'no such key' }));
    expect((await run('gate', file)).code).toBe(2);
    expect(await run('gate', file, '--keep-going')).toMatchObject({ code: 3, stdout: expect.stringContaining('undetermined: no such key') });
  });
  test('a failure that somebody answers for does not fail it', async () => {
    const waive = ({ targets }: Raw): void => {
      for (const finding of targets.flatMap(({ findings }) => findings as { fingerprints?: string[]; waivers?: unknown }[])) {
        if (finding.fingerprints)
          finding.waivers = Object.fromEntries(finding.fingerprints.map((one) => [one, { reason: 'known', owner: 'us', expires: '2027-01-01' }]));
      }
    };
    expect((await run('gate', await changed(BROKEN, waive))).code).toBe(3);
  });

  test.each<readonly [string, (report: Raw) => void, string]>([
    ['of another form', (report) => Object.assign(report, { schema: 'sageready/report/2' }), 'of the form "sageready/report/2"'],
    ['without its run', (report) => Object.assign(report, { run: {} }), 'is damaged'],
    ['without severities', (report) => Object.assign(report, { rules: [{ id: 'x/y' }] }), 'is damaged'],
    [
      'with a verdict that is none',
      (report) => Object.assign(report.targets[0] ?? {}, { findings: [{ rule: 'x/y', verdict: { outcome: 'fine' } }] }),
      'is damaged',
    ],
    ['without targets', (report) => Object.assign(report, { targets: [] }), 'holds no target'],
  ])('refuses a report %s', async (_, change, words) => {
    const ended = await run('gate', await changed(BROKEN, change));
    expectRefusal(ended, words);
    expect(ended.stdout).toBe('');
  });
  test('a target without any finding is never ready', async () => {
    const file = await changed(READY, (report) => Object.assign(report, { targets: [...report.targets].map((target) => ({ ...target, findings: [] })) }));
    expect(await run('gate', file)).toMatchObject({ code: 3, stdout: 'churn-staging: undetermined: the report holds no finding about it\n' });
  });
  test.each<readonly [string, (whole: string) => string, string]>([
    ['that is empty', () => '', 'is no JSON report, or was cut off'],
    ['that is no JSON', () => 'ready', 'is no JSON report, or was cut off'],
    ['of facts', () => '{"schema":"sageready/facts/1"}', 'of the form "sageready/facts/1"'],
    ['cut off in a line', (whole) => whole.slice(0, -300), 'is damaged'],
    ['cut off between lines', (whole) => whole.split('\n').slice(0, -2).join('\n'), 'is damaged'],
    ['that lacks a finding', (whole) => whole.split('\n').toSpliced(-4, 1).join('\n'), 'is damaged'],
    ['that goes on behind its end', (whole) => `${whole}${whole}`, 'is damaged'],
  ])('refuses lines %s', async (_, change, words) => {
    const { stdout } = await judge('--output', 'ndjson');
    expectRefusal(await run('gate', await folder.write('changed.ndjson', change(stdout))), words, '--output json=report.json');
  });
  test('refuses a file that is not there', async () => {
    expectRefusal(await run('gate', 'nowhere.json'), 'nowhere.json could not be read: there is no such file');
    expectRefusal(await run('gate', '.'), '. could not be read');
  });
});
