import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { stop } from '../run/stop.ts';

/** The right to write a journal, held by one run. */
export interface Lock {
  readonly release: () => void;
}

/** Who holds a lock; `id` tells one taking from another. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly id: string;
}

const ATTEMPTS = 5;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, and belongs to somebody else.
    return codeOf(error) === 'EPERM';
  }
};

/** Undefined: there is no lock any more. */
const textIn = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

const holderIn = (text: string): Partial<Holder> => {
  try {
    return Object(JSON.parse(text)) as Partial<Holder>;
  } catch {
    return {};
  }
};

/** A run that ended without releasing it; in a container a new process may have the number of the old one. */
const isStale = ({ pid, host }: Partial<Holder>): boolean => host === hostname() && pid !== undefined && (pid === process.pid || !isRunning(pid));

const refuse = (path: string, file: string, { pid, host }: Partial<Holder>): Error => {
  const who = pid === undefined ? 'another run' : `another run (process ${pid}${host === hostname() ? '' : ` on ${host}`})`;
  return stop(`${path} is being written by ${who} — wait for its end, or name another file; if there is no such run, remove ${file}`);
};

/** Takes a stale lock away, and puts back what turns out to be another's: two runs may find it at the same moment. */
const removeStale = (file: string, stale: string): void => {
  const aside = `${file}-${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (textIn(aside) !== stale) linkSync(aside, file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
};

const tryTo = (file: string, holder: string): boolean => {
  try {
    writeFileSync(file, holder, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
};

/** Takes the lock of a journal. Throws a Stop when another run holds it, and what the system throws when it cannot be written. */
export const takeLock = (path: string): Lock => {
  const file = `${path}.lock`;
  const holder = JSON.stringify({ pid: process.pid, host: hostname(), id: randomUUID() } satisfies Holder);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (tryTo(file, holder)) return { release: () => rmSync(file, { force: true }) };
    const found = textIn(file);
    if (found !== undefined && !isStale(holderIn(found))) throw refuse(path, file, holderIn(found));
    if (found !== undefined) removeStale(file, found);
  }
  throw refuse(path, file, {});
};
