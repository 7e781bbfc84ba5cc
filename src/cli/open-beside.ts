import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { OpenFile } from '../targets/opened.ts';

const LARGEST = 1_000_000;

const wordsFor = (error: NodeJS.ErrnoException): string => {
  switch (error.code) {
    case 'ENOENT':
      return 'there is no such file — its path begins at the folder of the description';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
      return 'it may not be read by this user';
    default:
      return error.message;
  }
};

const textOf = (file: string): string => {
  // Asked before reading: a manifest or an archive named by mistake must not fill the memory.
  if (statSync(file).size > LARGEST) throw new Error(`it is larger than ${LARGEST} bytes, which no configuration is`);
  return readFileSync(file, 'utf8');
};

/** Opens files that a description names: paths begin at its folder. */
export const openBeside =
  (description: string): OpenFile =>
  (path) => {
    const file = isAbsolute(path) ? path : join(dirname(description), path);
    try {
      return { file, text: textOf(file) };
    } catch (error) {
      return { fault: wordsFor(error as NodeJS.ErrnoException) };
    }
  };
