import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readObject } from '../cli/delivery/bucket-store.ts';
import { stop } from '../run/stop.ts';
import type { Ended } from './command-line.ts';
import { runCommandLine } from './command-line.ts';
import type { Handled } from './handled.ts';
import { handledIn } from './handled.ts';
import type { Settings, Source } from './settings.ts';
import { settingsOf } from './settings.ts';
import type { Summary } from './summary.ts';
import { summaryOf } from './summary.ts';
import type { Files } from './words.ts';
import { wordsOf } from './words.ts';

/** What Lambda tells of an invocation. Source: https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
export interface Invocation {
  /** The same in every attempt of an asynchronous invocation. */
  readonly awsRequestId: string;
  readonly getRemainingTimeInMillis: () => number;
}

/** The answer to an event; far below what Lambda allows (256 KB of an asynchronous invocation). */
export interface Answer extends Summary {
  /** The event was handled before: nothing was read, and nobody told. */
  readonly repeated: boolean;
}

/** For judging, keeping and telling once reading has ended. */
const RESERVE_MS = 30_000;
const COULD_NOT_RUN = 2;

/** Ends reading while there is time to report. The command line hears SIGTERM as it does Ctrl-C: what is known by then is reported, marked incomplete. */
const endInTime = ({ getRemainingTimeInMillis }: Invocation): (() => void) => {
  const end = (): void => {
    if (process.listenerCount('SIGTERM') > 0) process.emit('SIGTERM');
  };
  const timer = setTimeout(end, Math.max(0, getRemainingTimeInMillis() - RESERVE_MS));
  return () => clearTimeout(timer);
};

const textOf = async (source: Source): Promise<string | Uint8Array> => ('uri' in source ? readObject(source.uri) : source.text);

const written = async (file: string, source: Source | undefined): Promise<string | undefined> => {
  if (source === undefined) return undefined;
  await writeFile(file, await textOf(source));
  return file;
};

const filesFor = async (settings: Settings): Promise<Files> => {
  const description = await written('description.yaml', settings.description);
  const waivers = await written('waivers.yaml', settings.waivers);
  return { report: 'report.ndjson', ...(description && { description }), ...(waivers && { waivers }) };
};

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

const whatWasSaid = ({ said }: Ended): string => said.map((line) => line.replace(/^sageready: /, '')).join('; ');

const runOnce = async (settings: Settings, invocation: Invocation): Promise<Summary> => {
  const files = await filesFor(settings);
  const stopWatching = endInTime(invocation);
  const ended = await runCommandLine(wordsOf(settings, files)).finally(stopWatching);
  // Where time was up before anything was found, there is no report to sum up.
  if (ended.code === COULD_NOT_RUN || !(await isThere(files.report))) throw stop(whatWasSaid(ended));
  return summaryOf(files.report);
};

/** In a folder of its own, so that reports name a file as it is called and not where it happened to lie. */
const handle = async (settings: Settings, invocation: Invocation): Promise<Summary> => {
  const folder = await mkdtemp(join(tmpdir(), 'sageready-'));
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await runOnce(settings, invocation);
  } finally {
    process.chdir(before);
    await rm(folder, { recursive: true, force: true });
  }
};

const isCutShort = ({ complete }: Summary): boolean => !complete;

/** An audit that cannot be finished is one that fails, or its alarm would stay silent. Its report is kept all the same. */
const demandComplete = (summary: Summary): Summary => {
  if (isCutShort(summary))
    throw stop(
      'the audit was cut short: its time was up, and the report holds what was known by then — name fewer Regions or scenarios, or split it into several schedules',
    );
  return summary;
};

const handleOnce = async (handled: Handled, settings: Settings, invocation: Invocation): Promise<Answer> => {
  const before = await handled.before();
  if (before !== undefined) return { ...demandComplete(before), repeated: true };
  const summary = await handle(settings, invocation);
  await handled.keep(summary);
  return { ...demandComplete(summary), repeated: false };
};

/** One audit, as Lambda runs it. Rejects when the audit could not run, or not be handed on: the message says what to do. What the audit finds is no failure of it. */
export const handler = async (event: unknown, invocation: Invocation): Promise<Answer> => {
  const settings = settingsOf(event, process.env);
  const answer = await handleOnce(handledIn(settings, invocation.awsRequestId), settings, invocation);
  process.stdout.write(`${JSON.stringify({ sageready: answer })}\n`);
  return answer;
};
