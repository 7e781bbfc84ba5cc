import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RULE_IDS } from '../rules/ids.ts';
import { anchorOf } from '../scripts/markdown.ts';
import { COMMANDS } from '../src/cli/commands.ts';
import { problemsOf } from '../src/targets/problem.ts';
import { readDescription } from '../src/targets/read.ts';
import type { Document } from './support/documents.ts';
import { blocksOf, documents, proseOf, typedIn } from './support/documents.ts';

const ALL = documents();
const packageFile = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
const README = ALL.find(({ path }) => path === 'README.md') as Document;

/** Ids that a document only proposes, by beginning a rule. */
const begunIn = ({ text }: Document): readonly string[] => [...text.matchAll(/npm run new:rule (\S+?)[`\s]/g)].map(([, id = '']) => id);

const flagsOf = (options: Readonly<Record<string, unknown>>): readonly string[] =>
  ['help', 'version', ...Object.keys(options)].flatMap((name) => [name, `no-${name}`]);

const missingFlags = (words: string, known: readonly string[]): readonly string[] =>
  [...words.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g)].map(([, flag = '']) => flag).filter((flag) => !known.includes(flag));

const misspelt = (words: string): readonly string[] => {
  const [, name = '', rest = ''] = /(?:^|[\s$])sageready ([a-z]+)(.*)/.exec(words) ?? [];
  if (name === '') return [];
  const command = COMMANDS.find(({ usage }) => usage.split(' ')[0] === name);
  return command === undefined ? [words] : missingFlags(rest, flagsOf(command.options)).map((flag) => `${words}: --${flag}`);
};

const unknownCommands = (document: Document): readonly string[] => typedIn(document).flatMap(misspelt);

const EVERY_FLAG = COMMANDS.flatMap(({ options }) => flagsOf(options));
const unknownOptions = (document: Document): readonly string[] =>
  typedIn(document).filter((words) => words.startsWith('--') && missingFlags(words, EVERY_FLAG).length > 0);

const unknownScripts = ({ text }: Document): readonly string[] => [
  ...[...text.matchAll(/npm run ([\w:-]+)/g)].flatMap(([words, name = '']) => (packageFile.scripts[name] === undefined ? [words] : [])),
  ...[...text.matchAll(/node (scripts\/[\w./-]+)/g)].flatMap(([words, path = '']) => (existsSync(path) ? [] : [words])),
];

const headingsOf = (path: string): readonly string[] => [...readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));

const isBroken = (document: Document, target: string): boolean => {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? document.path : join(dirname(document.path), path);
  if (!existsSync(file)) return true;
  return anchor !== undefined && !headingsOf(file).includes(anchor);
};

const TOP = /^(src|rules|reporters|test|docs|scripts|schema|examples|bench)\/[\w./-]+$/;

const brokenLinks = (document: Document): readonly string[] =>
  [...proseOf(document).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !target.startsWith('https://') && isBroken(document, target));

const missingPaths = (document: Document): readonly string[] => typedIn(document).filter((words) => TOP.test(words) && !existsSync(words));

const TOPICS = [...new Set(RULE_IDS.map((id) => id.split('/')[0]))].join('|');
const RULE = new RegExp(String.raw`(?<![\w/.:-])(?:${TOPICS})/[a-z][a-z0-9-]*[a-z0-9]\b(?!\.ts|\.yaml|\[)`, 'g');

const missingRules = (document: Document): readonly string[] => {
  const known: readonly string[] = [...RULE_IDS, ...begunIn(document)];
  return [...document.text.matchAll(RULE)].map(([id]) => id).filter((id) => !known.includes(id));
};

/** What a description that a document shows says of keys that no description takes; what it leaves out (`# …`) is missing, and no fault. */
const refusedKeys = (document: Document): readonly string[] =>
  blocksOf(document)
    .filter(({ info, text }) => info.startsWith('yaml') && /^version: 1$/m.test(text) && /^targets:$/m.test(text))
    .flatMap(({ text }) => problemsOf(readDescription(text, document.path, { defaultDeployer: 'me', open: () => ({ fault: 'none' }) })))
    .flatMap(({ path, message }) => (message.startsWith('unknown key') ? [`${path}: ${message}`] : []));

const CHECKS = { unknownCommands, unknownOptions, unknownScripts, brokenLinks, missingPaths, missingRules, refusedKeys };

describe('documents', () => {
  test.each(Object.entries(CHECKS))('%s: none', (_, check) => {
    expect(ALL.flatMap((document) => check(document).map((found) => `${document.path}: ${found}`))).toEqual([]);
  });
  test('what is wrong is found', () => {
    const wrong = `\`sageready chekc\`, \`sageready plan --strict\`, \`--fial-on\`, \`npm run tset\`, [a](docs/none.md), [b](README.md#none), \`src/none.ts\`, \`identity/none\``;
    const description = '```yaml\nversion: 1\ndefaults:\n  scenario: serverless-endpoint\ntargets:\n  - name: churn\n```\n';
    const found = Object.values(CHECKS).map((check) => check({ path: 'x.md', text: `${wrong}\n${description}` }));
    expect(found).toEqual([
      ['sageready chekc', 'sageready plan --strict: --strict'],
      ['--fial-on'],
      ['npm run tset'],
      ['docs/none.md', 'README.md#none'],
      ['src/none.ts'],
      ['identity/none'],
      [expect.stringMatching(/^defaults\.scenario: unknown key here/)],
    ]);
  });
  test('README names every command', () => {
    const named = typedIn(README).flatMap((words) => /(?:^|\s)sageready ([a-z]+)/.exec(words)?.[1] ?? []);
    expect(COMMANDS.map(({ usage }) => usage.split(' ')[0]).filter((name) => !named.includes(name ?? ''))).toEqual([]);
  });
  test('the index of decisions names each of them', () => {
    const index = readFileSync('docs/adr/README.md', 'utf8');
    expect(readdirSync('docs/adr').filter((file) => /^\d/.test(file) && !index.includes(`(${file})`))).toEqual([]);
  });
  test('no rule is left with the words of its template', () => {
    expect(readFileSync('docs/rules.md', 'utf8')).not.toContain('TODO');
  });
});

// The examples import the package by its name; here, by its source.
const FOLDER = `.cache/examples-${process.pid}`;
const fromSource = (text: string): string => text.replaceAll("'sageready'", `'${resolve('src/index.ts')}'`);
const examples = ALL.flatMap((document) => blocksOf(document).filter(({ info }) => /^ts (runnable|compiled)$/.test(info))).map(({ info, text }, index) => ({
  name: text.split('\n').find((line) => line.includes('await check') || /(judge|evaluate)\(/.test(line)) ?? text,
  file: `${FOLDER}/example-${index}.ts`,
  runs: info === 'ts runnable',
  text,
}));

const run = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  return { status, stdout, stderr };
};

describe('examples', () => {
  beforeAll(() => {
    mkdirSync(FOLDER, { recursive: true });
    for (const { file, text } of examples) writeFileSync(file, fromSource(text));
    const options = { extends: '../../tsconfig.json', compilerOptions: { rootDir: '../..' }, include: ['.', '../../rules/ids.ts'] };
    writeFileSync(`${FOLDER}/tsconfig.json`, JSON.stringify(options));
  });
  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

  test('there are three, and two of them run', () => {
    expect([examples.length, examples.filter(({ runs }) => runs).length]).toEqual([3, 2]);
  });
  test('all of them compile', () => {
    expect(run('node_modules/typescript/bin/tsc', '--noEmit', '-p', FOLDER)).toEqual({ status: 0, stdout: '', stderr: '' });
  }, 60_000);
  test.each(examples.filter(({ runs }) => runs))('prints what its comments say: $name', ({ file, text }) => {
    const promised = [...text.matchAll(/\bconsole\.log\(.*\); \/\/ (.*)$/gm)].map(([, line]) => `${line}\n`).join('');
    expect(promised).not.toBe('');
    expect(run('scripts/run-ts.mjs', file)).toEqual({ status: 0, stdout: promised, stderr: '' });
  });
});
