import type { Reporter } from '../src/model/report.ts';
import { jsonText } from './text.ts';

// What a reader looks for first stands first; every other key follows in alphabetical order.
const FIRST = [
  ...[
    'schema',
    'tool',
    'version',
    'name',
    'id',
    'title',
    'severity',
    'rule',
    'scenario',
    'account',
    'region',
    'deployer',
    'target',
    'outcome',
    'kind',
    'verdict',
  ],
  ...[
    'summary',
    'reason',
    'message',
    'subject',
    'observed',
    'expected',
    'field',
    'risks',
    'findings',
    'Version',
    'Sid',
    'Effect',
    'Principal',
    'Action',
    'Resource',
  ],
];

const rankOf = new Map(FIRST.map((key, rank) => [key, rank]));

const byRank = (a: string, b: string): number => {
  const difference = (rankOf.get(a) ?? FIRST.length) - (rankOf.get(b) ?? FIRST.length);
  if (difference !== 0) return difference;
  return a < b ? -1 : 1;
};

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => byRank(a, b))
      .map(([key, part]) => [key, inOrder(part)]),
  );
};

const INDENT = 2;

const pretty = (value: unknown, depth: number): string => jsonText(inOrder(value), INDENT).replaceAll('\n', `\n${' '.repeat(INDENT * depth)}`);

/** The report as JSON, as `schema/report.schema.json` describes it: a target at a time, keys in a fixed order, no invisible character unescaped. */
export const json: Reporter = function* ({ schema, run, rules, targets, calls }) {
  yield `{\n  "schema": ${jsonText(schema)},\n  "run": ${pretty(run, 1)},\n  "rules": ${pretty(rules, 1)},\n  "targets": [`;
  let separator = '\n';
  for (const target of targets) {
    yield `${separator}    ${pretty(target, 2)}`;
    separator = ',\n';
  }
  yield `${separator === '\n' ? '' : '\n  '}],\n  "calls": ${pretty(calls, 1)}\n}\n`;
};
