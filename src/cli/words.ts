import type { Threshold } from '../engine/outcome.ts';
import type { IamEngine } from '../model/facts/iam.ts';
import type { ConnectOptions } from '../run/connect.ts';
import { stop } from '../run/stop.ts';
import { VERSION } from '../run/version.ts';
import { provisionsOf } from './provisions.ts';

/** The words of the command line as yargs read them: flags by their dashed names. */
export type Words = Readonly<Record<string, unknown>>;

/** The description that is read when none is named. */
export const DEFAULT_FILE = 'sageready.yaml';

const textOf = (words: Words, name: string): string | undefined => words[name] as string | undefined;

/** A file that is read or written; `-` means the standard stream, which yargs turns into nothing. */
export const fileOf = (words: Words, name: string): string => String(words[name]) || '-';

const MOST = 3600;

const positive = (words: Words, name: string): number => {
  const value = words[name] as number;
  if (Number.isFinite(value) && value > 0 && value <= MOST) return value;
  throw stop(`--${name} takes a number above 0 and up to ${MOST}, for example --${name} 10`);
};

const urlOf = (text: string): string => {
  if (/^https?:\/\/./.test(text) && URL.canParse(text)) return text;
  throw stop(`--endpoint-url ${text} is no address — it looks like http://127.0.0.1:5000`);
};

/** How to reach AWS, from the command line. Throws a Stop where that contradicts itself, or the journal cannot be used. */
export const connectOptionsOf = (words: Words, interrupt: AbortSignal): ConnectOptions => {
  const profile = textOf(words, 'profile');
  const endpoint = textOf(words, 'endpoint-url');
  return {
    version: VERSION,
    concurrency: positive(words, 'concurrency'),
    timeout: positive(words, 'timeout'),
    interrupt,
    ...(profile !== undefined && { profile }),
    ...(endpoint !== undefined && { endpointUrl: urlOf(endpoint) }),
    ...provisionsOf(words).shared(),
  };
};

/** What counts as failure, from the command line. */
export const thresholdOf = (words: Words): Threshold => ({ failOn: words['fail-on'] as Threshold['failOn'], strict: words['strict'] === true });

/** Exit codes that are verdicts: not ready, and undetermined. */
const VERDICTS = [1, 3];

/** The exit code of a run that was cut short, and found nothing wrong until then. */
export const UNDETERMINED = 3;

/** What is known may be ready, but what was cut short by `--max-calls` is not known to be. */
const codeOfKnown = (code: number, words: Words): number => (code === 0 && provisionsOf(words).cut() !== undefined ? UNDETERMINED : code);

/** The exit code of a run: with `--exit-zero` a verdict is none, so that CI publishes the reports; what could not run still is. */
export const publishedCode = (code: number, words: Words): number => {
  const known = codeOfKnown(code, words);
  return words['exit-zero'] === true && VERDICTS.includes(known) ? 0 : known;
};

/** Whose word counts on what a principal may do; undefined: nobody says, and the number of targets decides. */
export const iamEngineOf = (words: Words): IamEngine | undefined => words['iam-engine'] as IamEngine | undefined;

/** The run's only clock, ISO 8601: `--now`, or this moment. */
export const timeOf = (words: Words): string => {
  const text = textOf(words, 'now');
  const time = text === undefined ? new Date() : new Date(text);
  if (Number.isNaN(time.getTime())) throw stop(`--now ${text} is no time — it looks like 2026-01-31T12:00:00Z`);
  return time.toISOString();
};
