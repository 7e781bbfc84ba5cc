import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AwsRequest } from './aws-request.ts';
import { awsRequest } from './aws-request.ts';

/** A moto server of one test file: the AWS APIs on loopback, its state in memory. See https://docs.getmoto.org/en/latest/docs/server_mode.html */
export interface Moto {
  readonly url: string;
  /** Forgets everything in every account. */
  readonly reset: () => Promise<void>;
  /** Whether identity policies decide over calls from now on; at start they do not. */
  readonly enforcePolicies: (mode: 'enforced' | 'open') => Promise<void>;
  /** Begins to note every request, from nothing. */
  readonly startRecording: () => Promise<void>;
  /** Ends the recording and returns what was asked since its start. */
  readonly stopRecording: () => Promise<readonly AwsRequest[]>;
  readonly stop: () => Promise<void>;
}

/** AWS managed policies: loading them costs half a second and some ten MB per account. */
export interface MotoOptions {
  readonly managedPolicies: 'loaded' | 'none';
}

interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly body_encoded?: boolean;
}

const START_DEADLINE_MS = 30_000;

const python = async (): Promise<string> => (await promisify(execFile)(process.execPath, ['scripts/moto.mjs'])).stdout.trim();

const launch = (command: string, folder: string, { managedPolicies }: MotoOptions): ChildProcess =>
  spawn(command, ['test/support/moto_server.py', '-H', '127.0.0.1', '-p', '0'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      MOTO_RECORDER_FILEPATH: join(folder, 'recording'),
      ...(managedPolicies === 'loaded' && { MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' }),
    },
  });

/** The address that moto says it runs on; fails with its last words when it ends before, or takes too long. */
const addressOf = (server: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`moto did not start within ${START_DEADLINE_MS} ms: ${said}`)), START_DEADLINE_MS);
    const listen = (chunk: Buffer): void => {
      said = `${said}${chunk}`.slice(-10_000);
      const [, address] = /Running on (http:\/\/[\d.:]+)/.exec(said) ?? [];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    };
    // The request log keeps coming after the start, and must be read so that the pipe never fills.
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`moto ended with status ${code}: ${said}`));
    });
  });

const post = async (url: string, body = ''): Promise<void> => {
  const answer = await fetch(url, { method: 'POST', body });
  if (!answer.ok) throw new Error(`moto answered ${answer.status} to POST ${url}`);
};

const lowerCased = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const asRequest = ({ method, url, headers, body = '', body_encoded }: Recorded): AwsRequest => {
  const { pathname, search } = new URL(url);
  const text = body_encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  return awsRequest({ method, path: `${pathname}${search}`, headers: lowerCased(headers), body: text });
};

const readRecording = async (url: string): Promise<readonly AwsRequest[]> => {
  const text = await (await fetch(`${url}/moto-api/recorder/download-recording`)).text();
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [asRequest(JSON.parse(line) as Recorded)]));
};

const stopServer = async (server: ChildProcess, folder: string): Promise<void> => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  if (server.exitCode === null && server.kill('SIGKILL')) await ended;
  await rm(folder, { recursive: true, force: true });
};

/** Starts a server; the first start on a machine makes its Python environment, which takes half a minute. */
export const startMoto = async (options: MotoOptions = { managedPolicies: 'none' }): Promise<Moto> => {
  const folder = await mkdtemp(join(tmpdir(), 'sageready-moto-'));
  const server = launch(await python(), folder, options);
  const url = await addressOf(server);
  return {
    url,
    reset: () => post(`${url}/moto-api/reset`),
    enforcePolicies: (mode) => post(`${url}/moto-api/reset-auth`, mode === 'enforced' ? '0' : 'inf'),
    startRecording: async () => {
      await post(`${url}/moto-api/recorder/reset-recording`);
      await post(`${url}/moto-api/recorder/start-recording`);
    },
    stopRecording: async () => {
      await post(`${url}/moto-api/recorder/stop-recording`);
      return readRecording(url);
    },
    stop: () => stopServer(server, folder),
  };
};
