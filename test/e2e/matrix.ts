import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../src/model/verdict.ts';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import type { Checkable } from './check-account.ts';
import { checkAccount } from './check-account.ts';

type Outcomes = Readonly<Record<string, Outcome>>;

/** Changes one thing in a ready account, or in the plan (what it returns). */
export type MutateIn<A extends Checkable> = (account: A, stage: Stage) => Promise<Partial<A['target']> | undefined>;
export type Mutate = MutateIn<ReadyAccount>;

/** One thing broken, with the outcomes that differ from the ready account's: these, and no others. */
export interface MutationIn<A extends Checkable> {
  readonly mutate: MutateIn<A>;
  readonly changes: Outcomes;
}
export type Mutation = MutationIn<ReadyAccount>;

/** What is broken, and what is only different. */
export interface Matrix<A extends Checkable> {
  readonly failing: Readonly<Record<string, MutationIn<A>>>;
  readonly harmless: Readonly<Record<string, MutateIn<A>>>;
}

/** These rules do not apply, because one that they depend on failed. */
export const none = (...rules: readonly string[]): Outcomes => Object.fromEntries(rules.map((rule) => [rule, 'not-applicable']));

const differences = (before: Outcomes, after: Outcomes): Outcomes =>
  Object.fromEntries(Object.entries(after).filter(([rule, outcome]) => before[rule] !== outcome));

/** Runs a matrix on a stage of its own: each thing broken changes exactly what it should, and each thing that is only different raises no alarm. */
export const describeMatrixOf = <A extends Checkable>(build: (stage: Stage) => Promise<A>, { failing, harmless }: Matrix<A>): void => {
  let stage: Stage;
  let account: A;
  let makeReady: () => Promise<void>;
  let ready: Outcomes;

  beforeAll(async () => {
    stage = await startStage();
    account = await build(stage);
    makeReady = stage.remember();
    ready = (await checkAccount(account)).outcomes;
  }, 120_000);
  afterAll(() => stage?.stop());

  const after = async (mutate: MutateIn<A>) => {
    await makeReady();
    const change = await mutate(account, stage);
    return checkAccount(account, change ?? {});
  };

  describe('the ready account', () => {
    test('is ready', async () => {
      await makeReady();
      const { report, outcome } = await checkAccount(account);
      const failed = report.findings.filter(({ verdict }) => verdict.outcome !== 'pass' && verdict.outcome !== 'not-applicable');
      expect({ outcome, failed }).toEqual({ outcome: 'ready', failed: [] });
    });
  });
  describe('one thing broken', () => {
    test.each(Object.entries(failing))('%s', async (_, { mutate, changes }) => {
      expect(differences(ready, (await after(mutate)).outcomes)).toEqual(changes);
    });
  });
  describe('one thing different, but sound', () => {
    test.each(Object.entries(harmless))('%s', async (_, mutate) => {
      const { outcomes, outcome } = await after(mutate);
      const alarms = Object.entries(differences(ready, outcomes)).filter(([, changed]) => changed !== 'pass' && changed !== 'not-applicable');
      expect({ outcome, alarms }).toEqual({ outcome: 'ready', alarms: [] });
    });
  });
};

/** The same for a serverless endpoint. */
export const describeMatrix = (failing: Matrix<ReadyAccount>['failing'], harmless: Matrix<ReadyAccount>['harmless']): void =>
  describeMatrixOf(readyServerlessAccount, { failing, harmless });
