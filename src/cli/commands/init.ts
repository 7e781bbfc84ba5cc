import { writeFile } from 'node:fs/promises';
import { stop } from '../../run/stop.ts';
import { initText } from '../../targets/init-text.ts';
import { print } from '../print.ts';
import type { Words } from '../words.ts';

const refusalOf = (path: string, error: NodeJS.ErrnoException): Error =>
  error.code === 'EEXIST'
    ? stop(`${path} exists — name another file, or overwrite it with --force`)
    : stop(`${path} could not be written: ${error.message} — name another file`);

/** Writes a commented description to fill in. */
export const run = async (words: Words): Promise<number> => {
  const path = String(words['file']);
  try {
    await writeFile(path, initText(), { flag: words['force'] === true ? 'w' : 'wx' });
  } catch (error) {
    throw refusalOf(path, error as NodeJS.ErrnoException);
  }
  await print(`${path} is written. Fill in what stands in <angle brackets>, then: sageready check${path === 'sageready.yaml' ? '' : ` ${path}`}\n`);
  return 0;
};
