import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stop } from '../run/stop.ts';
import { timeInName } from './name.ts';
import type { ReportStore } from './store.ts';

const DAY_MS = 86_400_000;

/** What is being written, or was when its run was ended: never read. */
const HALF = /^\.sageready-.+\.tmp$/;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

const listed = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    // The first run makes it.
    if (codeOf(error) === 'ENOENT') return [];
    throw stop(`the history ${folder} could not be read: ${(error as Error).message} — name a folder with --history`);
  }
};

/** Whatever another run may still be busy with is younger. */
const removeOld = async (folder: string, names: readonly string[]): Promise<void> => {
  const old = Date.now() - DAY_MS;
  for (const name of names) {
    const path = join(folder, name);
    const made = await stat(path).catch(() => undefined);
    if (made !== undefined && made.mtimeMs < old) await rm(path, { force: true });
  }
};

const removeLeftovers = async (folder: string): Promise<void> =>
  removeOld(
    folder,
    (await listed(folder)).filter((one) => HALF.test(one)),
  );

const forget = async (folder: string, butFor: number): Promise<void> => {
  const kept = (await listed(folder)).filter((name) => timeInName(name) !== undefined).toSorted();
  await removeOld(folder, kept.slice(0, Math.max(0, kept.length - butFor)));
};

const writeSynced = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** A new name is on the disk once its folder is; where a folder cannot be synced (Windows) the system sees to it. */
const syncFolder = async (folder: string): Promise<void> => {
  const opened: FileHandle | undefined = await open(folder, 'r').catch(() => undefined);
  await opened?.sync().catch(() => {});
  await opened?.close();
};

/** Gives a file that was written under another name its own, where that is not taken (EEXIST). A rename would replace; file systems without links (some network and FAT ones) have only that. */
export const nameAnew = async (half: string, path: string): Promise<void> => {
  try {
    await link(half, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || (await stat(path).catch(() => undefined)) !== undefined) throw error;
    await rename(half, path);
  }
};

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isDirectory() === true;

/** Makes a folder and those above it. Node's own way never ends where a folder refuses with ENOENT what it should hold, as /proc does and a folder that was removed. */
const makeFolder = async (folder: string): Promise<void> => {
  const attempt = async (): Promise<Error | undefined> => {
    const error = await mkdir(folder).then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    return error === undefined || (await isFolder(folder)) ? undefined : error;
  };
  const first = await attempt();
  if (first === undefined) return;
  const above = dirname(folder);
  if (codeOf(first) !== 'ENOENT' || above === folder) throw first;
  await makeFolder(above);
  const second = await attempt();
  if (second !== undefined) throw second;
};

const write = async (folder: string, name: string, bytes: Uint8Array): Promise<void> => {
  await makeFolder(folder);
  const half = join(folder, `.sageready-${randomUUID()}.tmp`);
  try {
    await writeSynced(half, bytes);
    await nameAnew(half, join(folder, name));
  } finally {
    await rm(half, { force: true });
  }
  await syncFolder(folder);
  await removeLeftovers(folder);
};

const unwritten = (folder: string, error: unknown): Error =>
  stop(
    `the report could not be kept in ${folder}: ${(error as Error).message} — make room or name another folder with --history; what was kept before is as it was`,
  );

const startOf = async (path: string, bytes: number): Promise<Uint8Array> => {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

/** A folder as a store: made with the first report. Each report is a file of its own, there whole or not at all. */
export const folderStore = (folder: string): ReportStore => ({
  place: folder,
  names: async () => (await listed(folder)).filter((name) => !name.startsWith('.')).toSorted(),
  read: (name) => readFile(join(folder, name)),
  start: (name, bytes) => startOf(join(folder, name), bytes),
  write: async (name, bytes) => {
    try {
      await write(folder, name, bytes);
    } catch (error) {
      throw unwritten(folder, error);
    }
  },
  forget: (butFor) => forget(folder, butFor),
});
