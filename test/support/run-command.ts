import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll } from '@jest/globals';
import type { Ended, Setting } from './command.ts';
import { DEADLINE_MS, variablesOf } from './command.ts';

const HOST = join(process.cwd(), 'test/support/command-host.mjs');
/** Stands behind what a run says on either stream. */
const END = '\0';

type Host = ChildProcess & { readonly stdout: Readable; readonly stderr: Readable };

let current: Host | undefined;
let last: Promise<unknown> = Promise.resolve();

const startHost = (): Host => {
  const host = fork(HOST, { execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: variablesOf({}) }) as Host;
  for (const stream of [host.stdout, host.stderr]) stream.setEncoding('utf8');
  return host;
};

/** What a run says on a stream: all until its end, or the stream's. */
const saidOn = (stream: Readable): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    const onData = (more: string): void => {
      text += more;
      if (text.endsWith(END)) finish();
    };
    const finish = (): void => {
      stream.off('data', onData).off('close', finish);
      resolve(text.endsWith(END) ? text.slice(0, -END.length) : text);
    };
    stream.on('data', onData).once('close', finish);
  });

/** The exit code that a run tells, or its process has. */
const codeFrom = async (host: Host): Promise<number | null> => {
  const settled = new AbortController();
  const [code] = await Promise.race([once(host, 'message', settled), once(host, 'exit', settled)]);
  settled.abort();
  return code as number | null;
};

const runIn = async (host: Host, words: readonly string[], setting: Setting): Promise<Ended> => {
  const begun = performance.now();
  const deadline = setTimeout(() => host.kill('SIGKILL'), DEADLINE_MS);
  const answered = Promise.all([codeFrom(host), saidOn(host.stdout), saidOn(host.stderr)]);
  host.send({ words, env: variablesOf(setting), cwd: setting.cwd ?? process.cwd() });
  const [code, stdout, stderr] = await answered;
  clearTimeout(deadline);
  return { code, stdout, stderr, took: performance.now() - begun };
};

const runNext = (words: readonly string[], setting: Setting): Promise<Ended> => {
  if (current === undefined || current.exitCode !== null || current.signalCode !== null) current = startHost();
  return runIn(current, words, setting);
};

afterAll(() => void current?.kill('SIGKILL'));

/**
 * Runs the built command line to its end, in a process that has it loaded: one per test file, one run after the other.
 * What only a process of its own shows (start and end, signals, time, files that the SDK keeps in mind) is for `runProcess`.
 */
export const runCommand = (words: readonly string[], setting: Omit<Setting, 'node'> = {}): Promise<Ended> => {
  const run = last.then(() => runNext(words, setting));
  last = run.catch(() => {});
  return run;
};
