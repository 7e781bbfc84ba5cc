import type { CallMemory, KeptAnswer, KeptCall, Memories, Rememberer } from '../aws/memory.ts';
import type { AnswerLine, CallerLine } from './lines.ts';
import { lineOf } from './lines.ts';

/** What an earlier run wrote, and where this run goes on writing. */
export interface Kept {
  readonly path: string;
  readonly callers: readonly CallerLine[];
  /** As far as they are still good. */
  readonly answers: readonly AnswerLine[];
  /** Too old to be good. */
  readonly stale: readonly AnswerLine[];
  readonly write: (line: string) => void;
}

/** What this run has used of an earlier one: of all that stands in a journal, a run may ask for little. */
export interface Taken {
  /** Answers that were taken over. */
  readonly answers: number;
  /** When the oldest of them was given; ISO 8601. */
  readonly oldest: string | undefined;
  /** Calls that were made again, since their answers were too old. */
  readonly again: number;
}

/** The requests of a line; told with the first of its answers that is recalled, and then no more. */
interface Remembered {
  records: AnswerLine['records'];
  /** When an earlier run was answered; absent: this run was. */
  readonly time?: string;
}

/** What is counted of a scope. */
interface Counting {
  readonly times: Map<string, string>;
  readonly again: Set<string>;
}

/** A session of a role has a name of its own, which changes from run to run. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
const withoutSession = (arn: string): string => arn.replace(/^(arn:[^:]+:sts::\d+:assumed-role\/[^/]+)\/.*$/, '$1');

const isSame = (one: Rememberer, other: Rememberer): boolean => one.account === other.account && withoutSession(one.arn) === withoutSession(other.arn);

type ByKey = Map<string, readonly [Remembered, KeptAnswer]>;

const remember = (byKey: ByKey, answers: Iterable<readonly [string, KeptAnswer]>, remembered: Remembered): void => {
  for (const [key, answer] of answers) byKey.set(key, [remembered, answer]);
};

const recallFrom = (byKey: ByKey, key: string, { times }: Counting): KeptCall | undefined => {
  const [remembered, answer] = byKey.get(key) ?? [];
  if (remembered === undefined || answer === undefined) return undefined;
  const { records, time } = remembered;
  if (time !== undefined) times.set(key, time);
  remembered.records = [];
  return { answer, records };
};

const otherCaller = (path: string, owner: Rememberer, { arn }: Rememberer): string =>
  `${path} holds what ${owner.arn} was answered, and the credentials are those of ${arn} — use the same credentials, or begin it anew with --journal ${path}`;

const keysIn = (lines: readonly AnswerLine[], scope: string): ReadonlySet<string> =>
  new Set(lines.filter((one) => one.scope === scope).flatMap((line) => line.answers.map(([key]) => key)));

const memoryOf = (scope: string, { path, callers, answers, stale, write }: Kept, counting: Counting): CallMemory => {
  const byKey: ByKey = new Map();
  for (const line of answers.filter((one) => one.scope === scope)) remember(byKey, line.answers, { records: line.records, time: line.time });
  const tooOld = keysIn(stale, scope);
  let owner: Rememberer | undefined = callers.find((line) => line.scope === scope);
  let isMet = false;
  return {
    meet: (caller) => {
      if (owner !== undefined && !isSame(owner, caller)) return otherCaller(path, owner, caller);
      if (owner === undefined) write(lineOf({ scope, account: caller.account, arn: caller.arn }));
      owner ??= caller;
      isMet = true;
      return undefined;
    },
    recall: (key) => (isMet ? recallFrom(byKey, key, counting) : undefined),
    keep: (kept, records) => {
      if (!isMet || kept.size === 0) return;
      for (const key of kept.keys()) if (tooOld.has(key)) counting.again.add(key);
      write(lineOf({ scope, time: new Date().toISOString(), answers: [...kept], records }));
      // Another connection of this run may ask the same; its requests are counted where they were made.
      remember(byKey, kept, { records: [] });
    },
  };
};

const takenIn = (scopes: Iterable<Counting>): Taken => {
  const all = [...scopes];
  const times = all.flatMap((one) => [...one.times.values()]);
  return { answers: times.length, oldest: times.toSorted()[0], again: all.reduce((sum, { again }) => sum + again.size, 0) };
};

/** The memories of a journal, one for each scope, and what was taken from them so far. */
export const memoriesOf = (kept: Kept): { readonly memories: Memories; readonly taken: () => Taken } => {
  const opened = new Map<string, CallMemory>();
  const counted = new Map<string, Counting>();
  return {
    memories: (scope) => {
      const counting = counted.get(scope) ?? { times: new Map(), again: new Set() };
      const memory = opened.get(scope) ?? memoryOf(scope, kept, counting);
      counted.set(scope, counting);
      opened.set(scope, memory);
      return memory;
    },
    taken: () => takenIn(counted.values()),
  };
};
