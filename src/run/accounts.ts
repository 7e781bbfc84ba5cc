import { openCredentials } from '../aws/credentials.ts';
import type { Renewable } from '../aws/renewable.ts';
import { renewable } from '../aws/renewable.ts';
import type { CallLog, TargetReport } from '../model/report.ts';
import type { Target } from '../model/target.ts';
import { isNonEmpty } from '../model/words.ts';
import type { AccountGroup } from './account-group.ts';
import { accountGroups, divisionNotes } from './account-group.ts';
import { joinedCalls } from './calls.ts';
import type { Connection } from './connect.ts';
import { callerIn, connect } from './connect.ts';
import type { OnProgress } from './gather.ts';
import { missingReport } from './missing.ts';
import type { Observed, ObserveOptions } from './observe.ts';
import { observe } from './observe.ts';
import type { AssumingGroup } from './reading-role.ts';
import { readingRole } from './reading-role.ts';
import type { Part, Parts, Unread } from './report.ts';
import { isStop, stop } from './stop.ts';

/** Everything that a run brings home from one account or several. */
export interface ObservedAccounts {
  readonly known: Parts;
  readonly calls: CallLog;
  /** ARN of who runs sageready; undefined: not known. */
  readonly caller?: string;
  /** What a reader should know, one sentence each. */
  readonly notes: readonly string[];
  /** False: credentials ended before all was read. */
  readonly complete: boolean;
}

/** An account with what came of it. */
interface Read {
  readonly group: AccountGroup;
  readonly observed: Observed;
  readonly notes: readonly string[];
}
interface Refused {
  readonly group: AccountGroup;
  /** Why it could not be read, with the remedy. */
  readonly problem: string;
}
type Outcome = Read | Refused;

const isRead = (outcome: Outcome): outcome is Read => 'observed' in outcome;
const isAssuming = (group: AccountGroup): group is AssumingGroup => group.assumeRole !== undefined;

/** Accounts that are read at the same time: AWS counts each one's calls apart. */
const AT_ONCE = 8;

const eachOf = async <T, R>(items: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<readonly R[]> => {
  const results: R[] = [];
  const left = [...items.entries()].values();
  const worker = async (): Promise<void> => {
    for (const [index, item] of left) results[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  return results;
};

/** Progress of several accounts as that of one run. */
const summing = (onProgress: OnProgress = () => {}): ((index: number) => OnProgress) => {
  const counts: (readonly [read: number, asked: number])[] = [];
  return (index) => (read, asked) => {
    counts[index] = [read, asked];
    onProgress(
      counts.reduce((sum, [done]) => sum + done, 0),
      counts.reduce((sum, [, all]) => sum + all, 0),
    );
  };
};

const lostNote = ({ account }: AccountGroup, { lost }: Observed): readonly string[] =>
  lost === undefined ? [] : [`account ${account} was not read to its end: ${lost}`];

const observeAs = async (group: AccountGroup, own: Connection | undefined, options: ObserveOptions): Promise<Read> => {
  const role = own !== undefined && isAssuming(group) ? readingRole(own.session, group, options.iamEngine) : undefined;
  const assumed = role === undefined ? {} : { credentials: role.credentials, onWhole: role.onWhole, scope: group.assumeRole ?? '' };
  const observed = await observe(group.targets, { ...options, ...assumed });
  return { group, observed, notes: [...(role?.notes() ?? []), ...lostNote(group, observed)] };
};

const unreadReports = ({ group, problem }: Refused): readonly Unread[] =>
  group.targets.map((target, index) => ({ place: group.places[index] ?? index, report: missingReport(target, problem) }));

/** One account that cannot be read does not stop the others: its targets are undetermined. */
const attempt = async (group: AccountGroup, observing: () => Promise<Read>, onUnread: (report: TargetReport) => void | Promise<void>): Promise<Outcome> => {
  try {
    return await observing();
  } catch (error) {
    if (!isStop(error)) throw error;
    const refused = { group, problem: error.message };
    for (const { report } of unreadReports(refused)) await onUnread(report);
    return refused;
  }
};

const problemsIn = (outcomes: readonly Outcome[]): readonly string[] => [...new Set(outcomes.flatMap((outcome) => (isRead(outcome) ? [] : [outcome.problem])))];

const callsOf = ({ group: { account }, observed }: Read, alone: boolean): CallLog =>
  alone ? observed.calls : { ...observed.calls, calls: observed.calls.calls.map((record) => ({ ...record, account })) };

const callerOf = async (read: readonly Read[], own: Connection | undefined): Promise<string | undefined> => {
  const direct = read.find(({ group }) => !isAssuming(group))?.observed.caller;
  if (direct !== undefined || own === undefined) return direct;
  const caller = await callerIn(own, read[0]?.group.targets[0]?.region ?? '');
  return 'arn' in caller ? caller.arn : undefined;
};

/** A line of the run's own credentials, which takes on roles and is remembered nowhere. */
const ownLine = ({ memories: _, scope: __, ...options }: ObserveOptions): Connection => connect(options);

const observeGroups = async (groups: readonly AccountGroup[], own: Connection | undefined, options: ObserveOptions): Promise<ObservedAccounts> => {
  const progressOf = summing(options.onProgress);
  const outcomes = await eachOf(groups, (group, index) =>
    attempt(
      group,
      () => observeAs(group, own, { ...options, onProgress: progressOf(index) }),
      (report) => options.live?.onTarget(report),
    ),
  );
  const read = outcomes.filter(isRead);
  const parts = read.map(({ group: { places }, observed: { gathered } }): Part => ({ gathered, places }));
  if (!isNonEmpty(parts)) throw stop(problemsIn(outcomes).join('; '));
  const caller = await callerOf(read, own);
  const alone = groups.length === 1;
  return {
    known: { parts, unread: outcomes.flatMap((outcome) => (isRead(outcome) ? [] : unreadReports(outcome))) },
    calls: joinedCalls([...(own === undefined ? [] : [own.session.calls()]), ...read.map((one) => callsOf(one, alone))]),
    ...(caller !== undefined && { caller }),
    notes: [...divisionNotes(groups), ...read.flatMap(({ notes }) => notes)],
    complete: read.every(({ observed }) => observed.lost === undefined),
  };
};

const ownCredentials = ({ credentials, profile }: ObserveOptions): Renewable => {
  if (typeof credentials === 'object') return credentials;
  return renewable(credentials ?? openCredentials(profile === undefined ? {} : { profile }));
};

/** Reads the accounts of these targets, each with its own credentials; facts of one never answer for another. Throws a Stop when none could be read. */
export const observeAccounts = async (targets: readonly Target[], options: ObserveOptions): Promise<ObservedAccounts> => {
  const groups = accountGroups(targets);
  const shared = { ...options, credentials: ownCredentials(options) };
  const own = groups.some(isAssuming) ? ownLine(shared) : undefined;
  try {
    return await observeGroups(groups, own, shared);
  } finally {
    await own?.session.close();
  }
};
