import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AwsRequest } from './aws-request.ts';
import { awsRequest } from './aws-request.ts';
import { startMotoHost } from './moto-host.mjs';

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
  /** Makes a copy with all that the server holds, in place of the copy before, and returns its address. */
  readonly copy: () => Promise<string>;
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

// Jest starts the host once for all test files; who runs alone starts one for itself.
const portOfHost = async (): Promise<number> => Number(process.env['SAGEREADY_MOTO_PORT'] ?? (await startMotoHost()));

const environmentOf = (folder: string, { managedPolicies }: MotoOptions): Readonly<Record<string, string>> => ({
  MOTO_RECORDER_FILEPATH: join(folder, 'recording'),
  ...(managedPolicies === 'loaded' && { MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' }),
});

/** The address that the host answers with; fails when the connection ends before, or it takes too long. */
const addressFrom = async (server: Socket): Promise<string> => {
  const settled = new AbortController();
  const signal = AbortSignal.any([settled.signal, AbortSignal.timeout(START_DEADLINE_MS)]);
  const [answer] = await Promise.race([once(server, 'data', { signal }), once(server, 'close', { signal })]).finally(() => settled.abort());
  if (!Buffer.isBuffer(answer)) throw new Error('moto ended before it said where it runs');
  return answer.toString().trim();
};

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

const stopServer = async (server: Socket, folder: string): Promise<void> => {
  if (!server.closed) {
    // The server ends with its connection, and closes it by that.
    server.end();
    await once(server.resume(), 'close');
  }
  await rm(folder, { recursive: true, force: true });
};

/** Starts a server: a fork of a process that has loaded moto. */
export const startMoto = async (options: MotoOptions = { managedPolicies: 'none' }): Promise<Moto> => {
  const folder = await mkdtemp(join(tmpdir(), 'sageready-moto-'));
  const server = connect(await portOfHost(), '127.0.0.1');
  server.write(`${JSON.stringify(environmentOf(folder, options))}\n`);
  const url = await addressFrom(server);
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
    copy: () => {
      server.write('copy\n');
      return addressFrom(server);
    },
    stop: () => stopServer(server, folder),
  };
};
