import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Memories } from '../aws/memory.ts';
import { isStop, stop } from '../run/stop.ts';
import type { AnswerLine, Lines } from './lines.ts';
import { FORM, lineOf, linesIn } from './lines.ts';
import type { Lock } from './lock.ts';
import { takeLock } from './lock.ts';
import type { Taken } from './scopes.ts';
import { memoriesOf } from './scopes.ts';
import type { Writer } from './writer.ts';
import { openWriter } from './writer.ts';

/** How a journal is opened. */
export interface JournalOptions {
  readonly path: string;
  /** `begin` leaves nothing of an earlier run; `resume` takes over what it was answered. */
  readonly mode: 'begin' | 'resume';
  /** Milliseconds; older answers are asked for again. */
  readonly maxAge: number;
  /** Of sageready. */
  readonly version: string;
  /** Active endpoint overrides: another endpoint is another account. */
  readonly endpoints: readonly string[];
  /** Told what goes wrong without stopping the run; one line each. */
  readonly warn: (line: string) => void;
}

/** An open journal, written by this run alone. */
export interface Journal {
  readonly memories: Memories;
  /** What this run has used of an earlier one so far. */
  readonly taken: () => Taken;
  readonly close: () => void;
}

const NO_LINES: Lines = { header: undefined, callers: [], answers: [], length: 0, half: false };
const FULL = /^(ENOSPC|EDQUOT)$/;

const anew = (path: string): string => `begin it anew with --journal ${path}`;

const isFile = (path: string): boolean | undefined => statSync(path, { throwIfNoEntry: false })?.isFile();

const listed = (endpoints: readonly string[]): string => (endpoints.length === 0 ? 'none' : endpoints.join(', '));

const otherRun = (path: string, { header = {} }: Lines, { version, endpoints }: JournalOptions): string | undefined => {
  if (header.form !== FORM) return `${path} is no journal that this version reads — name another file, or ${anew(path)} once it is removed`;
  if (header.version !== version) return `${path} was written by sageready ${header.version}, and this is ${version} — ${anew(path)}`;
  const before = header.endpoints ?? [];
  if (before.join() === endpoints.join()) return undefined;
  return `${path} was written with other endpoints than AWS’s own or with others than now (then: ${listed(before)}; now: ${listed(endpoints)}) — use the same, or ${anew(path)}`;
};

const linesToResume = (options: JournalOptions): Lines => {
  const { path, warn } = options;
  const lines = linesIn(readFileSync(path, 'utf8'));
  if ('damagedLine' in lines) throw stop(`${path} is damaged in line ${lines.damagedLine} — ${anew(path)}`);
  if (lines.half) warn(`the last line of ${path} was cut off when its run ended, and is left out`);
  if (lines.header === undefined) return NO_LINES;
  const problem = otherRun(path, lines, options);
  if (problem !== undefined) throw stop(problem);
  return lines;
};

const OPTIONS = { begin: '--journal', resume: '--resume' } as const;

const BEGINNING = '{"form":"sageready/journal/';

const beginningOf = (path: string): string => {
  const bytes = Buffer.alloc(BEGINNING.length);
  const descriptor = openSync(path, 'r');
  const length = readSync(descriptor, bytes);
  closeSync(descriptor);
  return bytes.toString('utf8', 0, length);
};

/** Never overwrites what is no journal, perhaps one that was cut off in its first line: a mistyped name costs nothing. */
const refuseForeignFile = (path: string): void => {
  if (!BEGINNING.startsWith(beginningOf(path))) throw stop(`${path} is no journal, and is not overwritten — name another file`);
};

const ageOf = ({ time }: AnswerLine, now: number): number => now - Date.parse(time);

const MOST_SKEW_MS = 60_000;

/** A time that lies ahead is one of another clock: nobody knows how old that answer is. */
const isFresh = (line: AnswerLine, now: number, maxAge: number): boolean => {
  const age = ageOf(line, now);
  return age <= maxAge && age >= -MOST_SKEW_MS;
};

const unwritten = ({ path, warn }: JournalOptions, reason: string): void =>
  warn(`${path} could not be written: ${reason} — the run goes on, and can be resumed only as far as it is written`);

/** Writes only as long as the lock is held: lines of two runs would make one journal of neither. */
const heldWriter = ({ write, close }: Writer, options: JournalOptions, lock: Lock | undefined): Writer => {
  let lost = false;
  const isLost = (): boolean => {
    if (lost || lock === undefined || lock.isHeld()) return lost;
    lost = true;
    close();
    unwritten(options, 'another run has taken it over');
    return lost;
  };
  return { close, write: (line) => (isLost() ? undefined : write(line)) };
};

const journalOn = (options: JournalOptions, lines: Lines, lock: Lock | undefined): Journal => {
  const { path, maxAge, version, endpoints } = options;
  const writer = heldWriter(
    openWriter(path, lines.length, (reason) => unwritten(options, reason)),
    options,
    lock,
  );
  if (lines.header === undefined) writer.write(lineOf({ form: FORM, version, endpoints }));
  const now = Date.now();
  const answers = lines.answers.filter((line) => isFresh(line, now, maxAge));
  const stale = lines.answers.filter((line) => !isFresh(line, now, maxAge));
  return {
    ...memoriesOf({ path, callers: lines.callers, answers, stale, write: writer.write }),
    close: () => {
      writer.close();
      lock?.release();
    },
  };
};

/** A journal on a full disk remembers nothing. */
const journalOfNothing = (options: JournalOptions): Journal => ({
  ...memoriesOf({ path: options.path, callers: [], answers: [], stale: [], write: () => {} }),
  close: () => {},
});

const refusal = ({ path }: JournalOptions, error: unknown): Error =>
  isStop(error) ? error : stop(`${path} could not be opened as a journal: ${(error as Error).message} — name another file`);

const openLocked = (options: JournalOptions, lock: Lock | undefined): Journal => {
  const { path, mode } = options;
  try {
    if (isFile(path) === true) refuseForeignFile(path);
    return journalOn(options, mode === 'resume' ? linesToResume(options) : NO_LINES, lock);
  } catch (error) {
    lock?.release();
    throw error;
  }
};

/** Opens a journal. Throws a Stop where it cannot be used; a full disk is told, and the run goes on without one. */
export const openJournal = (options: JournalOptions): Journal => {
  const { path, mode, warn } = options;
  try {
    const kind = isFile(path);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) throw stop(`${OPTIONS[mode]} ${path} is a folder — name a file in it`);
    if (mode === 'resume' && kind !== true) throw stop(`--resume ${path}: there is no such journal — begin one with --journal ${path}`);
    // A device or a pipe is nobody's to lock.
    return openLocked(options, kind === false ? undefined : takeLock(path));
  } catch (error) {
    if (!FULL.test(String((error as NodeJS.ErrnoException).code))) throw refusal(options, error);
    warn(`${path} could not be written: ${(error as Error).message} — the run goes on without a journal`);
    return journalOfNothing(options);
  }
};
