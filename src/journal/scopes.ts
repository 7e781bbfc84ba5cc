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

/** The requests of a line are told with the first of its answers that is recalled. */
interface Remembered {
  readonly line: AnswerLine;
  told: boolean;
}

/** A session of a role has a name of its own, which changes from run to run. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
const withoutSession = (arn: string): string => arn.replace(/^(arn:[^:]+:sts::\d+:assumed-role\/[^/]+)\/.*$/, '$1');

const isSame = (one: Rememberer, other: Rememberer): boolean => one.account === other.account && withoutSession(one.arn) === withoutSession(other.arn);

const recallIn = (lines: readonly AnswerLine[]): CallMemory['recall'] => {
  const byKey = new Map<string, readonly [Remembered, KeptAnswer]>();
  for (const line of lines) {
    const remembered = { line, told: false };
    for (const [key, answer] of line.answers) byKey.set(key, [remembered, answer]);
  }
  return (key): KeptCall | undefined => {
    const found = byKey.get(key);
    if (found === undefined) return undefined;
    const [remembered, answer] = found;
    const records = remembered.told ? [] : remembered.line.records;
    remembered.told = true;
    return { answer, records };
  };
};

const memoryOf = (scope: string, { path, callers, answers, write }: Kept): CallMemory => {
  const recall = recallIn(answers.filter((line) => line.scope === scope));
  let owner: Rememberer | undefined = callers.find((line) => line.scope === scope);
  let isMet = false;
  return {
    meet: (caller) => {
      if (owner !== undefined && !isSame(owner, caller))
        return `${path} holds what ${owner.arn} was answered, and the credentials are those of ${caller.arn} — use the same credentials, or begin it anew with --journal ${path}`;
      if (owner === undefined) write(lineOf({ scope, account: caller.account, arn: caller.arn }));
      owner ??= caller;
      isMet = true;
      return undefined;
    },
    recall: (key) => (isMet ? recall(key) : undefined),
    keep: (kept, records) => {
      if (isMet && kept.size > 0) write(lineOf({ scope, time: new Date().toISOString(), answers: [...kept], records }));
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
