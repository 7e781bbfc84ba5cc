import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Finding } from '../../src/model/report.ts';
import { readyLoadTestAccount } from '../support/load-test-account.ts';
import type { RecommenderAccount } from '../support/recommender-account.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { checkTargets } from './check-account.ts';
import { restsOn } from './rests-on.ts';

jest.setTimeout(60_000);

let stage: Stage;
let account: RecommenderAccount;
let ready: readonly Finding[];
let actions: readonly string[];

const check = async () => {
  const { targets, calls } = await checkTargets(account, [account.target]);
  const [report] = [...targets];
  return { findings: report?.findings ?? [], calls };
};

beforeAll(async () => {
  stage = await startStage();
  account = await readyLoadTestAccount(stage);
  const { findings, calls } = await check();
  ready = findings;
  actions = [...new Set(calls.calls.flatMap((call) => call.actions))].filter((action) => action !== 'sts:GetCallerIdentity').sort();
}, 120_000);
afterEach(() => stage?.proxy.calm());
afterAll(() => stage?.stop());

const namedBy = ({ verdict }: Finding): readonly string[] =>
  verdict.outcome === 'cannot-tell' ? [...new Set(verdict.because.flatMap(({ actions: named = [] }) => named))].sort() : [];

describe('each action refused in turn', () => {
  test('no verdict turns into a failure, nothing that rests on the action passes, and what cannot be told names it', async () => {
    expect(actions.length).toBeGreaterThan(25);
    for (const action of actions) {
      stage.proxy.refuse([action]);
      const { findings } = await check();
      stage.proxy.calm();
      const wrong = findings.filter((finding, place) => {
        const before = ready[place]?.verdict.outcome;
        const rests = before !== 'not-applicable' && restsOn(finding.rule, account.target, 'needed').has(action);
        if (finding.verdict.outcome === 'cannot-tell') return namedBy(finding).join() !== action;
        return finding.verdict.outcome !== before || rests;
      });
      expect({ action, wrong: wrong.map(({ rule, verdict }) => [rule, verdict.outcome]) }).toEqual({ action, wrong: [] });
    }
  });
});
