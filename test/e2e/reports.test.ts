import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, lstat, mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { FORMAT_NAMES } from '../../src/cli/output/formats.ts';
import type { Ended, Folder } from '../support/command.ts';
import { BUNDLE, makeFolder, startCommand } from '../support/command.ts';
import { runCommand } from '../support/run-command.ts';

jest.setTimeout(30_000);

const BROKEN = join(process.cwd(), 'examples/facts/broken.json');

let folder: Folder;
/** The broken account, after somebody raised its quota and nothing else. */
let mended: string;

interface SavedQuota {
  readonly kind: string;
  readonly fact: { readonly value?: { readonly value?: number } };
}

const raised = <T extends SavedQuota>(saved: T): T =>
  saved.kind === 'quota.applied' ? { ...saved, fact: { ...saved.fact, value: { ...saved.fact.value, value: 500 } } } : saved;

beforeAll(async () => {
  folder = await makeFolder();
  const saved = JSON.parse(await readFile(BROKEN, 'utf8')) as { readonly facts: readonly SavedQuota[] };
  mended = await folder.write('mended.json', JSON.stringify({ ...saved, facts: saved.facts.map(raised) }));
});
afterAll(() => folder?.remove());

const run = (...words: readonly string[]): Promise<Ended> => runCommand(words, { cwd: folder.path });
const judge = (...words: readonly string[]): Promise<Ended> => run('judge', '--facts', BROKEN, ...words);
const read = (name: string): Promise<string> => readFile(join(folder.path, name), 'utf8');
const halves = async (): Promise<readonly string[]> => (await readdir(folder.path)).filter((name) => name.endsWith('.tmp'));

/** Exit code 2, one line, and these words in it. */
const expectRefusal = ({ code, stderr }: Ended, ...words: readonly string[]): void => {
  expect([code, stderr.trimEnd().split('\n').length]).toEqual([2, 1]);
  for (const word of words) expect(stderr).toContain(word);
  expect(stderr).not.toMatch(/unexpected|undefined|\[object/);
};

/** Runs the command line where no file may grow beyond so many KiB. */
const judgeWithin = async (kilobytes: number, ...words: readonly string[]): Promise<Ended> => {
  const script = `ulimit -f ${kilobytes}; trap '' XFSZ; exec "$0" "$@"`;
  const child = spawn('bash', ['-c', script, process.execPath, BUNDLE, 'judge', '--facts', BROKEN, ...words], { cwd: folder.path });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: code as number, stdout, stderr, took: 0 };
};

