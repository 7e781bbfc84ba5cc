import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { chmod, copyFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { nameAnew } from '../../history/folder.ts';

const CHUNK = 65_536;

/** While one piece is written, the next are made. */
const WAITING = 8 * CHUNK;

/** Larger pieces: one write for many short lines. */
const inChunks = function* (pieces: Iterable<string>): Iterable<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
};

const writeTo = (path: string, pieces: Iterable<string>, flags: 'w' | 'wx'): Promise<void> =>
  pipeline(Readable.from(inChunks(pieces)), createWriteStream(path, { flags, flush: flags === 'wx', highWaterMark: WAITING }));

const isBusy = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EBUSY';

// A file that is mounted by itself (a container's volume) can be written, not replaced.
const replace = async (file: string, by: string): Promise<void> => {
  try {
    await rename(by, file);
  } catch (error) {
    if (!isBusy(error)) throw error;
    await copyFile(by, file);
    await rm(by, { force: true });
  }
};

const halfOf = (file: string): string => join(dirname(file), `.sageready-${randomUUID()}.tmp`);

/** Writes a file that is not there yet, whole or not at all. Rejects with EEXIST where it is: it is never written over. */
export const writeAnew = async (file: string, pieces: Iterable<string>): Promise<void> => {
  const half = halfOf(file);
  try {
    await writeTo(half, pieces, 'wx');
    await nameAnew(half, file);
  } finally {
    await rm(half, { force: true });
  }
};

/** Writes a file whole or not at all: the old one stays until the new one is complete. What is no regular file (a pipe, a device) is written as it comes. */
export const writeWhole = async (path: string, pieces: Iterable<string>): Promise<void> => {
  const file = await realpath(path).catch(() => path);
  const before = await stat(file).catch(() => undefined);
  if (before !== undefined && !before.isFile()) return writeTo(file, pieces, 'w');
  const half = halfOf(file);
  try {
    await writeTo(half, pieces, 'wx');
    if (before !== undefined) await chmod(half, before.mode);
    await replace(file, half);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
};
