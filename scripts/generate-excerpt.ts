import { readFile } from 'node:fs/promises';
import { console as consoleReporter } from '../reporters/console.ts';
import { RULES } from '../rules/index.ts';
import { judge } from '../src/index.ts';
import type { RuleId } from '../src/model/rule-id.ts';
import type { GeneratedFile } from './markdown.ts';

const RECORDING = 'examples/facts/broken.json';
const WIDTH = 100;
const BLOCK = /(?<=<!-- run -->\n)[\s\S]*?(?=<!-- \/run -->)/;

/** What the excerpt shows of a finding. */
const SHOWN: readonly (readonly [rule: RuleId, labels: readonly string[]])[] = [
  ['endpoint/concurrency-fits-quota', ['error', 'where', 'fix']],
  ['identity/role-may-read-artifact', ['error', 'observed', 'decided by']],
];

/** A label stands five columns in; what goes on below it stands further in. */
const isLabelled = (line: string, label: string): boolean => line.startsWith(`     ${label} `);
const goesOn = (line: string): boolean => line.startsWith(' '.repeat(16));

const labelled = (lines: readonly string[], label: string): readonly string[] => {
  const start = lines.findIndex((line) => isLabelled(line, label));
  const [first, ...rest] = start < 0 ? [] : lines.slice(start);
  if (first === undefined) throw new Error(`the report of ${RECORDING} has no line "${label}" there`);
  const end = rest.findIndex((line) => !goesOn(line));
  return [first, ...rest.slice(0, end < 0 ? rest.length : end)];
};

const lineWith = (lines: readonly string[], pattern: RegExp | string): number => {
  const index = lines.findIndex((line) => (typeof pattern === 'string' ? line.endsWith(pattern) : pattern.test(line)));
  if (index < 0) throw new Error(`the report of ${RECORDING} has no line like ${pattern}`);
  return index;
};

const finding = (lines: readonly string[], [id, labels]: (typeof SHOWN)[number]): readonly string[] => {
  const start = lineWith(lines, RULES.find((rule) => rule.id === id)?.title ?? id);
  const own = lines.slice(start);
  return [own[0] ?? '', ...labels.flatMap((label) => labelled(own, label)), ''];
};

/** Lines of a real report: the verdict, parts of two findings, the last word. */
const excerptOf = (report: string): string => {
  const lines = report.split('\n');
  const one = (pattern: RegExp): string => lines[lineWith(lines, pattern)] ?? '';
  return [one(/^✘ NOT READY/), '', ...SHOWN.flatMap((shown) => finding(lines, shown)), one(/ is not ready: /)].join('\n');
};

/** `README.md` with an excerpt of what the demo says of its broken account. */
export const readmeFile = async (): Promise<GeneratedFile> => {
  const pieces = consoleReporter(await judge(RECORDING), { colour: false, all: false, width: WIDTH, links: false });
  const text = await readFile('README.md', 'utf8');
  return { path: 'README.md', text: text.replace(BLOCK, () => `\`\`\`\n${excerptOf([...pieces].join(''))}\n\`\`\`\n`) };
};
