import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Report } from '../../src/model/report.ts';
import type { ReferenceAccounts, SharedAccount } from '../support/shared-account.ts';
import { readySharedAccount, referenceAccounts } from '../support/shared-account.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { checkTargets } from './check-account.ts';

/** What a scenario may cost on its reference account. */
const MOST_CALLS = 50;
/** What all scenarios over one account may cost, of the sum of each alone. */
const MOST_SHARE = 0.6;

jest.setTimeout(60_000);

let stage: Stage;
let references: ReferenceAccounts;
let shared: SharedAccount;
beforeAll(async () => {
  stage = await startStage();
  references = await referenceAccounts(stage);
  shared = await readySharedAccount(stage, references);
}, 120_000);
afterAll(() => stage?.stop());

const outcomesOf = ({ targets }: Report): Readonly<Record<string, string>> =>
  Object.fromEntries([...targets].map(({ target, outcome }) => [target.scenario, outcome]));

/** What is neither sound nor beside the point, for a failing test to show. */
const openIn = ({ targets }: Report): readonly string[] =>
  [...targets].flatMap(({ target, findings }) =>
    findings.filter(({ verdict }) => verdict.outcome !== 'pass' && verdict.outcome !== 'not-applicable').map(({ rule }) => `${target.scenario}: ${rule}`),
  );

describe('each scenario on its reference account', () => {
  test.each(['serverless', 'recommender', 'accelerator', 'jumpStart', 'launch'] as const)('%s is ready for at most 50 calls', async (name) => {
    const { target, ...account } = references[name];
    stage.proxy.forget();
    const report = await checkTargets(account, [target]);
    expect(openIn(report)).toEqual([]);
    expect(report.calls.total).toBe(stage.proxy.calls(account.account).length);
    expect(report.calls.total).toBeGreaterThan(10);
    expect(report.calls.total).toBeLessThanOrEqual(MOST_CALLS);
  });
});

describe('all five over one account that shares role, deployer, bucket, key and VPC', () => {
  test('are ready for at most 60 % of what they cost one by one, and nothing is asked twice', async () => {
    const alone: number[] = [];
    for (const target of Object.values(shared.targets)) alone.push((await checkTargets(shared, [target])).calls.total);
    stage.proxy.forget();
    const together = await checkTargets(shared, Object.values(shared.targets));
    const asked = stage.proxy.calls(shared.account).map(({ operation, region, input }) => JSON.stringify([operation, region, input]));
    expect(openIn(together)).toEqual([]);
    expect(Object.values(outcomesOf(together))).toEqual(['ready', 'ready', 'ready', 'ready', 'ready']);
    expect(new Set(asked).size).toBe(asked.length);
    const sum = alone.reduce((total, calls) => total + calls, 0);
    expect(together.calls.total / sum).toBeLessThanOrEqual(MOST_SHARE);
  });
  test('say of each what they say of it alone', async () => {
    const together = outcomesOf(await checkTargets(shared, Object.values(shared.targets)));
    for (const [scenario, target] of Object.entries(shared.targets))
      expect(outcomesOf(await checkTargets(shared, [target]))[scenario]).toBe(together[scenario]);
  });
});
