import { factsText } from '../../run/facts-file.ts';
import { stop } from '../../run/stop.ts';
import { describedTargets } from '../describe.ts';
import { interruptedCode } from '../interrupt.ts';
import { observeLive } from '../observe.ts';
import { requireOneAccount } from '../one-account.ts';
import { refuseUnwritableFiles } from '../output/asked.ts';
import { writeWhole } from '../output/place.ts';
import { print } from '../print.ts';
import type { Words } from '../words.ts';
import { fileOf, UNDETERMINED } from '../words.ts';

const LOOKS_LIKE_DESCRIPTION = /\.ya?ml$/i;

const STANDARD_OUTPUT = '-';

const save = async (path: string, text: string): Promise<void> => {
  if (path === STANDARD_OUTPUT) return print(text);
  try {
    await writeWhole(path, [text]);
  } catch (error) {
    throw stop(`${path} could not be written: ${(error as Error).message} — name another file`);
  }
};

/** Reads the account and saves the facts, with the targets they were read for. */
export const run = async (words: Words): Promise<number> => {
  const path = fileOf(words, 'facts');
  if (LOOKS_LIKE_DESCRIPTION.test(path))
    throw stop(`collect writes the facts to ${path}, which looks like a description — say: sageready collect facts.json ${path}`);
  const { targets } = await describedTargets(words);
  requireOneAccount(targets);
  if (path !== STANDARD_OUTPUT) refuseUnwritableFiles([{ format: 'json', file: path }], words);
  const { gathered, run: made, interrupted } = await observeLive(targets, words);
  await save(path, factsText(gathered.facts, gathered.targets, !made.complete));
  for (const note of made.notes) process.stderr.write(`sageready: ${note}\n`);
  if (interrupted) return interruptedCode;
  return made.complete ? 0 : UNDETERMINED;
};
