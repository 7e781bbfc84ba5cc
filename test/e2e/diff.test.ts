import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Folder } from '../support/command.ts';
import { makeFolder } from '../support/command.ts';
import { runCommand } from '../support/run-command.ts';

jest.setTimeout(30_000);

const facts = (name: string): string => join(process.cwd(), `examples/facts/${name}.json`);

let folder: Folder;
const run = (...words: readonly string[]) => runCommand(words, { cwd: folder.path });

beforeAll(async () => {
  folder = await makeFolder();
  await run('judge', '--facts', facts('broken'), '--exit-zero', '--output', 'json=broken.json', '--output', 'ndjson=broken.ndjson');
  // The same account a moment later, as its own facts tell: nothing may differ.
  await run('judge', '--facts', facts('broken'), '--exit-zero', '--output', 'json=again.json');
});
afterAll(() => folder?.remove());

describe('diff', () => {
  test('a report and its repetition: nothing is new, and nothing fails the pipeline', async () => {
    const ended = await run('diff', 'broken.json', 'again.json', '--fail-on-new');
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(ended.stdout).toMatch(/^\d+ unchanged \(--all lists them\)\n/);
    expect((await run('diff', 'broken.json', 'again.json', '--all')).stdout).toContain('identity/');
  });
  test('another account: targets come and go, and what is new fails the pipeline', async () => {
    await run('judge', '--facts', facts('ready'), '--exit-zero', '--output', 'json=ready.json');
    const worse = await run('diff', 'ready.json', 'broken.json', '--fail-on-new');
    expect(worse.code).toBe(1);
    expect(worse.stdout).toContain(' new\n');
    expect((await run('diff', 'ready.json', 'broken.json')).code).toBe(0);
  });
  test('for programs', async () => {
    const ended = await run('diff', 'broken.json', 'again.json', '--output', 'json');
    expect(JSON.parse(ended.stdout)).toMatchObject({ added: [], removed: [] });
  });
  test.each([
    ['no such file', ['none.json', 'broken.json'], 'none.json could not be read: there is no such file'],
    ['a report without evidence', ['broken.ndjson', 'broken.json'], 'compare reports of the form json'],
    ['no report', [facts('ready'), 'broken.json'], 'this version reads sageready/report/1'],
  ])('%s: one line and exit code 2', async (_, files, message) => {
    const ended = await run('diff', ...files);
    expect([ended.code, ended.stdout, ended.stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(ended.stderr).toContain(message);
  });
});
