import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseSync } from '@swc/core';

/** The rooms of the house: what each may import. `node:x`, packages and rooms by name; a room always may import itself. */
const HOUSE: readonly { readonly room: string; readonly may: readonly string[] }[] = [
  { room: 'src/model', may: [] },
  { room: 'src/reason', may: ['src/model', 'src/data', 'ipaddr.js'] },
  { room: 'src/data', may: ['src/model'] },
  { room: 'rules/scenarios', may: ['src/model'] },
  { room: 'rules', may: ['src/model', 'src/reason', 'src/data'] },
  { room: 'reporters', may: ['src/model', 'src/reason/arn.ts', 'chalk', 'cli-table3'] },
  { room: 'src/engine', may: ['src/model', 'node:crypto'] },
  { room: 'src/aws', may: ['src/model', '@aws-sdk/*', '@smithy/*', 'dataloader', 'node:*'] },
  { room: 'src/collectors', may: ['src/model', 'src/aws', 'src/data/quotas.ts', 'src/reason/arn.ts', 'src/reason/nearest.ts', 'src/reason/references.ts'] },
  {
    room: 'src/targets/discover',
    may: ['src/targets', 'src/model', 'src/reason', 'src/data', 'src/aws/operation.ts', 'src/aws/operations', 'yaml'],
  },
  { room: 'src/targets', may: ['src/model', 'src/reason', 'src/data', 'zod', 'yaml'] },
  { room: 'src/journal', may: ['src/model', 'src/aws/memory.ts', 'src/run/stop.ts', 'node:*'] },
  { room: 'src/history', may: ['src/model', 'src/run/stop.ts', 'reporters/ndjson.ts', 'node:*'] },
  { room: 'src/waivers', may: ['src/model', 'src/targets', 'zod'] },
  {
    room: 'src/run',
    may: [
      'src/model',
      'src/engine',
      'src/aws',
      'src/collectors',
      'src/targets',
      'src/reason/arn.ts',
      'src/reason/network/sketch.ts',
      'rules',
      'node:fs/promises',
    ],
  },
  { room: 'src/what-if', may: ['src/model', 'src/reason', 'src/targets', 'zod'] },
  {
    room: 'src/delivery',
    may: ['src/model', 'src/reason/arn.ts', 'src/run/stop.ts', '@aws-sdk/client-s3', '@aws-sdk/client-securityhub', '@aws-sdk/client-sns'],
  },
  { room: 'src/cli', may: ['*'] },
  {
    room: 'src/schedule',
    may: ['src/cli/main.ts', 'src/cli/delivery/bucket-store.ts', 'src/model', 'src/run/stop.ts', 'node:*'],
  },
  { room: 'src/action', may: ['src/cli/main.ts', 'src/model', 'src/run/stop.ts', 'node:*'] },
];

/** Files of a room that stand for themselves: the rules' own index and ids import each rule, or nothing. */
const OWN_LAW: Readonly<Record<string, readonly string[]>> = {
  'rules/index.ts': ['*'],
  'src/index.ts': ['*'],
};

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly source?: { readonly value?: string } | null;
  readonly callee?: { readonly type?: string };
  readonly arguments?: readonly { readonly expression?: { readonly value?: unknown } }[];
}

const importsIn = (node: unknown): readonly string[] => {
  if (typeof node !== 'object' || node === null) return [];
  const { type, source, callee, arguments: given } = node as Node;
  const own = type !== undefined && /^(Import|Export)/.test(type) && typeof source?.value === 'string' ? [source.value] : [];
  const dynamic = callee?.type === 'Import' ? [String(given?.[0]?.expression?.value)] : [];
  return [...own, ...dynamic, ...Object.values(node).flatMap(importsIn)];
};

const importsOf = (file: string): readonly string[] =>
  importsIn(parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript', target: 'es2022' })).map((name) =>
    name.startsWith('.') ? relative('.', join(dirname(file), name)) : name,
  );

const lawOf = (file: string): readonly string[] | undefined => {
  const room = HOUSE.find((one) => file.startsWith(`${one.room}/`));
  return OWN_LAW[file] ?? (room && [...room.may, room.room]);
};

const permits = (allowed: string, name: string): boolean => {
  if (allowed === '*' || allowed === name) return true;
  return allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : name.startsWith(`${allowed}/`);
};

const betweenRules = (file: string, name: string): boolean => /^rules\/(?!scenarios|index|ids)/.test(file) && /^rules\//.test(name);

const trespasses = (file: string): readonly string[] => {
  const law = lawOf(file);
  if (law === undefined) return [`${file} stands in no room`];
  return importsOf(file)
    .filter((name) => !law.some((allowed) => permits(allowed, name)) || betweenRules(file, name))
    .map((name) => `${file} imports ${name}`);
};

const all = ['src', 'rules', 'reporters'].flatMap(sources);

describe('the house', () => {
  test('every import is one that its room permits', () => {
    expect(all.flatMap(trespasses)).toEqual([]);
  });
  test('the law catches a trespass', () => {
    expect(permits('src/model', 'src/aws/session.ts')).toBe(false);
    expect(betweenRules('rules/identity/a.ts', 'rules/identity/b.ts')).toBe(true);
    expect(
      importsIn(parseSync("import type { A } from './a.ts'; export * from './b.ts'; await import('./c.ts');", { syntax: 'typescript', target: 'es2022' })),
    ).toEqual(['./a.ts', './b.ts', './c.ts']);
  });
  test('what reads and judges cannot reach what hands reports on', () => {
    const importers = all.filter((file) => importsOf(file).some((name) => name.startsWith('src/delivery/')));
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((file) => !/^src\/(delivery|cli)\//.test(file))).toEqual([]);
    const reading = all.filter((file) => /^(rules|reporters|src\/(model|data|reason|engine|aws|collectors|targets|run|history|waivers|what-if))\//.test(file));
    expect(reading.flatMap(importsOf).filter((name) => /^src\/(cli|delivery|schedule|action)\//.test(name))).toEqual([]);
  });
  test('no engine, rule, reasoning or reporter reads a clock or draws lots', () => {
    const pure = all.filter((file) => /^(src\/(model|reason|engine|data)|rules|reporters)\//.test(file));
    const impure = pure.filter((file) =>
      /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.|console\.(log|error|warn|info|debug)\(/.test(readFileSync(file, 'utf8')),
    );
    expect(impure).toEqual([]);
  });
  test('no policy, ARN or pattern assumes one partition', () => {
    const literal = all.filter((file) => /['"`]arn:aws:(?!\*)/.test(readFileSync(file, 'utf8')));
    expect(literal).toEqual([]);
  });
});
