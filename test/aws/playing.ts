import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from '@jest/globals';
import { openClients } from '../../src/aws/clients.ts';
import type { Session, SessionOptions } from '../../src/aws/session.ts';
import { openSession } from '../../src/aws/session.ts';

/** What the server does with a request. */
export type Play = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A request that came, with the Region that it is signed for. */
export interface Came {
  readonly url: string;
  readonly region: string | undefined;
  readonly body: string;
}

/** The real SDK against a server of ours that plays one answer at a time: how AWS's answers come through, from bytes to readings. */
export interface Playing {
  /** Asks over a new session while the server plays this. */
  readonly asking: <T>(plays: Play, ask: (session: Session) => Promise<T>, options?: Omit<SessionOptions, 'clients'>) => Promise<T>;
  /** The requests of the last `asking`. */
  readonly requests: readonly Came[];
  readonly endpoint: () => string;
}

/** Plays one answer to everything. */
export const answer =
  (status: number, body = '', headers: Readonly<Record<string, string>> = {}): Play =>
  (request, response) => {
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  };

/** An error as the JSON services say it. */
export const jsonError = (type: string, message = 'said so'): string => JSON.stringify({ __type: type, message });

/** An error as S3 says it. */
export const s3Error = (code: string): string => `<Error><Code>${code}</Code><Message>said so</Message></Error>`;

/** Serves while the tests of a file run. */
export const playing = (): Playing => {
  const requests: Came[] = [];
  let play: Play;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const region = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? '')?.[1];
      requests.push({ url: request.url ?? '', region, body });
      play(request, response, body);
    });
  });
  const endpoint = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => void server.close());
  return {
    requests,
    endpoint,
    asking: async (plays, ask, options = {}) => {
      play = plays;
      requests.length = 0;
      const credentials = async () => ({ accessKeyId: 'a', secretAccessKey: 'b' });
      const session = openSession({ clients: openClients({ version: '0', endpoint: endpoint(), credentials }), timeout: 5_000, patience: 300, ...options });
      const reading = await ask(session);
      await session.close();
      return reading;
    },
  };
};
