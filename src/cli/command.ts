import type { Options } from 'yargs';
import type { Words } from './words.ts';

/** One command: its words for yargs, and the code that is loaded only when it is asked for. Resolves to the exit code. */
export interface Command {
  readonly usage: string;
  readonly describe: string;
  readonly positionals: Readonly<Record<string, Options>>;
  readonly options: Readonly<Record<string, Options>>;
  readonly examples: readonly (readonly [command: string, words: string])[];
  readonly load: () => Promise<{ readonly run: (words: Words, commands: readonly Command[]) => Promise<number> }>;
}

/** The positional of commands that read a description. */
export const DESCRIPTION = { type: 'string', describe: 'The description of what will be deployed (default: sageready.yaml)' } as const;

/** The option of commands that can do without AWS. */
export const FACTS = { type: 'string', requiresArg: true, describe: 'Facts saved by `collect`: no call is made' } as const;
