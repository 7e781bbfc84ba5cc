import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { Environment } from '../../src/action/inputs.ts';
import { inputsOf } from '../../src/action/inputs.ts';
import { COMMANDS } from '../../src/cli/commands.ts';

interface Metadata {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const metadata = parse(readFileSync('action.yml', 'utf8')) as Metadata;

/** The environment that the runner makes of `with`: defaults, then what is given. */
const environmentOf = (given: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const values = Object.fromEntries(Object.entries(metadata.inputs).map(([name, { default: value = '' }]) => [name, value]));
  return Object.fromEntries(Object.entries({ ...values, ...given }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
};

const read = (given: Readonly<Record<string, string>> = {}) => inputsOf(environmentOf(given));

describe('inputs', () => {
  test('nothing given: check, with annotations and summary', () => {
    expect(read()).toEqual({
      words: ['check', '--fail-on=error'],
      reports: [],
      workingDirectory: undefined,
      annotations: true,
      summary: true,
      exitZero: false,
    });
  });
  test('facts are judged, without what only a live account can be asked', () => {
    const { words } = read({ facts: 'facts.json', file: 'plan.yaml', region: 'us-east-1', 'iam-engine': 'local', deep: 'true', strict: 'true' });
    expect(words).toEqual(['judge', '--facts=facts.json', 'plan.yaml', '--fail-on=error', '--strict']);
  });
  test('several targets and reports stand one a line', () => {
    const { words, reports } = read({ target: 'churn\n  upsell 2\n', output: '\nsarif=out/a.sarif\n  json=a=b.json\n' });
    expect(words.slice(2)).toEqual(['--target=churn', '--target=upsell 2']);
    expect(reports).toEqual([
      { format: 'sarif', file: 'out/a.sarif' },
      { format: 'json', file: 'a=b.json' },
    ]);
  });
  test('a file that begins like a flag stays a file', () => {
    expect(read({ file: '--all' }).words[1]).toBe('./--all');
  });
  test('values cannot add words of their own', () => {
    expect(read({ region: 'us-east-1 --strict', file: 'a b.yaml' }).words).toEqual(['check', 'a b.yaml', '--fail-on=error', '--region=us-east-1 --strict']);
  });
  test.each([
    [{ strict: 'yes' }, 'input strict is "yes" — it takes true or false'],
    [{ output: 'sarif' }, 'input output holds "sarif" — write FORMAT=FILE'],
    [{ output: '=a.json' }, 'input output holds "=a.json"'],
  ])('%j is refused', (given, words) => {
    expect(() => read(given)).toThrow(words);
  });
});

describe('action.yml', () => {
  /** The inputs that are looked at. */
  const lookedAt = (given: Readonly<Record<string, string>>): readonly string[] => {
    const seen: string[] = [];
    const get = (environment: Environment, name: string): unknown => {
      seen.push(name.replace('INPUT_', '').toLowerCase());
      return Reflect.get(environment, name);
    };
    inputsOf(new Proxy(environmentOf(given), { get }));
    return seen;
  };

  test('runs the one bundled file on Node 24', () => {
    expect(metadata.runs).toEqual({ using: 'node24', main: 'dist-ci/action.mjs' });
  });
  test('names every input that is read, and no other', () => {
    expect([...new Set(lookedAt({}))].toSorted()).toEqual(Object.keys(metadata.inputs).toSorted());
  });
  test('hands on flags that the command line has', () => {
    const flags = (name: string): readonly string[] => Object.keys(COMMANDS.find(({ usage }) => usage.startsWith(name))?.options ?? {});
    const live = read({ region: 'x', 'iam-engine': 'x', now: 'x', anchor: 'x', strict: 'true', 'keep-going': 'true', deep: 'true', all: 'true', target: 'x' });
    const offline = read({ facts: 'x', now: 'x', anchor: 'x', strict: 'true', 'keep-going': 'true', all: 'true', target: 'x' });
    const flagsIn = (words: readonly string[]): readonly string[] => words.flatMap((word) => /^--([\w-]+)/.exec(word)?.[1] ?? []);
    expect(flagsIn(live.words).filter((flag) => !flags('check').includes(flag))).toEqual([]);
    expect(flagsIn(offline.words).filter((flag) => !flags('judge').includes(flag))).toEqual([]);
  });
});
