import { stop } from '../run/stop.ts';
import { VERSION } from '../run/version.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { endWith } from './end.ts';
import { parserFor } from './parser.ts';
import { withProvisions } from './provisions.ts';
import type { Words } from './words.ts';

const COULD_NOT_RUN = 2;

/** A reader that went away is no error; a full disk is one, and then nobody has the whole answer. */
const onUnwritten = (error: NodeJS.ErrnoException): void => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`sageready: standard output could not be written: ${error.message} — write to another place\n`);
  process.exit(COULD_NOT_RUN);
};

/** An option that takes one value, given twice: which of them is meant is not for us to guess. */
const refuseTwice = ({ options }: Command, words: Words): void => {
  const twice = Object.entries(options).find(([name, { array }]) => array !== true && Array.isArray(words[name]));
  if (twice !== undefined) throw stop(`--${twice[0]} is given twice — name it once`);
};

const runCommand = async (command: Command, words: Words): Promise<void> => {
  refuseTwice(command, words);
  const { run } = await command.load();
  process.exitCode = await withProvisions(words, (provided) => run(provided, COMMANDS));
};

const usageProblem = (message: string | undefined, error: Error | undefined): never => {
  if (error !== undefined && message === undefined) throw error;
  throw stop(`${(message ?? error?.message ?? '').replace(/\s+/g, ' ')} — sageready --help shows what there is`);
};

/** Runs the command line and sets the exit code. What ends it is one line on standard error, never a stack trace. */
export const main = async (words: readonly string[]): Promise<void> => {
  process.stdout.on('error', onUnwritten);
  process.stderr.on('error', () => {});
  try {
    await parserFor(words, runCommand).version(VERSION).exitProcess(false).fail(usageProblem).parseAsync();
  } catch (error) {
    endWith(error);
  }
};
