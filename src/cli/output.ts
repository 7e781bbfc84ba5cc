import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import type { Report, Reporter, ReporterOptions } from '../model/report.ts';
import { stop } from '../run/stop.ts';
import type { Words } from './words.ts';
import { DEFAULT_FILE } from './words.ts';

const FORMATS = ['console', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** Where one report goes; no file: standard output. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

const isFormat = (name: string): name is Format => (FORMATS as readonly string[]).includes(name);

const parseOutput = (text: string): Output => {
  const [format = '', ...file] = text.split('=');
  if (!isFormat(format)) throw stop(`--output ${text}: there is no format "${format}" — formats are ${FORMATS.join(', ')}`);
  if (file.length === 0) return { format };
  if (file.join('=') === '') throw stop(`--output ${text}: name a file after "=", for example ${format}=report.${format === 'json' ? 'json' : 'txt'}`);
  return { format, file: file.join('=') };
};

const INPUTS = ['file', 'facts'] as const;

const refuseInputs = ({ format, file }: Output, words: Words): void => {
  const inputs = INPUTS.map((name) => words[name]).concat(words['file'] === undefined ? [DEFAULT_FILE] : []);
  if (file === undefined || !inputs.some((input) => typeof input === 'string' && resolve(input) === resolve(file))) return;
  throw stop(`--output ${format}=${file} would overwrite what is read — name another file`);
};

/** Reads `--output`; the console report on standard output when none is named. More than one report cannot share standard output. */
export const outputsOf = (words: Words): readonly Output[] => {
  const outputs = ((words['output'] as readonly string[] | undefined) ?? ['console']).map(parseOutput);
  if (outputs.filter(({ file }) => file === undefined).length > 1)
    throw stop('two reports cannot share standard output — give one of them a file: --output json=report.json');
  for (const output of outputs) refuseInputs(output, words);
  return outputs;
};

const REPORTERS: Readonly<Record<Format, () => Promise<Reporter>>> = {
  console: async () => (await import('../../reporters/console.ts')).console,
  json: async () => (await import('../../reporters/json.ts')).json,
};

/** Loads the reporters that will be used, ahead of the report. Never rejects: what does not load fails when it reports. */
export const loadReporters = async (words: Words): Promise<void> => {
  await Promise.allSettled(outputsOf(words).map(({ format }) => REPORTERS[format]()));
};

const DEFAULT_WIDTH = 100;
const NARROWEST = 40;

const colourOf = (words: Words, isTerminal: boolean): boolean => {
  if (typeof words['colour'] === 'boolean') return words['colour'];
  if (process.env['NO_COLOR']) return false;
  return isTerminal && process.env['TERM'] !== 'dumb';
};

const optionsFor = (words: Words, { file }: Output): ReporterOptions => {
  const isTerminal = file === undefined && process.stdout.isTTY === true;
  const columns = isTerminal ? process.stdout.columns : Number(process.env['COLUMNS']);
  const width = Number.isFinite(columns) && columns > 0 ? Math.max(columns, NARROWEST) : DEFAULT_WIDTH;
  return { colour: file === undefined && colourOf(words, isTerminal), all: words['all'] === true, width, links: isTerminal && colourOf(words, isTerminal) };
};

/** Writes piece by piece, waiting when the reader is slow. A closed pipe ends the writing, not the program. */
const writeAll = async (stream: Writable, pieces: Iterable<string>): Promise<void> => {
  for (const piece of pieces) {
    if (stream.destroyed || stream.closed) return;
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => {});
  }
};

const writeFile = async (path: string, pieces: Iterable<string>): Promise<void> => {
  const stream = createWriteStream(path);
  const finished = once(stream, 'finish');
  try {
    await Promise.race([once(stream, 'open'), once(stream, 'error').then(([error]) => Promise.reject(error))]);
    await writeAll(stream, pieces);
    stream.end();
    await finished;
  } catch (error) {
    finished.catch(() => {});
    throw stop(`${path} could not be written: ${(error as Error).message} — name another file`);
  }
};

/** Writes every report that was asked for; files first, so that a closed pipe loses nothing. */
export const writeReports = async (report: Report, words: Words): Promise<void> => {
  const outputs = [...outputsOf(words)].sort((a, b) => Number(a.file === undefined) - Number(b.file === undefined));
  for (const output of outputs) {
    const reporter = await REPORTERS[output.format]();
    const pieces = reporter(report, optionsFor(words, output));
    if (output.file !== undefined) await writeFile(output.file, pieces);
    else if (words['quiet'] !== true) await writeAll(process.stdout, pieces);
  }
};
