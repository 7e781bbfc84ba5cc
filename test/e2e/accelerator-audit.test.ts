import { AttachRolePolicyCommand, DeleteRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { TargetReport } from '../../src/model/report.ts';
import type { Target } from '../../src/model/target.ts';
import { acceleratorService } from '../../src/reason/accelerator-endpoint.ts';
import type { AcceleratorAccount } from '../support/accelerator-account.ts';
import { readyAcceleratorAccount } from '../support/accelerator-account.ts';
import { withoutPurposes } from '../support/break-accelerator.ts';
import { deleteEndpoint } from '../support/break-network.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { checkAccount, checkTargets } from './check-account.ts';

jest.setTimeout(30_000);

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
}, 120_000);
afterAll(() => stage?.stop());

const failed = ({ findings }: TargetReport): readonly string[] => findings.filter(({ verdict }) => verdict.outcome === 'fail').map(({ rule }) => rule);

const reportOn = async (account: AcceleratorAccount, target: Target): Promise<TargetReport> => {
  const [report] = [...(await checkTargets(account, [target])).targets];
  if (report === undefined) throw new Error('no report');
  return report;
};

describe('the service has ended', () => {
  test('that is the one failure of a ready account, and it stands first', async () => {
    const { report, outcome } = await checkAccount(await readyAcceleratorAccount(stage), { legacyAudit: false });
    expect({ outcome, failed: failed(report), first: report.findings[0]?.rule }).toEqual({
      outcome: 'not-ready',
      failed: ['accelerator/accelerators-are-offered'],
      first: 'accelerator/accelerators-are-offered',
    });
  });
  test('everything else is judged all the same', async () => {
    const account = await readyAcceleratorAccount(stage);
    await deleteEndpoint(account, account.endpointId);
    const { report } = await checkAccount(account, { legacyAudit: false });
    expect(failed(report)).toEqual(['accelerator/accelerators-are-offered', 'network/interface-endpoints-exist']);
  });
  test('an audit of the past says in its report what it left out', async () => {
    const { report } = await checkAccount(await readyAcceleratorAccount(stage));
    const words = JSON.stringify(report.findings.filter(({ rule }) => rule.startsWith('accelerator/')));
    expect(words.match(/judged as if Elastic Inference had not ended/g)).toHaveLength(2);
  });
  test('a JumpStart model with an accelerator counts on it as well', async () => {
    const account = await readyAcceleratorAccount(stage);
    const { legacyAudit: _, ...plan } = account.target;
    const target: Target = { ...plan, scenario: 'jumpstart-model', use: 'hosting' };
    expect(failed(await reportOn(account, target))).toContain('accelerator/accelerators-are-offered');
  });
});

describe('where and with what', () => {
  test('a Region that never had accelerators', async () => {
    const { report } = await checkAccount(await readyAcceleratorAccount(stage, { region: 'eu-central-1' }));
    expect(failed(report)).toEqual(['accelerator/region-offered-accelerators']);
  });
  test('a Region in which EC2 offers the endpoint service no longer', async () => {
    const account = await readyAcceleratorAccount(stage, { region: 'us-west-2' });
    stage.proxy.offerService({ region: 'us-west-2', service: acceleratorService('us-west-2'), zones: [] });
    const { report, outcome, outcomes } = await checkAccount(account);
    expect({ outcome, failed: failed(report) }).toEqual({ outcome: 'ready', failed: [] });
    expect(outcomes['accelerator/interface-endpoint-is-in-every-zone']).toBe('not-applicable');
  });
  test('outside a VPC the role needs no network, and says so by a pass', async () => {
    const account = await readyAcceleratorAccount(stage);
    await withoutPurposes(account, ['network']);
    const { vpcConfig: _, ...outside } = account.target;
    const report = await reportOn(account, outside);
    expect({ outcome: report.outcome, failed: failed(report) }).toEqual({ outcome: 'ready', failed: [] });
  });
});

describe('AmazonSageMakerFullAccess as AWS writes it', () => {
  test('is all that the guide asks for, outside a VPC and in one', async () => {
    const withPolicies = await startStage({ managedPolicies: 'loaded' });
    const account = await readyAcceleratorAccount(withPolicies);
    const { name: RoleName } = account.executionRole;
    await account.admin.iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'Execution' }));
    await account.admin.iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: 'arn:aws:iam::aws:policy/AmazonSageMakerFullAccess' }));
    const { vpcConfig: _, ...outside } = account.target;
    for (const target of [outside, account.target]) {
      const { findings } = await reportOn(account, target);
      const outcomeOf = (id: string) => findings.find(({ rule }) => rule === id)?.verdict.outcome;
      expect([outcomeOf('accelerator/role-may-connect'), outcomeOf('accelerator/role-has-documented-policy')]).toEqual(['pass', 'pass']);
      // It reads buckets with SageMaker in their names, and objects by a tag that only AWS sees.
      expect(outcomeOf('identity/role-may-read-artifact')).toBe('cannot-tell');
    }
    await withPolicies.stop();
  });
});
