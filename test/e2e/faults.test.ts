import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { UnknownReason } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/report.ts';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import type { Fault } from '../support/interference.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { checkTargets } from './check-account.ts';
import { restsOn } from './rests-on.ts';

jest.setTimeout(30_000);

interface Case {
  /** The action whose calls get no answer. */
  readonly action: string;
  readonly fault: Fault;
  readonly reason: UnknownReason;
  /** Seconds per call. */
  readonly timeout?: number;
  /** Seconds that a service may throttle. */
  readonly patience?: number;
}

const FAULTS: readonly Case[] = [
  { action: 'servicequotas:GetServiceQuota', fault: 'throttled', reason: 'throttled', patience: 1 },
  { action: 'kms:GetKeyPolicy', fault: 'throttled', reason: 'throttled', patience: 1 },
  { action: 'iam:ListRolePolicies', fault: 'internal-error', reason: 'failed' },
  { action: 'sagemaker:ListEndpoints', fault: 'service-unavailable', reason: 'failed' },
  { action: 's3:GetBucketPolicy', fault: 'undecodable', reason: 'failed' },
  { action: 'kms:DescribeKey', fault: 'undecodable', reason: 'failed' },
  { action: 's3:GetObject', fault: 'reset', reason: 'failed' },
  { action: 's3:ListBucket', fault: 'silence', reason: 'timeout', timeout: 1.5 },
  { action: 'iam:GetRole', fault: { slowBy: 4_000 }, reason: 'timeout', timeout: 1.5 },
];

let stage: Stage;
let ready: ReadyAccount;
let before: readonly Finding[];

const findings = async (limits: Pick<Case, 'timeout' | 'patience'> = {}): Promise<readonly Finding[]> => {
  const { targets } = await checkTargets(ready, [ready.target], limits);
  return [...targets].flatMap((target) => target.findings);
};

beforeAll(async () => {
  stage = await startStage();
  ready = await readyServerlessAccount(stage);
  before = await findings();
}, 120_000);
afterEach(() => stage?.proxy.calm());
afterAll(() => stage?.stop());

const reasonsIn = ({ verdict }: Finding): readonly string[] =>
  verdict.outcome === 'cannot-tell' ? [...new Set(verdict.because.map(({ reason }) => reason))] : [];

test.each(FAULTS)('$action: $fault is $reason, never a pass and never a failure', async ({ action, fault, reason, ...limits }) => {
  stage.proxy.interfere({ on: [action], fault, account: ready.account });
  const after = await findings(limits);
  const rests = ({ rule, verdict }: Finding): boolean => verdict.outcome !== 'not-applicable' && restsOn(rule, ready.target, 'needed').has(action);
  const concerned = new Set(before.filter(rests).map(({ rule }) => rule));
  expect(concerned.size).toBeGreaterThan(0);
  expect(after.filter(({ rule }) => concerned.has(rule)).map((finding) => [finding.rule, reasonsIn(finding)])).toEqual(
    [...concerned].map((rule) => [rule, [reason]]),
  );
  expect(after.filter(({ rule }) => !concerned.has(rule))).toEqual(before.filter(({ rule }) => !concerned.has(rule)));
});
