import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Answer } from '../../src/schedule/handler.ts';

const FUNCTION = join(process.cwd(), 'dist-lambda/index.mjs');
const RUNTIME = join(process.cwd(), 'test/support/lambda-runtime.mjs');
const FIFTEEN_MINUTES_MS = 900_000;

/** How an invocation ended: with an answer, or with the message of an error. */
export interface Invoked {
  readonly answer?: Answer;
  readonly rejected?: string;
}

/** An invocation: its event, and what Lambda tells of it. */
export interface Invoking {
  readonly event: Readonly<Record<string, unknown>>;
  readonly request?: string;
  /** Milliseconds that the function has; default: as much as Lambda gives. */
  readonly remaining?: number;
}

/** One process of the function, which serves one event after the other. */
export interface Lambda {
  readonly invoke: (invoking: Invoking) => Promise<Invoked>;
  readonly stop: () => void;
}

/** Starts the built function. `node`: path of the Node that runs it. */
export const startLambda = (env: Readonly<Record<string, string>>, node = process.execPath): Lambda => {
  const child = spawn(node, [RUNTIME, FUNCTION], { env: { PATH: process.env['PATH'], HOME: '/nonexistent', ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const waiting: { readonly resolve: (invoked: Invoked) => void; readonly reject: (error: Error) => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('@')) waiting.shift()?.resolve(JSON.parse(line.slice(1)) as Invoked);
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`the function ended with ${code}: ${said}`));
  });
  return {
    invoke: ({ event, request = 'request', remaining = FIFTEEN_MINUTES_MS }) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        child.stdin.write(`${JSON.stringify({ event, request, remaining })}\n`);
      }),
    stop: () => void child.kill('SIGKILL'),
  };
};
