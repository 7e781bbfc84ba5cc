import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parse } from 'yaml';
import type { Folder } from '../support/command.ts';
import { makeFolder } from '../support/command.ts';
import { NODE_MAJORS, nodeBinary } from '../support/nodes.ts';

jest.setTimeout(60_000);

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames?: boolean;
}

interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly files: readonly string[];
}

const run = promisify(execFile);

let folder: Folder;
let hook: Hook;
let clone: string;
let repositories = 0;

beforeAll(async () => {
  folder = await makeFolder();
  const [first] = parse(await readFile('.pre-commit-hooks.yaml', 'utf8')) as readonly Hook[];
  if (first === undefined) throw new Error('.pre-commit-hooks.yaml names no hook');
  hook = first;
  // A clone at a release holds the file, and no packages.
  clone = join(folder.path, 'clone');
  await mkdir(dirname(join(clone, hook.entry)), { recursive: true });
  await copyFile(hook.entry, join(clone, hook.entry));
});
afterAll(() => folder?.remove());

const repositoryOf = async (contents: Readonly<Record<string, string>>): Promise<string> => {
  repositories += 1;
  const cwd = join(folder.path, `repository-${repositories}`);
  for (const [name, text] of Object.entries(contents)) {
    await mkdir(dirname(join(cwd, name)), { recursive: true });
    await writeFile(join(cwd, name), text);
  }
  return cwd;
};

/** Runs the hook as pre-commit does: the entry is a file of our repository, run in the other one with those of its files that match. */
const runHook = async (contents: Readonly<Record<string, string>>, path = process.env['PATH']): Promise<Outcome> => {
  const cwd = await repositoryOf(contents);
  const files = Object.keys(contents).filter((name) => new RegExp(hook.files).test(name));
  const [command = '', ...words] = hook.entry.split(' ');
  return run(join(clone, command), [...words, ...files], { cwd, env: { PATH: path, HOME: '/nonexistent' } }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr, files }),
    ({ code, stdout, stderr }: { readonly code: number; readonly stdout: string; readonly stderr: string }) => ({ code, output: stdout + stderr, files }),
  );
};

const example = (): Promise<string> => readFile('examples/serverless-endpoint.yaml', 'utf8');

describe('the pre-commit hook', () => {
  test('is one file that takes the names of files', () => {
    expect(hook).toMatchObject({ id: 'sageready-lint', language: 'script' });
    expect(hook.pass_filenames ?? true).toBe(true);
  });
  test('takes descriptions wherever they lie, and nothing else', async () => {
    const text = await example();
    const { code, files } = await runHook({ 'sageready.yaml': text, 'models/churn/sageready.yml': text, 'values.yaml': 'a: 1', 'not-sageready.yaml': 'a: 1' });
    expect({ code, files }).toEqual({ code: 0, files: ['sageready.yaml', 'models/churn/sageready.yml'] });
  });
  test('refuses a commit with a mistake, and says where it is', async () => {
    const { code, output } = await runHook({ 'sageready.yaml': await example(), 'b/sageready.yaml': (await example()).replace('us-east-1', 'us_east_1') });
    expect(code).toBe(1);
    expect(output).toMatch(/^b\/sageready\.yaml:\d+:\d+ .*region/m);
  });
  test('says in one line what it cannot read', async () => {
    const cwd = await repositoryOf({ 'other.yaml': 'a: 1' });
    const failed = await run(join(clone, hook.entry), ['gone/sageready.yaml'], { cwd }).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 2, stderr: expect.stringMatching(/^sageready: gone\/sageready\.yaml could not be read: .*\n$/) });
  });
  test.each(NODE_MAJORS)('runs on Node %s', async (major) => {
    const path = `${dirname(await nodeBinary(major))}:${process.env['PATH']}`;
    expect(await runHook({ 'sageready.yaml': await example() }, path)).toMatchObject({ code: 0, output: 'sageready.yaml: 1 target, no problem found\n' });
  });
});
