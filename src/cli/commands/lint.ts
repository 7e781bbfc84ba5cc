import { readFile } from 'node:fs/promises';
import { jsonText } from '../../../reporters/text.ts';
import { stop } from '../../run/stop.ts';
import { formatProblems, type Problem, problemsOf } from '../../targets/problem.ts';
import { readDescription } from '../../targets/read.ts';
import { openBeside } from '../open-beside.ts';
import { print } from '../print.ts';
import type { Words } from '../words.ts';

interface LintedFile {
  readonly file: string;
  readonly targets: readonly string[];
  readonly problems: readonly Problem[];
}

const lint = async (file: string): Promise<LintedFile> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw stop(`${file} could not be read: ${error.code === 'ENOENT' ? 'there is no such file — sageready init writes one to fill in' : error.message}`);
  });
  const description = readDescription(text, file, { defaultDeployer: 'me', open: openBeside(file) });
  return { file, targets: description.targets.map(({ name }) => name), problems: problemsOf(description) };
};

const textOf = ({ file, targets, problems }: LintedFile): string =>
  problems.length === 0 ? `${file}: ${targets.length} target${targets.length === 1 ? '' : 's'}, no problem found\n` : `${formatProblems(problems)}\n`;

/** Finds the mistakes of descriptions, without AWS. Exits with 1 while there are some. */
export const run = async (words: Words): Promise<number> => {
  const named = ((words['files'] as readonly string[] | undefined) ?? []).map(String);
  const files = await Promise.all((named.length === 0 ? ['sageready.yaml'] : named).map(lint));
  await print(words['output'] === 'json' ? `${jsonText({ schema: 'sageready/lint/1', files }, 2)}\n` : files.map(textOf).join(''));
  return files.some(({ problems }) => problems.length > 0) ? 1 : 0;
};
