import { PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CheckOptions } from '../../src/index.ts';
import type { Report, TargetReport } from '../../src/model/report.ts';
import type { Outcome } from '../../src/model/verdict.ts';
import { factsFor } from '../../src/run/gather.ts';
import { simulationCalls } from '../../src/run/simulation-plan.ts';
import type { ReadyAccount } from '../support/account.ts';
import { executionStatements, readyServerlessAccount } from '../support/account.ts';
import { builtLibrary } from '../support/library.ts';
import { document } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import type { SimulatedAsk, SimulatedSay } from '../support/stub-simulator.ts';

const SIMULATE = 'iam:SimulatePrincipalPolicy';
const READ = 'identity/role-may-read-artifact';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
}, 120_000);
afterAll(() => stage?.stop());

interface Checked {
  readonly report: Report;
  readonly target: TargetReport;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly simulations: number;
}

const checked = async ({ target, deployerKeys, url, account }: ReadyAccount, options: Partial<CheckOptions> = {}): Promise<Checked> => {
  const { check } = await builtLibrary();
  stage.proxy.forget();
  const report = await check([target], { credentials: async () => deployerKeys, endpointUrl: url, ...options });
  const [first] = [...report.targets];
  if (first === undefined) throw new Error('no report');
  const simulations = stage.proxy.calls(account).filter(({ operation }) => operation === 'SimulatePrincipalPolicy').length;
  return { report, target: first, outcomes: Object.fromEntries(first.findings.map(({ rule, verdict }) => [rule, verdict.outcome])), simulations };
};

const verdictOf = ({ target }: Checked, rule: string) => target.findings.find((finding) => finding.rule === rule)?.verdict;
const allowing = (): SimulatedSay => ({ decision: 'allowed', allowedByOrganizations: true });
const exceptOn = (action: string, say: SimulatedSay) => (ask: SimulatedAsk) => (ask.action === action ? say : allowing());
const account = () => readyServerlessAccount(stage);

