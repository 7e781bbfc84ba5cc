import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { isReading } from '../support/aws-request.ts';
import { readyLoadTestAccount } from '../support/load-test-account.ts';
import type { RecommenderAccount } from '../support/recommender-account.ts';
import { readyRecommenderAccount } from '../support/recommender-account.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { checkTargets } from './check-account.ts';

jest.setTimeout(60_000);

const MOST_CALLS = 45;
const LONGEST_CHAIN = 4;
/** Milliseconds that each call takes. A chain of n calls takes n times as long at least, so what a check takes bounds its longest chain. */
const LATENCY = 800;
const TRIES = 3;

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
}, 120_000);
afterAll(() => stage?.stop());

/** Checks the account's job, and returns what arrived at the proxy. */
const arrivedFor = async (account: RecommenderAccount) => {
  stage.proxy.forget();
  const { calls } = await checkTargets(account, [account.target]);
  const arrived = stage.proxy.calls(account.account);
  expect(arrived).toHaveLength(calls.total);
  return arrived;
};

const chainOf = async (account: RecommenderAccount): Promise<number> => {
  stage.proxy.interfere({ on: ['*'], fault: { slowBy: LATENCY }, account: account.account });
  const began = performance.now();
  await checkTargets(account, [account.target]);
  const took = performance.now() - began;
  stage.proxy.calm(account.account);
  return Math.floor(took / LATENCY);
};

describe('a load test in three subnets, with keys for everything', () => {
  let account: RecommenderAccount;
  beforeAll(async () => {
    account = await readyLoadTestAccount(stage);
  });

  test('takes few calls, nothing twice, and writes nothing', async () => {
    const arrived = await arrivedFor(account);
    expect(arrived.length).toBeLessThanOrEqual(MOST_CALLS);
    expect(arrived.filter((request) => !isReading(request))).toEqual([]);
    const asked = arrived.map(({ operation, region, input }) => JSON.stringify([operation, region, input]));
    expect(asked.filter((one, place) => asked.indexOf(one) !== place)).toEqual([]);
  });

  test('waits for four answers in a row at most', async () => {
    let chain = Number.POSITIVE_INFINITY;
    // A busy machine makes a check slower, never faster: the fastest is nearest to the truth.
    for (let tried = 0; tried < TRIES && chain > LONGEST_CHAIN; tried += 1) chain = Math.min(chain, await chainOf(account));
    expect(chain).toBeLessThanOrEqual(LONGEST_CHAIN);
    expect(chain).toBeGreaterThan(1);
  });
});

test('sixteen subnets take no more calls than three', async () => {
  const [few, many] = [await readyRecommenderAccount(stage), await readyRecommenderAccount(stage, { vpc: { subnets: 16 } })];
  expect(many.target.vpcConfig.subnets).toHaveLength(16);
  expect(await arrivedFor(many)).toHaveLength((await arrivedFor(few)).length);
});
