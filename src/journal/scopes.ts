import type { CallMemory, KeptAnswer, KeptCall, Memories, Rememberer } from '../aws/memory.ts';
import type { AnswerLine, CallerLine } from './lines.ts';
import { lineOf } from './lines.ts';

/** What an earlier run wrote, as far as it is still good, and where this run goes on writing. */
export interface Kept {
  readonly path: string;
  readonly callers: readonly CallerLine[];
  readonly answers: readonly AnswerLine[];
  readonly write: (line: string) => void;
}

/** The requests of a line; told with the first of its answers that is recalled, and then no more. */
interface Remembered {
  records: AnswerLine['records'];
}

/** A session of a role has a name of its own, which changes from run to run. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
const withoutSession = (arn: string): string => arn.replace(/^(arn:[^:]+:sts::\d+:assumed-role\/[^/]+)\/.*$/, '$1');

const isSame = (one: Rememberer, other: Rememberer): boolean => one.account === other.account && withoutSession(one.arn) === withoutSession(other.arn);

type ByKey = Map<string, readonly [Remembered, KeptAnswer]>;

const remember = (byKey: ByKey, answers: Iterable<readonly [string, KeptAnswer]>, remembered: Remembered): void => {
  for (const [key, answer] of answers) byKey.set(key, [remembered, answer]);
};

const recallFrom = (byKey: ByKey, key: string): KeptCall | undefined => {
  const [remembered, answer] = byKey.get(key) ?? [];
  if (remembered === undefined || answer === undefined) return undefined;
  const { records } = remembered;
  remembered.records = [];
  return { answer, records };
};

const otherCaller = (path: string, owner: Rememberer, { arn }: Rememberer): string =>
  `${path} holds what ${owner.arn} was answered, and the credentials are those of ${arn} — use the same credentials, or begin it anew with --journal ${path}`;

const memoryOf = (scope: string, { path, callers, answers, write }: Kept): CallMemory => {
  const byKey: ByKey = new Map();
  for (const line of answers.filter((one) => one.scope === scope)) remember(byKey, line.answers, { records: line.records });
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
    recall: (key) => (isMet ? recallFrom(byKey, key) : undefined),
    keep: (kept, records) => {
      if (!isMet || kept.size === 0) return;
      write(lineOf({ scope, time: new Date().toISOString(), answers: [...kept], records }));
      // Another connection of this run may ask the same; its requests are counted where they were made.
      remember(byKey, kept, { records: [] });
    },
  };
};

/** The memories of a journal, one for each scope. */
export const memoriesOf = (kept: Kept): Memories => {
  const opened = new Map<string, CallMemory>();
  return (scope) => {
    const memory = opened.get(scope) ?? memoryOf(scope, kept);
    opened.set(scope, memory);
    return memory;
  };
};
