import { activeEndpointOverrides } from '../aws/endpoints.ts';
import type { CallLog } from '../model/report.ts';
import type { Target } from '../model/target.ts';
import { connect } from '../run/connect.ts';
import type { Connection } from '../run/connect.ts';
import { gather } from '../run/gather.ts';
import type { Gathered } from '../run/gather.ts';
import type { RunFacts } from '../run/report.ts';
import { requireAccount } from './account.ts';
import type { Words } from './commands.ts';
import { listenForInterrupt } from './interrupt.ts';
import { progressOn } from './progress.ts';
import { VERSION } from './quick-answer.ts';
import { stop } from './stop.ts';
import { connectOptionsOf, timeOf } from './words.ts';

/** Everything that a run over a live account brings home. */
export interface Observed {
  readonly gathered: Gathered;
  readonly calls: CallLog;
  readonly run: RunFacts;
  readonly interrupted: boolean;
}

const observeOver = async (connection: Connection, targets: readonly Target[], words: Words): Promise<{ readonly gathered: Gathered; readonly caller: string }> => {
  const { arn } = await requireAccount(connection, targets);
  const { onProgress, clear } = progressOn(words['quiet'] === true);
  const gathered = await gather(targets, connection.reader, { time: timeOf(words), tool: VERSION, onProgress });
  clear();
  const problem = connection.session.credentialsProblem();
  if (problem !== undefined) throw stop(problem);
  return { gathered, caller: arn };
};

/** Reads the account for these targets, until done or interrupted. */
export const observe = async (targets: readonly Target[], words: Words): Promise<Observed> => {
  const interrupt = listenForInterrupt();
  const connection = connect(connectOptionsOf(words, interrupt.signal));
  try {
    const { gathered, caller } = await observeOver(connection, targets, words);
    const interrupted = interrupt.signal.aborted;
    const endpoints = activeEndpointOverrides(process.env, words['endpoint-url'] as string | undefined);
    const run = { tool: { name: 'sageready', version: VERSION } as const, time: timeIn(gathered), caller, complete: !interrupted, endpoints, notes: [] };
    return { gathered, calls: connection.session.calls(), run, interrupted };
  } finally {
    interrupt.stopListening();
    await connection.session.close();
  }
};

/** The time that a run's facts carry. */
export const timeIn = ({ facts }: Gathered): string => {
  const fact = facts.get({ kind: 'run.time', params: {} });
  return fact.state === 'present' ? String(fact.value) : '';
};