describe('a second opinion', () => {
  test('that agrees changes nothing, and takes one call per principal and context', async () => {
    const ready = await account();
    const asks: SimulatedAsk[] = [];
    const before = await checked(ready, { iamEngine: 'local' });
    stage.proxy.simulate(ready.account, (ask) => {
      asks.push(ask);
      return allowing();
    });
    const after = await checked(ready);
    expect(before.simulations).toBe(0);
    expect(after.outcomes).toEqual(before.outcomes);
    expect(after.report.run.notes).toEqual([]);
    const contexts = new Set(asks.map(({ principalArn, context }) => JSON.stringify([principalArn, context])));
    expect(after.simulations).toBe(contexts.size);
    expect(after.simulations).toBe(simulationCalls(factsFor([ready.target]))[0]?.atMost);
    expect(after.report.calls.total - before.report.calls.total).toBe(after.simulations);
  });

  test('finds what only the organisation denies', async () => {
    const ready = await account();
    stage.proxy.simulate(ready.account, exceptOn('s3:GetObject', { decision: 'implicitDeny', allowedByOrganizations: false }));
    const found = await checked(ready);
    expect(verdictOf(found, READ)).toMatchObject({
      outcome: 'fail',
      evidence: [{ observed: expect.stringContaining('AllowedByOrganizations is false'), trace: { decision: 'ExplicitlyDenied' } }],
    });
    expect(found.target.outcome).toBe('not-ready');
  });

  test('finds an explicit denial, and names what AWS matched', async () => {
    const ready = await account();
    const matched = [{ policy: 'role_ChurnExecution_Guard', line: 3, column: 5 }];
    stage.proxy.simulate(ready.account, exceptOn('s3:GetObject', { decision: 'explicitDeny', matched, allowedByOrganizations: true }));
    expect(verdictOf(await checked(ready), READ)).toMatchObject({
      outcome: 'fail',
      evidence: [{ observed: expect.stringContaining('role_ChurnExecution_Guard (IAM Policy, line 3, column 5)') }],
      notes: [expect.stringContaining('sageready reads the same policies as allowed')],
    });
  });

  test('that denies implicitly does not outweigh a bucket policy that grants', async () => {
    const ready = await account();
    const { admin, executionRole, bucket, region, keyArn } = ready;
    const without = document(...executionStatements(region, bucket, keyArn).slice(1));
    await admin.iam.send(new PutRolePolicyCommand({ RoleName: executionRole.name, PolicyName: 'Execution', PolicyDocument: without }));
    const Policy = document({ Effect: 'Allow', Principal: { AWS: executionRole.arn }, Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*` });
    await admin.s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy }));
    stage.proxy.simulate(ready.account, exceptOn('s3:GetObject', { decision: 'implicitDeny' }));
    const verdict = verdictOf(await checked(ready), READ);
    expect(verdict).toMatchObject({ outcome: 'pass' });
    expect(verdict).not.toHaveProperty('notes');
  });

  test('that disagrees is noted with both reasons, and the local answer stands', async () => {
    const ready = await account();
    stage.proxy.simulate(ready.account, exceptOn('s3:GetObject', { decision: 'implicitDeny' }));
    expect(verdictOf(await checked(ready), READ)).toMatchObject({
      outcome: 'pass',
      notes: [expect.stringMatching(/s3:GetObject .* as allowed \(by Execution, line 1\).*says implicitDeny: it names no statement/)],
    });
  });

  test('that allows never turns a local denial over', async () => {
    const ready = await account();
    const { admin, executionRole } = ready;
    const nothing = document({ Effect: 'Allow', Action: 'logs:*', Resource: '*' });
    await admin.iam.send(new PutRolePolicyCommand({ RoleName: executionRole.name, PolicyName: 'Execution', PolicyDocument: nothing }));
    stage.proxy.simulate(ready.account, allowing);
    expect(verdictOf(await checked(ready), READ)).toMatchObject({ outcome: 'fail', notes: [expect.stringContaining('says allowed'), expect.anything()] });
  });
});

describe('without a second opinion', () => {
  const simulatorNotes = ({ report }: Checked) => report.run.notes.filter((note) => note.includes('second opinion'));

  test.each([
    ['refused', 'access-denied', 2],
    ['throttled', 'throttled', 6],
  ] as const)('%s: the local answers stand, the header says so once, and nobody waits', async (_, fault, most) => {
    const ready = await account();
    const before = await checked(ready, { iamEngine: 'local' });
    stage.proxy.interfere({ on: [SIMULATE], fault, account: ready.account });
    const began = Date.now();
    const after = await checked(ready);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(after.outcomes).toEqual(before.outcomes);
    expect(simulatorNotes(after)).toEqual([expect.stringContaining(SIMULATE)]);
    expect(after.simulations).toBeLessThanOrEqual(most);
  });

  test('not implemented: likewise', async () => {
    const ready = await account();
    const before = await checked(ready, { iamEngine: 'local' });
    const after = await checked(ready);
    expect(after.outcomes).toEqual(before.outcomes);
    expect(simulatorNotes(after)).toHaveLength(1);
  });

  test('where only AWS may judge, nothing can be told', async () => {
    const ready = await account();
    stage.proxy.refuse([SIMULATE], { account: ready.account });
    const found = await checked(ready, { iamEngine: 'aws' });
    expect(verdictOf(found, READ)).toMatchObject({ outcome: 'cannot-tell', because: [{ reason: 'access-denied', actions: [SIMULATE] }] });
    expect(simulatorNotes(found)).toEqual([expect.stringContaining('could not be judged')]);
  });
});

describe('AWS alone', () => {
  test('judges identity policies, and sageready the rest', async () => {
    const ready = await account();
    stage.proxy.simulate(ready.account, exceptOn('s3:GetObject', { decision: 'implicitDeny' }));
    const found = await checked(ready, { iamEngine: 'aws' });
    expect(verdictOf(found, READ)).toMatchObject({ outcome: 'fail', evidence: [{ observed: expect.stringContaining('s3:GetObject') }] });
    expect(verdictOf(found, 'identity/deployer-may-pass-role')).toMatchObject({ outcome: 'pass' });
  });
});
