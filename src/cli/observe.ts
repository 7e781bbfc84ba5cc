import { activeEndpointOverrides } from '../aws/endpoints.ts';
import type { CallLog } from '../model/report.ts';
import type { Target } from '../model/target.ts';
import { observeAccounts } from '../run/accounts.ts';
import type { Gathered } from '../run/gather.ts';
import type { ObserveOptions } from '../run/observe.ts';
import type { Parts, RunFacts } from '../run/report.ts';
import { stop } from '../run/stop.ts';
import { VERSION } from '../run/version.ts';
import { interruptedCode, listenForInterrupt } from './interrupt.ts';
import { progressOn } from './progress.ts';
import { provisionsOf } from './provisions.ts';
import type { Words } from './words.ts';
import { connectOptionsOf, iamEngineOf, timeOf } from './words.ts';

/** A run over a live account, as the command line reports it. */
export interface LiveRun {
  readonly known: Parts;
  /** What is known of the first account, and so of the only one where a command takes no more. */
  readonly gathered: Gathered;
  readonly calls: CallLog;
  readonly run: RunFacts;
  readonly interrupted: boolean;
}

/** What is done while the account is read. */
export type During = Pick<ObserveOptions, 'meanwhile' | 'live'>;

/** Reads the account for these targets, showing progress and listening for Ctrl-C. */
export const observeLive = async (targets: readonly Target[], words: Words, during: During = {}): Promise<LiveRun> => {
  const time = timeOf(words);
  const interrupt = listenForInterrupt();
  const { onProgress, clear } = progressOn(words['quiet'] === true);
  try {
    const iamEngine = iamEngineOf(words);
    const options = { ...connectOptionsOf(words, interrupt.signal), time, ...(iamEngine !== undefined && { iamEngine }), onProgress, ...during };
    const observed = await observeAccounts(targets, options).catch((error: unknown) => {
      throw interrupt.signal.aborted ? stop('interrupted before anything was read', interruptedCode) : error;
    });
    const interrupted = interrupt.signal.aborted;
    const endpoints = activeEndpointOverrides(process.env, words['endpoint-url'] as string | undefined);
    const cut = provisionsOf(words).cut();
    const { known, calls, caller } = observed;
    const complete = !interrupted && cut === undefined && observed.complete;
    const notes = [...(cut === undefined ? [] : [cut]), ...observed.notes];
    const run = { tool: { name: 'sageready', version: VERSION } as const, time, ...(caller !== undefined && { caller }), complete, endpoints, notes };
    return { known, gathered: known.parts[0].gathered, calls, run, interrupted };
  } finally {
    clear();
    interrupt.stopListening();
  }
};

/** The time that a run's facts carry. */
export const timeIn = ({ facts }: Gathered): string => {
  const fact = facts.get({ kind: 'run.time', params: {} });
  return fact.state === 'present' ? String(fact.value) : '';
};
