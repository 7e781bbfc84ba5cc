import type { Reporter, TargetReport } from '../src/model/report.ts';
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

/** What is remembered at most: characters, and things that many targets share. Most of what is said of thousands of targets is said of many of them. */
const MOST_TEXT = 4_000_000;
const MOST_SHARED = 4000;

/** Makes the text of a part of a target; parts that say the same are put in order once. */
const openTexts = (depth: number): ((part: object) => string) => {
  const [shared, texts] = [new Map<object, string>(), new Map<string, string>()];
  let room = MOST_TEXT;
  const textFor = (said: string, part: object): string => {
    const text = pretty(part, depth);
    room -= said.length + text.length;
    if (room > 0) texts.set(said, text);
    return text;
  };
  return (part) => {
    const known = shared.get(part);
    if (known !== undefined) return known;
    const said = JSON.stringify(part);
    const text = texts.get(said) ?? textFor(said, part);
    if (shared.size < MOST_SHARED) shared.set(part, text);
    return text;
  };
};

const TARGET_DEPTH = 2;
const PART_DEPTH = TARGET_DEPTH + 2;

// Texts are joined as they come: a long one is copied when it is written, not before.
const between = (open: string, parts: readonly string[], close: string, depth: number): string => {
  if (parts.length === 0) return `${open}${close}`;
  const margin = `\n${' '.repeat(INDENT * depth)}`;
  let [text, before] = [open, `${margin}${' '.repeat(INDENT)}`];
  for (const part of parts) {
    text += before + part;
    before = `,${margin}${' '.repeat(INDENT)}`;
  }
  return text + margin + close;
};

/** Writes targets: what stands in their lists, findings above all, is what they have in common. */
const openTargets = (): ((target: TargetReport) => string) => {
  const textOf = openTexts(PART_DEPTH);
  const itemText = (item: unknown): string => (typeof item === 'object' && item !== null ? textOf(item) : jsonText(item));
  const fieldText = (part: unknown): string => (Array.isArray(part) ? between('[', part.map(itemText), ']', TARGET_DEPTH + 1) : pretty(part, TARGET_DEPTH + 1));
  return (target) => {
    const fields = Object.entries(target)
      .filter(([, part]) => part !== undefined)
      .toSorted(([a], [b]) => byRank(a, b));
    return between(
      '{',
      fields.map(([key, part]) => `${jsonText(key)}: ${fieldText(part)}`),
      '}',
      TARGET_DEPTH,
    );
  };
};

/** The report as JSON, as `schema/report.schema.json` describes it: a target at a time, keys in a fixed order, no invisible character unescaped. */
export const json: Reporter = function* ({ schema, run, rules, targets, calls }) {
  yield `{\n  "schema": ${jsonText(schema)},\n  "run": ${pretty(run, 1)},\n  "rules": ${pretty(rules, 1)},\n  "targets": [`;
  const targetText = openTargets();
  let separator = '\n';
  for (const target of targets) {
    yield `${separator}    ${targetText(target)}`;
    separator = ',\n';
  }
  yield `${separator === '\n' ? '' : '\n  '}],\n  "calls": ${pretty(calls, 1)}\n}\n`;
};
