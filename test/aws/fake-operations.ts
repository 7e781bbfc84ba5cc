import type { Clients } from '../../src/aws/clients.ts';
import type { Operation, Route } from '../../src/aws/operation.ts';
import type { Session, SessionOptions } from '../../src/aws/session.ts';
import { openSession } from '../../src/aws/session.ts';

export const REGION = 'eu-west-1';
const noClients: Clients = { firstSent: Promise.resolve(), open: () => Promise.reject(new Error('no client is open')), close: async () => {} };
/** A session without clients: its operations answer themselves. */
export const sessionWith = (options: Partial<SessionOptions> = {}): Session => openSession({ clients: noClients, ...options });
export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

export interface Input {
  readonly id: string;
  readonly other?: string;
}

/** An operation that answers as it is told. */
export const operation = <O>(send: (input: Input, route: Route) => Promise<O>, changes: Partial<Operation<Input, O>> = {}): Operation<Input, O> => ({
  name: 'kms:DescribeKey',
  service: 'kms',
  actions: ['kms:DescribeKey'],
  absentWhen: [{ name: 'NotFoundException' }],
  subject: ({ id }) => id,
  send,
  ...changes,
});

/** An error as the SDK throws it for AWS's own. */
export const awsError = (name: string, status: number, headers: Readonly<Record<string, string>> = {}): Error =>
  Object.assign(new Error(`${name} it is`), { name, $fault: 'client', $metadata: { httpStatusCode: status }, $response: { headers } });
