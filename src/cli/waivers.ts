import { readFile } from 'node:fs/promises';
import type { WaiverEntry } from '../model/waiver.ts';
import { LAW } from '../run/law.ts';
import { stop } from '../run/stop.ts';
import { formatProblems } from '../targets/problem.ts';
import type { Words } from './words.ts';

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message;
    throw stop(`the waivers ${path} could not be read: ${reason} — name another file, or leave --waivers out`);
  }
};

/** The exceptions of `--waivers`; none without it. A file with a mistake ends the program: half of the exceptions would be another verdict. */
export const waiversOf = async (words: Words): Promise<readonly WaiverEntry[]> => {
  const path = words['waivers'] as string | undefined;
  if (path === undefined) return [];
  const { readWaivers } = await import('../waivers/read.ts');
  const read = readWaivers(await textOf(path), path, LAW.rules);
  if ('entries' in read) return read.entries;
  process.stderr.write(`${formatProblems(read.problems)}\n`);
  throw stop(`nothing was judged: ${read.problems.length === 1 ? 'one problem' : `${read.problems.length} problems`} in the waivers`);
};
