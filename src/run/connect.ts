import type { Budget } from '../aws/budget.ts';
import { openClients } from '../aws/clients.ts';
import type { Credentials } from '../aws/credentials.ts';
import { openCredentials } from '../aws/credentials.ts';
import type { CallMemory, Memories, Rememberer } from '../aws/memory.ts';
import type { Renewable } from '../aws/renewable.ts';
import type { Session } from '../aws/session.ts';
import { openSession } from '../aws/session.ts';
import { readerOf } from '../collectors/read.ts';
import type { FactReader } from '../engine/collect.ts';
import type { Unknown } from '../model/fact.ts';
import type { Caller } from '../model/facts/sts.ts';
import { stop } from './stop.ts';

/** How to reach AWS. */
export interface ConnectOptions {
  /** Version of sageready, for the user agent. */
  readonly version: string;
  readonly profile?: string;
  /** Instead of the default chain. */
  readonly credentials?: Credentials | Renewable;
  readonly endpointUrl?: string;
  /** Calls under way per service. */
  readonly concurrency?: number;
  /** Seconds per call. */
  readonly timeout?: number;
  readonly interrupt?: AbortSignal;
  /** Seconds that a service may throttle without one answer in between. Default 300. */
  readonly patience?: number;
  /** The requests that may be sent, by every connection that shares it. */
  readonly budget?: Budget;
  /** What an earlier run knows, by scope. */
  readonly memories?: Memories;
  /** Names the account and caller within `memories`, the same in every run. Default: the run's own credentials. */
  readonly scope?: string;
  /** Who asks, where that is known without asking: a role that was taken on. */
  readonly owner?: Rememberer;
}

/** A line to AWS: nothing is sent before the first fact is read. */
export interface Connection {
  readonly session: Session;
  readonly reader: FactReader;
}

const OWN_CREDENTIALS = '';

const memoryFor = (memories: Memories, scope = OWN_CREDENTIALS, owner: Rememberer | undefined): CallMemory => {
  const memory = memories(scope);
  const problem = owner === undefined ? undefined : memory.meet(owner);
  if (problem !== undefined) throw stop(problem);
  return memory;
};

/** Opens a line to AWS with the credentials of the default chain, or of a profile. */
export const connect = ({ version, profile, credentials, endpointUrl, ...options }: ConnectOptions): Connection => {
  const { concurrency, timeout, interrupt, patience, budget, memories, scope, owner } = options;
  const named = profile === undefined ? {} : { profile };
  const clients = openClients({
    version,
    credentials: credentials ?? openCredentials(named),
    ...named,
    ...(endpointUrl !== undefined && { endpoint: endpointUrl }),
  });
  const session = openSession({
    clients,
    ...(concurrency !== undefined && { concurrency }),
    ...(timeout !== undefined && { timeout: timeout * 1000 }),
    ...(interrupt !== undefined && { interrupt }),
    ...(patience !== undefined && { patience: patience * 1000 }),
    ...(budget !== undefined && { budget }),
    ...(memories !== undefined && { memory: memoryFor(memories, scope, owner) }),
  });
  return { session, reader: readerOf(session) };
};

/** Who the credentials belong to, asked in one Region. */
export const callerIn = async ({ reader }: Connection, region: string): Promise<Caller | Unknown> => {
  const fact = await reader('sts.caller', { region });
  return fact.state === 'present' ? (fact.value as Caller) : (fact as Unknown);
};
