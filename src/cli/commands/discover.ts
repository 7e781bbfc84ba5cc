import { writeFile } from 'node:fs/promises';
import { unnamedRoles } from '../../run/audited.ts';
import { stop } from '../../run/stop.ts';
import { descriptionText } from '../../targets/discover/description.ts';
import { lookLive } from '../looking.ts';
import { print } from '../print.ts';
import type { Words } from '../words.ts';
import { fileOf } from '../words.ts';

const STANDARD_OUTPUT = '-';
const UNDETERMINED = 3;

const save = async (path: string, text: string): Promise<void> => {
  if (path === STANDARD_OUTPUT) return print(text);
  try {
    // An existing file may have been edited: it is never written over.
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw stop(code === 'EEXIST' ? `${path} exists already — name another file, or remove it` : `${path} could not be written: ${message} — name another file`);
  }
};

const counted = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** Finds what exists in an account and writes it as a description to edit. */
export const run = async (words: Words): Promise<number> => {
  const path = fileOf(words, 'file');
  const { discovery, targets, missed, notes, ...where } = await lookLive(words);
  const said = [...notes, ...unnamedRoles({ discovery }, { targets })];
  // A description without a target is none: nothing would read it back.
  if (targets.length > 0) await save(path, descriptionText({ ...discovery, notes: said }, where));
  else for (const note of said) process.stderr.write(`${note}\n`);
  for (const { target, invalid } of missed) process.stderr.write(`${target.name}: ${invalid}\n`);
  process.stderr.write(
    `${counted(targets.length, 'target')} found in ${where.regions.join(', ')} of ${where.account}${targets.length === 0 ? ': no description is written' : ''}\n`,
  );
  return missed.length > 0 ? UNDETERMINED : 0;
};
