import * as z from 'zod';
import type { RuleMeta } from '../model/rule.ts';
import type { WaiverEntry } from '../model/waiver.ts';
import type { Issue, Path } from '../targets/issue.ts';
import { issuesOf } from '../targets/issue.ts';
import type { Problem } from '../targets/problem.ts';
import { nearest, quoted } from '../targets/words.ts';
import type { ReadText } from '../targets/yaml-text.ts';
import { readText } from '../targets/yaml-text.ts';

const LONGEST_TEXT = 2000;
const MOST_ENTRIES = 1000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (text: string): boolean =>
  DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

const short = (text: string): boolean => text.length <= LONGEST_TEXT;
const TOO_LONG = `is longer than ${LONGEST_TEXT} characters`;

const words = (what: string) =>
  z
    .string()
    .refine((text) => text.trim() !== '', `is empty — say ${what}`)
    .refine(short, TOO_LONG);
const day = z.string().refine(isDay, 'is no day — it looks like 2027-01-31, in quotes');
const pattern = z
  .string()
  .refine((text) => text !== '', 'is empty — leave the key out to mean everything')
  .refine(short, TOO_LONG);

const ENTRY = z.strictObject({
  rule: z.string(),
  subject: pattern.exactOptional(),
  target: pattern.exactOptional(),
  reason: words('why this may stay as it is'),
  owner: words('who answers for it'),
  expires: day,
  created: day.exactOptional(),
});

/** The content of a waivers file; the published JSON Schema is made from it. */
export const WAIVERS = z.strictObject({
  $schema: z.string().exactOptional(),
  version: z.literal(1),
  waivers: z.array(ENTRY).max(MOST_ENTRIES, `holds more than ${MOST_ENTRIES} waivers`),
});

type Entry = z.infer<typeof ENTRY>;

/** Waivers, or everything that is wrong with their file. */
export type ReadWaivers = { readonly entries: readonly WaiverEntry[] } | { readonly problems: readonly Problem[] };

const KEYS: Readonly<Record<string, readonly string[]>> = { '': Object.keys(WAIVERS.shape), waivers: Object.keys(ENTRY.shape) };

const keysAt = (parent: Path): readonly string[] => KEYS[String(parent[0] ?? '')] ?? [];

const pathText = (path: Path): string =>
  path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${key}`), '');

const problemAt = (file: string, text: ReadText, { path, ...rest }: Issue): Problem => ({ file, ...text.positionOf(path), path: pathText(path), ...rest });

const topicsOf = (rules: readonly RuleMeta[]): readonly string[] => [...new Set(rules.map(({ id }) => `${id.split('/')[0]}/*`))];

const ruleIssue = ({ rule }: Entry, path: Path, rules: readonly RuleMeta[]): readonly Issue[] => {
  const known = [...rules.map(({ id }) => id as string), ...topicsOf(rules)];
  if (!known.includes(rule)) {
    const near = nearest(rule, known);
    return [
      { path, message: `is ${quoted(rule)}, which names no rule`, ...(near === undefined ? { expected: 'a rule’s id, or topic/*' } : { nearest: near }) },
    ];
  }
  const meta = rules.find(({ id }) => id === rule);
  return meta?.unwaivable === undefined ? [] : [{ path, message: `${rule} cannot be waived: ${meta.unwaivable}` }];
};

const lifeIssue = ({ created, expires }: Entry, path: Path): readonly Issue[] =>
  created !== undefined && created > expires ? [{ path, message: `is ${expires}, before the day it was created (${created})` }] : [];

const issuesIn = (entries: readonly Entry[], rules: readonly RuleMeta[]): readonly Issue[] =>
  entries.flatMap((entry, place) => [...ruleIssue(entry, ['waivers', place, 'rule'], rules), ...lifeIssue(entry, ['waivers', place, 'expires'])]);

/** What a waiver of a whole topic leaves out, because no waiver excuses it. */
const exceptionsTo = ({ rule }: Entry, rules: readonly RuleMeta[]): Pick<WaiverEntry, 'except'> => {
  const except = rules.filter(({ id, unwaivable }) => unwaivable !== undefined && rule === `${id.split('/')[0]}/*`).map(({ id }) => id);
  return except.length === 0 ? {} : { except };
};

/** Reads a waivers file; `rules`: the words of every rule there is. */
export const readWaivers = (source: string, file: string, rules: readonly RuleMeta[]): ReadWaivers => {
  const text = readText(source);
  if ('faults' in text) return { problems: text.faults.map(({ at, message }) => ({ file, ...at, path: '', message })) };
  const parsed = WAIVERS.safeParse(text.value);
  if (!parsed.success) return { problems: issuesOf(parsed.error, text.value, { keysAt, home: () => undefined }).map((issue) => problemAt(file, text, issue)) };
  const issues = issuesIn(parsed.data.waivers, rules);
  if (issues.length > 0) return { problems: issues.map((issue) => problemAt(file, text, issue)) };
  return {
    entries: parsed.data.waivers.map((entry, place) => ({
      subject: '*',
      target: '*',
      ...entry,
      ...exceptionsTo(entry, rules),
      place: `${file}:${text.positionOf(['waivers', place, 'rule']).line}`,
    })),
  };
};
