import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Ended, Folder } from '../support/command.ts';
import { makeFolder } from '../support/command.ts';
import { runCommand } from '../support/run-command.ts';

jest.setTimeout(30_000);

const BROKEN = join(process.cwd(), 'examples/facts/broken.json');
const READY = join(process.cwd(), 'examples/facts/ready.json');

let folder: Folder;

beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder?.remove());

const entry = (rule: string, expires = '2027-06-30'): string => `  - rule: ${rule}\n    reason: known\n    owner: mara\n    expires: "${expires}"\n`;
const judge = async (facts: string, waivers: string, ...words: readonly string[]): Promise<Ended> => {
  const file = join(folder.path, 'waivers.yaml');
  await writeFile(file, `version: 1\nwaivers:\n${waivers}`);
  return runCommand(['judge', '--facts', facts, '--waivers', file, ...words], { cwd: folder.path });
};
const EVERYTHING = ['identity/*', 'encryption/*', 'endpoint/*', 'artifact/*', 'image/*'];

describe('--waivers', () => {
  test('excuses failures, and leaves what could not be judged', async () => {
    const ended = await judge(BROKEN, EVERYTHING.map((rule) => entry(rule)).join(''));
    expect(ended.code).toBe(3);
    expect(ended.stdout).toContain('waived');
  });
  test('a waiver that is over excuses nothing, and says so', async () => {
    const ended = await judge(BROKEN, EVERYTHING.map((rule) => entry(rule, '2026-01-31')).join(''));
    expect(ended.code).toBe(1);
    expect(ended.stdout.replace(/\s+/g, ' ')).toContain('ended on 2026-01-31, so its findings count again');
  });
  test('one that fits nothing is told', async () => {
    const ended = await judge(READY, entry('registry/*'));
    expect(ended.code).toBe(0);
    expect(ended.stdout.replace(/\s+/g, ' ')).toContain('waives nothing here');
  });
  test('reaches written reports, and their gate', async () => {
    const waived = EVERYTHING.map((rule) => entry(rule)).join('');
    await judge(BROKEN, waived, '--output', 'json=report.json', '--exit-zero');
    expect((await runCommand(['gate', 'report.json'], { cwd: folder.path })).code).toBe(3);
  });
  test.each([
    ['a rule that does not exist', entry('identity/role-exist'), 'did you mean identity/role-exists?'],
    ['no end', entry('identity/role-exists').replace(/ +expires.*\n/, ''), 'expires: is missing'],
  ])('%s ends the run before anything is judged', async (_, waivers, message) => {
    const ended = await judge(BROKEN, waivers);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toContain(message);
  });
  test('a file that is not there', async () => {
    const ended = await runCommand(['judge', '--facts', BROKEN, '--waivers', 'none.yaml'], { cwd: folder.path });
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('the waivers none.yaml could not be read: there is no such file')]);
  });
});
