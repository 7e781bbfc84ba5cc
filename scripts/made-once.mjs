import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Removes what never became whole. */
const discard = (folder) => rm(folder, { recursive: true, force: true });

/**
 * Makes a folder unless it exists. `make` fills a folder of its own, which then takes its place by one rename:
 * nobody ever sees half of it, and of two runs at once the second throws its own away.
 */
export const madeOnce = async (folder, make) => {
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await discard(unfinished);
  await mkdir(dirname(folder), { recursive: true });
  try {
    await make(unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    await discard(unfinished);
  }
  return folder;
};
