import { readFile } from 'node:fs/promises';
import { jsonText } from '../../reporters/text.ts';
import { factsOf } from '../engine/facts.ts';
import type { Facts } from '../model/fact.ts';
import type { Target } from '../model/target.ts';
import type { JudgedReport } from '../run/report.ts';
import { stop } from '../run/stop.ts';
import type { Problem } from '../targets/problem.ts';
import { formatProblems } from '../targets/problem.ts';
import { applyChanges } from '../what-if/apply.ts';
import { changesBetween } from '../what-if/compare.ts';
import { readChanges } from '../what-if/read.ts';
import { print } from './print.ts';
import { widthOfTerminal } from './terminal-width.ts';
import { whatIfText } from './text/what-if.ts';
import type { Words } from './words.ts';

const FORMATS = ['console', 'json'] as const;

const isFile = (output: string): boolean => output.includes('=');

/** How the difference is printed: reports after the changes go to files. */
const formatOf = (words: Words): (typeof FORMATS)[number] => {
  const named = ((words['output'] as readonly string[] | undefined) ?? []).filter((output) => !isFile(output));
  const [first = 'console', ...others] = named;
  const format = FORMATS.find((one) => one === first);
  if (format === undefined || others.length > 0)
    throw stop(`with --what-if, standard output shows what changes, as console or json — give the report after the changes a file: --output ${first}=report`);
  return format;
};

/** The outputs that are files: they get the report after the changes. */
export const filesOf = (words: Words): Words | undefined => {
  const files = ((words['output'] as readonly string[] | undefined) ?? []).filter(isFile);
  return files.length === 0 ? undefined : { ...words, output: files };
};

const refuse = (file: string, problems: readonly Problem[]): never => {
  process.stderr.write(`${formatProblems(problems)}\n`);
  throw stop(`nothing was judged: ${problems.length === 1 ? 'one problem' : `${problems.length} problems`} in ${file}`);
};

const textOf = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw stop(`${path} could not be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`);
  });

/** Facts as they would be after the changes of a file. */
const changedFacts = async (facts: Facts, file: string): Promise<Facts> => {
  const read = readChanges(await textOf(file), file);
  if ('problems' in read) return refuse(file, read.problems);
  const applied = applyChanges(facts, read.changes);
  return 'problems' in applied ? refuse(file, applied.problems) : factsOf(applied.facts, facts.toJSON().tool);
};

/** What is judged twice: as it is, and as it would be. */
export interface Judged {
  readonly targets: readonly Target[];
  readonly facts: Facts;
  readonly judge: (targets: readonly Target[], facts: Facts, notes?: readonly string[]) => JudgedReport;
}

/** Judges saved facts before and after changes, and prints what changes, finding by finding. Returns the report after the changes. */
export const whatIf = async ({ targets, facts, judge }: Judged, words: Words): Promise<JudgedReport> => {
  const format = formatOf(words);
  const file = String(words['what-if']);
  const after = await changedFacts(facts, file);
  const before = judge(targets, facts);
  const report = judge(targets, after, [`Judged as if ${file} were carried out: this is not the account as it is.`]);
  const changes = changesBetween(before.targets, report.targets);
  const text = format === 'json' ? `${jsonText({ schema: 'sageready/what-if/1', targets: changes }, 2)}\n` : whatIfText(changes, widthOfTerminal());
  if (words['quiet'] !== true) await print(text);
  return report;
};
