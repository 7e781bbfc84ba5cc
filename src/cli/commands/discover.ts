import { existsSync } from 'node:fs';
import { unnamedRoles } from '../../run/audited.ts';
import { stop } from '../../run/stop.ts';
import { descriptionText } from '../../targets/discover/description.ts';
import { lookLive } from '../looking.ts';
import { refuseUnwritableFiles } from '../output/asked.ts';
import { writeAnew } from '../output/place.ts';
import { print } from '../print.ts';
import type { Words } from '../words.ts';
import { fileOf } from '../words.ts';

const STANDARD_OUTPUT = '-';
const UNDETERMINED = 3;

/** An existing file may have been edited: it is never written over. */
const taken = (path: string): Error => stop(`${path} exists already — name another file, or remove it`);

const save = async (path: string, text: string): Promise<void> => {
  if (path === STANDARD_OUTPUT) return print(text);
  try {
    await writeAnew(path, [text]);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw code === 'EEXIST' ? taken(path) : stop(`${path} could not be written: ${message} — name another file`);
  }
};

/** Before the account is looked through: what was found is not to be without a place. */
const refuseUnwritable = (path: string, words: Words): void => {
  if (path === STANDARD_OUTPUT) return;
  if (existsSync(path)) throw taken(path);
  refuseUnwritableFiles([{ format: 'json', file: path }], words);
};

const counted = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** Finds what exists in an account and writes it as a description to edit. */
export const run = async (words: Words): Promise<number> => {
  const path = fileOf(words, 'file');
  refuseUnwritable(path, words);
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
