import type { Foreseen } from '../aws/session.ts';
import type { CallLog } from '../model/report.ts';
import type { Target } from '../model/target.ts';
import { requireAccount } from './account.ts';
import { callsOf } from './call-plan.ts';
import type { ConnectOptions } from './connect.ts';
import { connect } from './connect.ts';
import type { Gathered, GatherOptions } from './gather.ts';
import { factsFor, gather } from './gather.ts';
import { stop } from './stop.ts';

/** How an account is observed. */
export interface ObserveOptions extends ConnectOptions, Omit<GatherOptions, 'tool'> {
  /** Called when everything is opened and the first answer is awaited: the time to load what the run ends with. */
  readonly meanwhile?: () => void;
}

/** Everything that a run over a live account brings home. */
export interface Observed {
  readonly gathered: Gathered;
  readonly calls: CallLog;
  /** ARN of who the credentials belong to. */
  readonly caller: string;
  /** What is wrong with the credentials since some of it was read: the rest is unknown. */
  readonly lost?: string;
}

/** Whether anything but the caller's identity was answered. */
const isAnythingRead = ({ calls }: CallLog): boolean => calls.some(({ service, outcome }) => service !== 'sts' && (outcome === 'ok' || outcome === 'absent'));

/** Of many targets the first ones show which services and Regions are asked. */
const MOST_FORESEEN = 50;

/** The calls that are certain, beside the one to STS, which is under way by then. */
const foreseenFor = (targets: readonly Target[]): readonly Foreseen[] =>
  factsFor(targets.slice(0, MOST_FORESEEN))
    .flatMap(callsOf)
    .flatMap(({ service, region }) => (region === undefined || service === 'sts' ? [] : { service, region }));

/** Reads the account for these targets, until done or interrupted. Throws a Stop when the credentials do not work or belong elsewhere. */
export const observe = async (targets: readonly Target[], options: ObserveOptions): Promise<Observed> => {
  const connection = connect(options);
  const { session, reader } = connection;
  try {
    const account = requireAccount(connection, targets);
    void session.prepare(foreseenFor(targets)).then(options.meanwhile);
    const { arn } = await account;
    const gathered = await gather(targets, reader, { ...options, tool: options.version });
    const calls = session.calls();
    const lost = session.credentialsProblem();
    if (lost !== undefined && !isAnythingRead(calls)) throw stop(lost);
    return { gathered, calls, caller: arn, ...(lost !== undefined && { lost }) };
  } finally {
    await session.close();
  }
};
