import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Baseline } from '../model/baseline.ts';
import type { History } from '../model/history.ts';
import type { Report, ReporterOptions } from '../model/report.ts';
import type { Trend } from '../model/trend.ts';
import { isStop, stop } from '../run/stop.ts';
import { refuseUndeliverable } from './delivery/asked.ts';
import type { Output } from './output/asked.ts';
import { outputsOf, refuseUnwritableFiles } from './output/asked.ts';
import { FORMATS } from './output/formats.ts';
import { writeWhole } from './output/place.ts';
import { historyOf, keepHistory } from './output/state.ts';
import { drawsLinks } from './terminal.ts';
import type { Words } from './words.ts';

/** Refuses, before anything is asked of AWS, outputs that cannot be written or contradict each other. */
export const checkOutputs = async (words: Words): Promise<void> => {
  refuseUnwritableFiles(outputsOf(words), words);
  refuseUndeliverable(words);
  await historyOf(words);
  if (words['history'] !== undefined) await (await import('./history.ts')).checkHistory(words);
};

/** Loads the reporters that will be used, ahead of the report. Never rejects: what does not load fails when it reports. */
export const loadReporters = async (words: Words): Promise<void> => {
  await Promise.allSettled(outputsOf(words).map(({ format }) => FORMATS[format].load()));
};

const DEFAULT_WIDTH = 100;
const NARROWEST = 40;

/** Whether text is coloured: `--colour`, else on a terminal that takes it. */
export const colourOf = (words: Words, isTerminal: boolean): boolean => {
  if (typeof words['colour'] === 'boolean') return words['colour'];
  if (process.env['NO_COLOR']) return false;
  return isTerminal && process.env['TERM'] !== 'dumb';
};

const optionsFor = (words: Words, { file }: Output, history: History | undefined): ReporterOptions => {
  const isTerminal = file === undefined && process.stdout.isTTY === true;
  const columns = isTerminal ? process.stdout.columns : Number(process.env['COLUMNS']);
  const width = Number.isFinite(columns) && columns > 0 ? Math.max(columns, NARROWEST) : DEFAULT_WIDTH;
  const colour = file === undefined && colourOf(words, isTerminal);
  const colours = { colour, links: isTerminal && colour && drawsLinks(process.env) };
  const anchor = words['anchor'] as string | undefined;
  const owner = words['for'] as ReporterOptions['owner'];
  return { ...colours, all: words['all'] === true, width, ...(anchor && { anchor }), ...(owner && { owner }), ...(history && { history }) };
};

/** Writes piece by piece, waiting when the reader is slow. A closed pipe ends the writing, not the program. */
const writeAll = async (stream: Writable, pieces: Iterable<string>): Promise<void> => {
  for (const piece of pieces) {
    if (stream.destroyed || stream.closed) return;
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => {});
  }
};

const isOfSystem = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error;

const unwritten = (file: string, error: unknown): Error =>
  isOfSystem(error) ? stop(`${file} could not be written: ${error.message} — name another file`) : (error as Error);

/** What a history tells of a report beside it. */
export interface Beside {
  /** Readiness over time; only where something draws it. */
  readonly trend?: Trend;
  /** The run before; only where something is compared with it. */
  readonly baseline?: Baseline;
}

/** What a report is written with: the words of the command line, what earlier runs reported, and what a history tells. */
interface Given extends Beside {
  readonly words: Words;
  readonly history: History | undefined;
}

/** A report in the form that was asked for, piece by piece. */
export const renderReport = async (report: Report, output: Output, { words, history, ...beside }: Given): Promise<Iterable<string>> =>
  (await FORMATS[output.format].load())(report, { ...optionsFor(words, output, history), ...beside });

const writeReport = async (report: Report, output: Output, given: Given): Promise<void> => {
  const pieces = await renderReport(report, output, given);
  if (output.file !== undefined) await writeWhole(output.file, pieces);
  else if (given.words['quiet'] !== true) await writeAll(process.stdout, pieces);
};

const failuresOf = (attempt: Promise<void>, place: string): Promise<readonly Error[]> =>
  attempt.then(
    () => [],
    (error: unknown) => [unwritten(place, error)],
  );

const messageOf = (failure: Error): string => (isStop(failure) ? failure.message : `unexpected: ${failure.message} — this is ours to mend, please report it`);

/** Of several failures each has its line; the last one ends the program. */
export const endWith = (failures: readonly Error[]): void => {
  for (const failure of failures.slice(0, -1)) process.stderr.write(`sageready: ${messageOf(failure)}\n`);
  const last = failures.at(-1);
  if (last !== undefined) throw last;
};

/**
 * Writes every report that was asked for; files first, so that a closed pipe loses nothing. One that cannot be written takes no other along.
 * The state of findings is kept last, and only when all are written: what nobody has read is not known yet.
 */
export const writeReports = async (report: Report, words: Words, beside: Beside = {}): Promise<void> => {
  const history = await historyOf(words);
  const outputs = outputsOf(words).toSorted((a, b) => Number(a.file === undefined) - Number(b.file === undefined));
  const failures: Error[] = [];
  for (const output of outputs)
    failures.push(...(await failuresOf(writeReport(report, output, { words, history, ...beside }), output.file ?? 'standard output')));
  if (failures.length === 0) failures.push(...(await failuresOf(keepHistory(report, words, history), String(words['state']))));
  endWith(failures);
};
