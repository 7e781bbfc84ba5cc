import type { Words } from '../commands.ts';
import { describedTargets } from '../describe.ts';
import { writeFactsFile } from '../facts-file.ts';
import { interruptedCode } from '../interrupt.ts';
import { observe } from '../observe.ts';
import { stop } from '../stop.ts';

const LOOKS_LIKE_DESCRIPTION = /\.ya?ml$/i;

/** Reads the account and saves the facts, with the targets they were read for. */
export const run = async (words: Words): Promise<number> => {
  const path = String(words['facts']);
  if (LOOKS_LIKE_DESCRIPTION.test(path)) throw stop(`collect writes the facts to ${path}, which looks like a description — say: sageready collect facts.json ${path}`);
  const { targets } = await describedTargets(words);
  const { gathered, interrupted } = await observe(targets, words);
  await writeFactsFile(path, gathered.facts, gathered.targets);
  return interrupted ? interruptedCode : 0;
};
