import { randomUUID } from 'node:crypto';
import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { stop } from '../run/stop.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { lifeOf, ownIdentity } from './process-identity.ts';

/** The right to write a journal, held by one run. */
export interface Lock {
  /** Whether it is still held: a run that gave no sign of life for long, such as on a machine that slept, may have lost it. */
  readonly isHeld: () => boolean;
  readonly release: () => void;
}

const ATTEMPTS = 5;
const BEAT_MS = 5_000;
/** A lock whose holder cannot be looked up ends so long after its last sign of life. */
const SILENCE_MS = 30_000;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Undefined: there is none any more. */
const ifThere = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

const textIn = (file: string): string | undefined => ifThere(() => readFileSync(file, 'utf8'));

const holderIn = (text: string): Partial<ProcessIdentity> => {
  try {
    return Object(JSON.parse(text)) as Partial<ProcessIdentity>;
  } catch {
    return {};
  }
};

/** By the clock of the file system, which all who share a journal share. */
const silenceOf = (file: string): number => {
  const probe = `${file}-${randomUUID()}`;
  writeFileSync(probe, '', { flag: 'wx' });
  try {
    return statSync(probe).mtimeMs - (ifThere(() => statSync(file).mtimeMs) ?? 0);
  } finally {
    rmSync(probe, { force: true });
  }
};

const isStale = (file: string, holder: Partial<ProcessIdentity>): boolean => {
  const life = lifeOf(holder);
  return life === 'ended' || (life === 'not-known' && silenceOf(file) > SILENCE_MS);
};

const refuse = (path: string, file: string, holder: Partial<ProcessIdentity>): Error => {
  const { pid, host } = holder;
  const who = pid === undefined ? 'another run' : `another run (process ${pid}${host === hostname() ? '' : ` on ${host}`})`;
  const ends = lifeOf(holder) === 'runs' ? '' : `; if it was killed, ${file} is taken over ${SILENCE_MS / 1_000} s after its last sign of life`;
  return stop(`${path} is being written by ${who} — wait for its end, or name another file${ends}`);
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

const openedAnew = (file: string): number | undefined => {
  try {
    return openSync(file, 'wx', 0o600);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  }
};

/** The descriptor of a lock that was made, or undefined where there is one. */
const tryTo = (file: string, holder: string): number | undefined => {
  const descriptor = openedAnew(file);
  if (descriptor === undefined) return undefined;
  try {
    writeSync(descriptor, holder, 0);
    return descriptor;
  } catch (error) {
    // A full disk takes the name, and not what is in it.
    closeSync(descriptor);
    rmSync(file, { force: true });
    throw error;
  }
};

interface Taken {
  readonly file: string;
  readonly holder: string;
  readonly descriptor: number;
}

const isOurs = ({ file, holder }: Taken): boolean => {
  try {
    return textIn(file) === holder;
  } catch {
    return false;
  }
};

/** The same bytes again, for their time. A disk that takes nothing more lets the lock be taken, as it would a run that has ended. */
const beat = ({ descriptor, holder }: Taken): void => {
  try {
    writeSync(descriptor, holder, 0);
  } catch {
    // Whether it is still held is asked before each line that is written.
  }
};

const held = (taken: Taken): Lock => {
  let open = true;
  let seen = Date.now();
  const look = (): void => {
    if (open) open = isOurs(taken);
    if (open) beat(taken);
    seen = Date.now();
  };
  const beating = setInterval(look, BEAT_MS).unref();
  return {
    isHeld: () => {
      if (Date.now() - seen > BEAT_MS) look();
      return open;
    },
    release: () => {
      clearInterval(beating);
      if (open && isOurs(taken)) rmSync(taken.file, { force: true });
      closeSync(taken.descriptor);
    },
  };
};

/** Takes the lock of a journal. Throws a Stop when another run holds it, and what the system throws when it cannot be written. */
export const takeLock = (path: string): Lock => {
  const file = `${path}.lock`;
  const holder = JSON.stringify(ownIdentity());
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const descriptor = tryTo(file, holder);
    if (descriptor !== undefined) return held({ file, holder, descriptor });
    const found = textIn(file);
    if (found !== undefined && !isStale(file, holderIn(found))) throw refuse(path, file, holderIn(found));
    if (found !== undefined) removeStale(file, found);
  }
  throw refuse(path, file, {});
};
