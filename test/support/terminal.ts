import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { BUNDLE } from './command.ts';

/** What a terminal showed, and how the command on it ended. */
export interface Shown {
  readonly code: number;
  /** With its escape sequences; lines end in line feeds alone. */
  readonly screen: string;
}

/** A terminal, and who sits there. */
export interface Seat {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What is typed at each prompt; `^C` and `^D` are those keys. */
  readonly answers?: readonly string[];
  readonly columns?: number;
}

const PROGRAM = join(process.cwd(), 'test/support/pseudo_terminal.py');
const DEADLINE_MS = 20_000;

/** Runs the built command line on a pseudo-terminal. */
export const runOnTerminal = (words: readonly string[], { cwd, env = {}, answers = [], columns = 80 }: Seat = {}): Promise<Shown> =>
  new Promise((resolve) => {
    const inherited = { PATH: process.env['PATH'], HOME: '/nonexistent', TERM: 'xterm-256color' };
    const given = [PROGRAM, String(columns), JSON.stringify(answers), process.execPath, BUNDLE, ...words];
    execFile('python3', given, { cwd, env: { ...inherited, ...env }, timeout: DEADLINE_MS }, (error, stdout) => {
      resolve({ code: error === null ? 0 : Number(error.code), screen: stdout.replaceAll('\r\n', '\n') });
    });
  });
