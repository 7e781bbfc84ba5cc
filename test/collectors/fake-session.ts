import type { AnyBatched, AnyOperation } from '../../src/aws/operation.ts';
import type { Session } from '../../src/aws/session.ts';
import type { Reading } from '../../src/model/fact.ts';
import { absent, present, unknown } from '../../src/model/fact.ts';

type Input = Readonly<Record<string, unknown>>;

/** What each operation answers, by name; one that is not listed fails the test. */
export type Answers = Readonly<Record<string, (input: Input, region: string) => Reading<unknown>>>;

/** A session that answers from a table, and remembers what it was asked. */
export interface FakeSession extends Session {
  readonly asked: readonly string[];
}

export const ACCOUNT = '123456789012';
const CALLER = present({ account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/alice`, userId: 'AIDA' });

/** A refusal of one action, as the session words it. */
export const refused = (action: `${string}:${string}`) => unknown('access-denied', `${action} was refused`, { actions: [action] });

/** Answers from a table; the caller is always known. */
export const sessionAnswering = (answers: Answers): FakeSession => {
  const asked: string[] = [];
  const table: Answers = { 'sts:GetCallerIdentity': () => CALLER, ...answers };
  const call = async ({ name }: AnyOperation, region: string, input: Input): Promise<Reading<unknown>> => {
    asked.push(`${name}@${region} ${JSON.stringify(input)}`);
    const reply = table[name];
    if (reply === undefined) throw new Error(`the test answers no ${name}`);
    return reply(input, region);
  };
  return {
    asked,
    call: call as Session['call'],
    // A batched operation is asked for one thing here; the session has its own tests of batching.
    one: (({ name }: AnyBatched, region: string, id: string) => call({ name } as AnyOperation, region, { id })) as Session['one'],
    pooled: async () => absent,
    calls: () => ({ total: asked.length, calls: [] }),
    prepare: async () => {},
    credentialsProblem: () => undefined,
    close: async () => {},
  };
};
