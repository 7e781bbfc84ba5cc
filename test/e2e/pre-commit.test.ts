import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parse } from 'yaml';
import type { Folder } from '../support/command.ts';
import { makeFolder } from '../support/command.ts';

jest.setTimeout(30_000);

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames?: boolean;
}

const run = promisify(execFile);

let folder: Folder;
let hook: Hook;
let environment: Readonly<Record<string, string>>;

const NOT_SOURCES = ['node_modules', 'dist', 'dist-action', '.git', '.cache', 'coverage'];

/** Packs a clone as npm does when pre-commit installs from Git: `prepare` builds what the clone does not hold. */
const packClone = async (): Promise<string> => {
  const clone = join(folder.path, 'clone');
  await cp('.', clone, { recursive: true, filter: (path) => !NOT_SOURCES.includes(basename(path)) });
  await symlink(join(process.cwd(), 'node_modules'), join(clone, 'node_modules'));
  // pre-commit before version 4 takes the whole standard output of this for the name of the file.
  const { stdout } = await run('npm', ['pack'], { cwd: clone });
  await run('tar', ['-xzf', join(clone, stdout.trim())], { cwd: folder.path });
  return join(folder.path, 'package');
};

/** Puts the package's commands on the path, as a global installation does. */
const install = async (unpacked: string): Promise<string> => {
  const { bin } = JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8')) as { readonly bin: Readonly<Record<string, string>> };
  const path = join(folder.path, 'bin');
  await mkdir(path);
  for (const [name, file] of Object.entries(bin)) await symlink(join(unpacked, file), join(path, name));
  return path;
};

beforeAll(async () => {
  folder = await makeFolder();
  const [first] = parse(await readFile('.pre-commit-hooks.yaml', 'utf8')) as readonly Hook[];
  if (first === undefined) throw new Error('.pre-commit-hooks.yaml names no hook');
  hook = first;
  const path = await install(await packClone());
  environment = { PATH: `${path}:${process.env['PATH']}`, HOME: '/nonexistent' };
}, 120_000);
afterAll(() => folder?.remove());

interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly files: readonly string[];
}

let repositories = 0;

/** Runs the hook in a repository that holds these files, with those that it asks for. */
const runHook = async (contents: Readonly<Record<string, string>>): Promise<Outcome> => {
  repositories += 1;
  const cwd = join(folder.path, `repository-${repositories}`);
  for (const [name, text] of Object.entries(contents)) {
    await mkdir(join(cwd, name, '..'), { recursive: true });
    await writeFile(join(cwd, name), text);
  }
  const files = Object.keys(contents).filter((name) => new RegExp(hook.files).test(name));
  const [command = '', ...words] = hook.entry.split(' ');
  return run(command, [...words, ...files], { cwd, env: environment }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr, files }),
    ({ code, stdout, stderr }: { readonly code: number; readonly stdout: string; readonly stderr: string }) => ({ code, output: stdout + stderr, files }),
  );
};

const example = (): Promise<string> => readFile('examples/serverless-endpoint.yaml', 'utf8');

describe('the pre-commit hook', () => {
  test('is installed by npm from the repository, and gets file names', () => {
    expect(hook).toMatchObject({ id: 'sageready-lint', language: 'node', entry: 'sageready lint' });
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
  test('needs neither network nor credentials', async () => {
    const { code, output } = await runHook({ 'sageready.yaml': 'version: 1\n' });
    expect(code).toBe(1);
    expect(output).not.toMatch(/credential|ENOTFOUND|ECONNREFUSED/);
  });
});
