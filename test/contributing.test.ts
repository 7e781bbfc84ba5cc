import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Document } from './support/documents.ts';
import { blocksOf, documents } from './support/documents.ts';

const GUIDE = documents().find(({ path }) => path === 'CONTRIBUTING.md') as Document;
const ID = /npm run new:rule (\S+)/.exec(GUIDE.text)?.[1] ?? '';
const SCENARIO = 'rules/scenarios/serverless-endpoint.ts';
const PARTS = [
  'src',
  'rules',
  'reporters',
  'scripts',
  'examples',
  'docs',
  'schema',
  'deploy',
  'test',
  'README.md',
  'package.json',
  'tsconfig.json',
  'jest.config.mjs',
];
const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--selectProjects', 'unit', '--'];
const PATIENCE_MS = 60_000;

let copy: string;

/** Runs Node in the copy; what it says on either stream. */
const run = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8' });
  return { status, said: stdout + stderr };
};
const compile = () => run('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.rules.json');
const unit = (path: string) => run(...JEST, path);

/** The guide's blocks that begin with the path of the file that they are. */
const files = blocksOf(GUIDE).flatMap(({ text }) => {
  const path = /^\/\/ (\S+\.ts)\n/.exec(text)?.[1];
  return path === undefined ? [] : [{ path, text }];
});

const nameInScenario = (): void => {
  const path = join(copy, SCENARIO);
  writeFileSync(path, readFileSync(path, 'utf8').replace("    'encryption/key-exists',\n", `$&    '${ID}',\n`));
};

// Each step stands on the ones before it, as in the guide.
describe('a rule in ten minutes, in a copy of this repository', () => {
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'sageready-guide-'));
    for (const part of PARTS) cpSync(part, join(copy, part), { recursive: true });
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
    const include = ['rules', `test/rules/${ID}.test.ts`];
    writeFileSync(join(copy, 'tsconfig.rules.json'), JSON.stringify({ extends: './tsconfig.json', include }));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test(
    'begun: both files compile, and the test fails until they are filled in',
    () => {
      expect(run('scripts/new-rule.mjs', ID)).toMatchObject({ status: 0, said: expect.stringContaining('rules/scenarios') });
      expect(compile()).toEqual({ status: 0, said: '' });
      expect(unit(`test/rules/${ID}`)).toMatchObject({ status: 1, said: expect.stringMatching(/2 failed, 1 passed/) });
    },
    PATIENCE_MS,
  );
  test('begun twice, or under no id: nothing is written', () => {
    expect(run('scripts/new-rule.mjs', ID)).toEqual({ status: 1, said: `rules/${ID}.ts exists: choose another id\n` });
    for (const id of ['', 'key', 'Encryption/Key', '../x/y', 'a/b/c']) {
      expect(run('scripts/new-rule.mjs', id)).toMatchObject({ status: 1, said: expect.stringMatching(/^usage:/) });
    }
  });
  test(
    'filled in as the guide says: it compiles and passes',
    () => {
      expect(files.map(({ path }) => path)).toEqual([`test/rules/${ID}.test.ts`, `rules/${ID}.ts`]);
      for (const { path, text } of files) writeFileSync(join(copy, path), text);
      expect(compile()).toEqual({ status: 0, said: '' });
      expect(unit(`test/rules/${ID}`)).toMatchObject({ status: 0 });
    },
    PATIENCE_MS,
  );
  test(
    'in no scenario it is not whole; in one, and generated, it is',
    () => {
      expect(unit('test/completeness')).toMatchObject({ status: 1, said: expect.stringContaining(`${ID} is whole`) });
      nameInScenario();
      expect(run('scripts/generate.mjs', '--check')).toMatchObject({ status: 1, said: expect.stringContaining('out of date: docs/rules.md') });
      expect(run('scripts/generate.mjs')).toMatchObject({ status: 0 });
      expect(run('scripts/generate.mjs', '--check')).toEqual({ status: 0, said: '' });
      expect(unit('test/completeness')).toMatchObject({ status: 0 });
    },
    PATIENCE_MS,
  );
  test('a generated file that somebody edits is named', () => {
    appendFileSync(join(copy, 'docs/permissions.md'), 'edited\n');
    expect(run('scripts/generate.mjs', '--check')).toMatchObject({ status: 1, said: expect.stringContaining('out of date: docs/permissions.md') });
  });
});
