import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on a free loopback port. */
export interface Loopback {
  readonly url: string;
  /** Cuts open connections and ends. */
  readonly stop: () => Promise<void>;
}

/** Starts a server. A handler that fails cuts its connection. */
export const serveLoopback = async (handle: (message: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<Loopback> => {
  const server = createServer((message, response) => void handle(message, response).catch((error: Error) => response.destroy(error)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