describe('--output', () => {
  test('writes every format to its file at once, and one to standard output', async () => {
    const files = FORMAT_NAMES.flatMap((format) => ['--output', `${format}=every.${format}`]);
    const { code, stdout, stderr } = await judge(...files, '--output', 'console');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('not ready');
    for (const format of FORMAT_NAMES) expect((await read(`every.${format}`)).length).toBeGreaterThan(200);
    expect(await halves()).toEqual([]);
  });
  test.each(FORMAT_NAMES)('%s says the same on standard output as in a file', async (format) => {
    const file = await judge('--output', `${format}=same.${format}`, '--quiet');
    const { stdout } = await judge('--output', format);
    expect({ code: file.code, stdout: file.stdout }).toEqual({ code: 1, stdout: '' });
    expect(stdout).toBe(await read(`same.${format}`));
  });
  test.each([
    ['jsn', ['there is no format "jsn"', 'did you mean json?']],
    ['markdonw=x', ['there is no format "markdonw"']],
    ['hand-off=x', ['did you mean handoff?']],
    ['paper', ['formats are console, json']],
    ['json=', ['json=report.json']],
    ['asff=', ['asff=report.asff.json']],
    ['handoff=', ['handoff=report.txt']],
    ['json=nowhere/report.json', ['nowhere/report.json could not be written', 'there is no folder nowhere — make it']],
    ['json=mended.json/report.json', ['mended.json is no folder']],
    ['json=.', ['it is a folder — name a file in it']],
  ])('refuses %s', async (output, words) => {
    const ended = await judge('--output', output);
    expectRefusal(ended, ...words);
    expect(ended.stdout).toBe('');
  });
  test('refuses what would overwrite what is read, or another report', async () => {
    expectRefusal(await run('judge', '--facts', mended, '--output', `json=${mended}`), 'would overwrite what is read');
    expectRefusal(await judge('--output', 'json=sageready.yaml'), 'would overwrite what is read');
    expectRefusal(await judge('--output', 'json=one.json', '--output', 'ndjson=./one.json'), 'two reports cannot share ./one.json');
    expectRefusal(await judge('--output', 'asff=state.json', '--state', 'state.json'), 'would overwrite what is read');
  });
  test('refuses to overwrite waivers, and what is read or written through a link', async () => {
    await folder.write('waivers.yaml', 'version: 1\nwaivers: []\n');
    expectRefusal(await judge('--waivers', 'waivers.yaml', '--output', 'json=waivers.yaml'), 'would overwrite what is read');
    await folder.write('linked.json', await readFile(mended, 'utf8'));
    await symlink('linked.json', join(folder.path, 'way.json'));
    expectRefusal(await run('judge', '--facts', 'way.json', '--output', 'json=linked.json'), 'would overwrite what is read');
    expectRefusal(await run('judge', '--facts', 'linked.json', '--output', 'csv=way.json'), 'would overwrite what is read');
    expectRefusal(await judge('--output', 'json=way.json', '--output', 'csv=linked.json'), 'two reports cannot share linked.json');
    expect(await read('linked.json')).toBe(await readFile(mended, 'utf8'));
  });
  test('refuses options that no report heeds', async () => {
    expectRefusal(await judge('--for', 'network', '--output', 'json'), '--for is for handoff only — add --output handoff');
    expectRefusal(await judge('--state', 'state.json'), '--state is for asff and ocsf only — add --output asff');
    expectRefusal(await judge('--anchor', 'nowhere.yml'), '--anchor nowhere.yml: there is no such file');
  });
});

describe('a report in a file', () => {
  test('is whole or not there: the old one stays', async () => {
    await folder.write('old.json', 'the old one');
    const ended = await judgeWithin(8, '--output', 'json=old.json', '--output', 'handoff=small.txt', '--output', 'console');
    expectRefusal(ended, 'old.json could not be written', 'name another file');
    expect(await read('old.json')).toBe('the old one');
    expect(await read('small.txt')).toMatch(/^For whoever [\s\S]+\n$/);
    expect(ended.stdout).toContain('not ready');
    expect(await halves()).toEqual([]);
  });
  test('each that could not be written has its line', async () => {
    const { code, stderr } = await judgeWithin(4, '--output', 'json=one.json', '--output', 'ndjson=two.ndjson', '--quiet');
    expect(code).toBe(2);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^sageready: one\.json could not/),
      expect.stringMatching(/^sageready: two\.ndjson could not/),
    ]);
    expect((await readdir(folder.path)).filter((name) => /^(one|two)\./.test(name))).toEqual([]);
  });
  test('goes to a full device: one line', async () => {
    expectRefusal(await judge('--output', 'json=/dev/full', '--quiet'), '/dev/full could not be written', 'name another file');
  });
  test('goes to a pipe as it comes', async () => {
    const script = '"$0" "$1" judge --facts "$2" --output json=/dev/stdout --quiet | cat; exit "${PIPESTATUS[0]}"';
    const child = spawn('bash', ['-c', script, process.execPath, BUNDLE, BROKEN], { cwd: folder.path });
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    expect(code).toBe(1);
    expect(JSON.parse(said)).toHaveProperty('schema', 'sageready/report/1');
  });
  test('keeps the link and the mode of the old one', async () => {
    await mkdir(join(folder.path, 'elsewhere'));
    await folder.write('elsewhere/real.json', 'old');
    await chmod(join(folder.path, 'elsewhere/real.json'), 0o600);
    await symlink('elsewhere/real.json', join(folder.path, 'link.json'));
    await judge('--output', 'json=link.json', '--quiet');
    expect((await lstat(join(folder.path, 'link.json'))).isSymbolicLink()).toBe(true);
    expect((await stat(join(folder.path, 'elsewhere/real.json'))).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await read('elsewhere/real.json'))).toHaveProperty('run');
  });
  test('is there when nobody reads standard output', async () => {
    const { child, ended } = startCommand(['judge', '--facts', BROKEN, '--all', '--output', 'console', '--output', 'ndjson=unread.ndjson'], {
      cwd: folder.path,
    });
    child.stdout.destroy();
    expect(await ended).toMatchObject({ code: 1, stderr: '' });
    expect((await read('unread.ndjson')).trimEnd().split('\n').at(-1)).toContain('"type":"end"');
  });
});

