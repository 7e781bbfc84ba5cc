import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built command line. */
export const BUNDLE = join(process.cwd(), 'dist/cli/sageready.js');
/** What a run may take, milliseconds. */
export const DEADLINE_MS = 40_000;

/** How a run of the command line ended. */
export interface Ended {
  /** Null: a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds from start to end. */
  readonly took: number;
}

/** Where and as whom a command runs. */
export interface Setting {
  /** Nothing of the test's own environment is handed on but PATH and HOME. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Path of another Node than the test's own. */
  readonly node?: string;
}

/** A command under way. */
interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
}

/** All variables that a run has. */
export const variablesOf = ({ env }: Setting): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], HOME: '/nonexistent', ...env });

/** Starts the built command line as a process of its own. */
export const startCommand = (words: readonly string[], setting: Setting = {}): Started => {
  const begun = performance.now();
  const { cwd, node = process.execPath } = setting;
  const child = spawn(node, [BUNDLE, ...words], { env: variablesOf(setting), timeout: DEADLINE_MS, killSignal: 'SIGKILL', ...(cwd && { cwd }) });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  child.stdin.end();
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve({ ...said, code, took: performance.now() - begun }));
  });
  return { child, ended };
};

/** Runs the built command line to its end, as a process of its own. */
export const runProcess = (words: readonly string[], setting?: Setting): Promise<Ended> => startCommand(words, setting).ended;

/** A folder of one test file, with its files written and removed together. */
export interface Folder {
  readonly path: string;
  /** Writes a file and returns its path. */
  readonly write: (name: string, text: string) => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** Makes an empty folder. */
export const makeFolder = async (): Promise<Folder> => {
  const path = await mkdtemp(join(tmpdir(), 'sageready-e2e-'));
  return {
    path,
    write: async (name, text) => {
      await writeFile(join(path, name), text);
      return join(path, name);
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
};

export { descriptionOf } from './description.ts';