describe('--for', () => {
  test('prints one sheet', async () => {
    const { code, stdout } = await judge('--for', 'keys');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^For whoever manages the KMS keys\n/);
    expect(stdout.match(/^For /gm)).toHaveLength(1);
    expect((await judge('--for', 'network')).stdout).toBe('Nothing is asked of whoever runs the network.\n');
  });
  test('names the owners that there are', async () => {
    expectRefusal(await judge('--for', 'security'), '"network", "identity", "keys", "ml", "organisation"');
  });
});

interface Finding {
  readonly Id: string;
  readonly GeneratorId: string;
  readonly CreatedAt: string;
  readonly RecordState: string;
  readonly Compliance: { readonly Status: string };
}

describe('--state', () => {
  const findingsAt = async (facts: string, now: string, state: string): Promise<readonly Finding[]> => {
    const { stdout, stderr } = await run('judge', '--facts', facts, '--now', now, '--output', 'asff', '--state', state);
    expect(stderr).toBe('');
    return JSON.parse(stdout) as readonly Finding[];
  };
  const quota = (findings: readonly Finding[]): Finding | undefined =>
    findings.find(({ GeneratorId }) => GeneratorId === 'sageready/endpoint/concurrency-fits-quota');

  test('keeps the day of a finding, and closes it once it passes', async () => {
    const first = await findingsAt(BROKEN, '2026-11-21T08:00:00Z', 'days.json');
    const second = await findingsAt(BROKEN, '2026-11-22T08:00:00Z', 'days.json');
    const third = await findingsAt(mended, '2026-11-23T08:00:00Z', 'days.json');
    expect(quota(first)).toMatchObject({ CreatedAt: '2026-11-21T08:00:00.000Z', RecordState: 'ACTIVE', Compliance: { Status: 'FAILED' } });
    expect(second.map(({ Id, CreatedAt }) => [Id, CreatedAt])).toEqual(first.map(({ Id, CreatedAt }) => [Id, CreatedAt]));
    expect(quota(third)).toMatchObject({
      Id: quota(first)?.Id,
      CreatedAt: '2026-11-21T08:00:00.000Z',
      RecordState: 'ARCHIVED',
      Compliance: { Status: 'PASSED' },
    });
    expect(third.map(({ Id }) => Id).sort()).toEqual(first.map(({ Id }) => Id).sort());
  });
  test('is not kept when a report could not be written', async () => {
    expectRefusal(await judge('--output', 'asff=/dev/full', '--state', 'unwritten.json', '--quiet'), '/dev/full');
    expect(await readdir(folder.path)).not.toContain('unwritten.json');
  });
  test.each([
    ['no JSON', 'not JSON'],
    ['another form', '{"schema":"sageready/state/2","findings":[]}'],
    ['a damaged entry', '{"schema":"sageready/state/1","findings":[{"id":"x"}]}'],
  ])('refuses %s, and leaves it', async (_, content) => {
    await folder.write('damaged.json', content);
    expectRefusal(await judge('--output', 'asff', '--state', 'damaged.json'), '--state damaged.json holds no state of sageready');
    expect(await read('damaged.json')).toBe(content);
  });
});
