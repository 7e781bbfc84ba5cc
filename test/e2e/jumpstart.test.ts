import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { JumpStartModelTarget } from '../../src/model/target.ts';
import type { JumpStartAccount, StudioAccount } from '../support/jumpstart-account.ts';
import { MODEL, readyJumpStartHosting, readyJumpStartStudio } from '../support/jumpstart-account.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { checkAccount, checkTargets } from './check-account.ts';
import { withDeployer, withExecution } from './jumpstart-mutations.ts';
import { none } from './matrix.ts';

jest.setTimeout(60_000);

const MEGABYTE = 1_048_576;

// JumpStart beyond one broken thing: private hubs, callers who may not list, manifests that are none, and what the report says.
let stage: Stage;
let hosting: JumpStartAccount;
let studio: StudioAccount;

beforeAll(async () => {
  stage = await startStage();
  hosting = await readyJumpStartHosting(stage);
  studio = await readyJumpStartStudio(stage);
}, 120_000);
afterEach(() => stage?.proxy.calm());
afterAll(() => stage?.stop());

describe('a private hub', () => {
  const inHub = (hub: string) => checkAccount<JumpStartAccount>(hosting, { hub });
  const hubRules = (outcomes: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(outcomes).filter(([rule]) => rule.includes('hub')));

  test('lacks the model', async () => {
    const { outcome, outcomes } = await inHub('empty-hub');
    expect({ outcome, ...hubRules(outcomes) }).toEqual({
      outcome: 'not-ready',
      'jumpstart/hub-content-exists': 'fail',
      'jumpstart/hub-content-is-available': 'not-applicable',
      'jumpstart/deployer-may-read-hub': 'pass',
    });
    expect(Object.entries(outcomes).filter(([, one]) => one === 'cannot-tell')).toEqual([]);
  });
  test.each([
    { status: 'Available', expected: { 'jumpstart/hub-content-exists': 'pass', 'jumpstart/hub-content-is-available': 'pass' } },
    { status: 'Importing', expected: { 'jumpstart/hub-content-exists': 'pass', 'jumpstart/hub-content-is-available': 'fail' } },
  ])('holds it, $status', async ({ status, expected }) => {
    const { account, region } = hosting;
    stage.proxy.setHubContent({ account, region, hubName: `hub-${status}`, modelId: MODEL, status });
    const { outcomes } = await inHub(`hub-${status}`);
    expect(hubRules(outcomes)).toMatchObject(expected);
  });
  test('may not be read by the deployer', async () => {
    const account = await readyJumpStartHosting(stage);
    const deploy = { Effect: 'Deny', Action: 'sagemaker:DescribeHubContent', Resource: '*' } as const;
    const plan = await withDeployer({ hub: deploy }, { hub: 'team-models' })(account, stage);
    const { outcomes } = await checkAccount<JumpStartAccount>(account, plan);
    expect(hubRules(outcomes)).toMatchObject({ 'jumpstart/deployer-may-read-hub': 'fail' });
  });
  test('may not be read: what hangs on it cannot be told, and nothing fails', async () => {
    stage.proxy.refuse(['sagemaker:DescribeHubContent']);
    const { outcome, outcomes } = await inHub('team-models');
    expect(outcome).toBe('undetermined');
    expect(hubRules(outcomes)).toMatchObject({ 'jumpstart/hub-content-exists': 'cannot-tell' });
    expect(Object.values(outcomes)).not.toContain('fail');
  });
});

describe('a caller who may not list', () => {
  const LISTING = ['iam:ListRolePolicies', 'iam:ListAttachedRolePolicies', 'iam:ListRoles', 'kms:ListGrants', 'kms:ListAliases'];

  test('is told what lost precision, and nothing fails', async () => {
    stage.proxy.refuse(LISTING);
    const { outcome, report, outcomes } = await checkAccount<JumpStartAccount>(hosting);
    expect(outcome).toBe('undetermined');
    expect(Object.values(outcomes)).not.toContain('fail');
    expect(outcomes).toMatchObject({ 'identity/role-exists': 'pass', 'identity/role-trusts-sagemaker': 'pass', 'jumpstart/model-is-in-manifest': 'pass' });
    const open = report.findings.find(({ rule }) => rule === 'jumpstart/role-may-read-model')?.verdict;
    expect(open).toMatchObject({ outcome: 'cannot-tell', because: expect.arrayContaining([expect.objectContaining({ reason: 'access-denied' })]) });
    expect(JSON.stringify(open)).toContain('iam:List');
  });
  test('works from the ids of keys alone', async () => {
    stage.proxy.refuse(['kms:ListGrants', 'kms:ListAliases']);
    const { outcome } = await checkAccount<JumpStartAccount>(hosting);
    expect(outcome).toBe('ready');
  });
});

describe('a caller to whom EC2 tells only a part', () => {
  const networkRules = async (...refused: readonly string[]) => {
    stage.proxy.refuse(refused);
    const { outcomes, report } = await checkAccount<JumpStartAccount>(hosting);
    expect(Object.values(outcomes)).not.toContain('fail');
    const open = report.findings.filter(({ verdict }) => verdict.outcome === 'cannot-tell');
    for (const { verdict } of open) expect(JSON.stringify(verdict)).toMatch(new RegExp(refused.join('|')));
    return { outcomes, open: open.map(({ rule }) => rule).sort() };
  };

  test('tables and endpoints are hidden: what the ids of subnets and groups tell is judged', async () => {
    const { outcomes, open } = await networkRules('ec2:DescribeRouteTables', 'ec2:DescribeVpcEndpoints');
    expect(outcomes).toMatchObject({
      'network/subnets-exist': 'pass',
      'network/security-groups-are-of-the-subnets-vpc': 'pass',
      'network/subnets-span-two-zones': 'pass',
      'network/subnets-together-have-addresses': 'pass',
      'network/vpc-resolves-names': 'pass',
      'identity/role-may-use-network': 'pass',
    });
    expect(open).toEqual([
      'network/bucket-policy-admits-the-vpc',
      'network/endpoint-policy-allows-listing',
      'network/endpoint-policy-allows-plan',
      'network/s3-goes-through-an-endpoint',
      'network/s3-is-reachable-from-every-subnet',
    ]);
  });
  test('subnets are hidden as well', async () => {
    const { outcomes, open } = await networkRules('ec2:DescribeSubnets', 'ec2:DescribeVpcs');
    expect(outcomes).toMatchObject({ 'network/security-groups-exist': 'pass', 'network/vpc-config-is-within-limits': 'pass' });
    expect(open.filter((rule) => !rule.startsWith('network/'))).toEqual([]);
    expect(outcomes['network/subnets-exist']).toBe('cannot-tell');
  });
});

describe('several plans', () => {
  test('each fits into the quota of its type, and together they do not', async () => {
    const plans = ['one', 'two'].map((name) => ({
      ...hosting.target,
      name,
      endpointName: name,
      endpointConfigName: name,
      modelName: name,
      initialInstanceCount: 3,
    }));
    const { targets } = await checkTargets(hosting, plans);
    for (const { findings } of targets) {
      const verdictOf = (id: string) => findings.find(({ rule }) => rule === id)?.verdict;
      expect(verdictOf('instances/instances-fit-quota')).toMatchObject({
        outcome: 'pass',
        summary: expect.stringContaining('3 planned + 0 in use, 4 allowed'),
      });
      const summary = expect.stringContaining('6 planned + 0 in use, 4 allowed');
      expect({ failing: ['instances/instances-together-fit-quota'].map(verdictOf) }).toMatchObject({
        failing: [{ outcome: 'fail', summary, fixes: [{ kind: 'request-quota', value: 6 }] }],
      });
    }
  });
});

describe('a Region without JumpStart content, as far as is known', () => {
  test('is a warning, beside a manifest that is not there', async () => {
    const { vpcConfig: _, kmsKeyId: __, outputPath: ___, ...plan } = { ...hosting.target, region: 'me-west-1' };
    const { targets } = await checkTargets(hosting, [plan]);
    const findings = [...targets].flatMap((report) => report.findings);
    const outcomes = Object.fromEntries(findings.map(({ rule, verdict }) => [rule, verdict.outcome]));
    expect(outcomes).toMatchObject({ 'jumpstart/region-has-content': 'fail', 'jumpstart/model-is-in-manifest': 'fail' });
    expect(JSON.stringify(findings)).toContain('There is no JumpStart manifest in me-west-1');
  });
});

describe('a model that lies uncompressed below a prefix of one’s own', () => {
  const OF_FILES = ['jumpstart/prefix-holds-files', 'jumpstart/prefix-has-no-empty-folders', 'jumpstart/prefix-has-no-clashes'];
  const PREFIX = ['jumpstart/prefix-ends-in-slash', ...OF_FILES, 'jumpstart/role-may-read-model-files'];
  const below = async (prefix: string, ...keys: readonly string[]) => {
    const { bucket: Bucket, admin } = hosting;
    for (const Key of keys) await admin.s3.send(new PutObjectCommand({ Bucket, Key, Body: Key.endsWith('/') ? '' : 'weights' }));
    const modelDataSource = { s3Uri: `s3://${Bucket}/${prefix}`, s3DataType: 'S3Prefix', compressionType: 'None' };
    const { outcomes } = await checkAccount<JumpStartAccount>(hosting, { modelDataSource });
    return Object.fromEntries(PREFIX.flatMap((rule) => (outcomes[rule] === 'pass' ? [] : [[rule, outcomes[rule]]])));
  };

  test('files only', async () => {
    expect(await below('llama/', 'llama/config.json', 'llama/weights/1.bin')).toEqual({});
  });
  test('no slash at the end', async () => {
    expect(await below('llama')).toEqual({ 'jumpstart/prefix-ends-in-slash': 'fail', ...none(...OF_FILES) });
  });
  test('nothing there', async () => {
    expect(await below('nothing/')).toEqual({ ...none(...OF_FILES), 'jumpstart/prefix-holds-files': 'fail' });
  });
  test('an empty folder, as the console makes', async () => {
    expect(await below('folder/', 'folder/', 'folder/config.json')).toEqual({ 'jumpstart/prefix-has-no-empty-folders': 'fail' });
  });
  test('a file that is a folder of others', async () => {
    expect(await below('clash/', 'clash/weights', 'clash/weights/1.bin')).toEqual({ 'jumpstart/prefix-has-no-clashes': 'fail' });
  });
  test('the role may list, and not read', async () => {
    const account = await readyJumpStartHosting(stage);
    await withExecution({ readOwn: undefined })(account, stage);
    const modelDataSource = { s3Uri: `s3://${account.bucket}/llama/`, s3DataType: 'S3Prefix', compressionType: 'None' };
    const { outcomes } = await checkAccount<JumpStartAccount>(account, { modelDataSource });
    expect(outcomes).toMatchObject({ 'jumpstart/role-may-read-model-files': 'fail' });
  });
});

describe('the manifest', () => {
  const OF_MODEL = ['jumpstart/model-is-in-manifest', 'jumpstart/version-exists', 'jumpstart/role-may-read-model', 'jumpstart/eula-is-accepted'];
  const UNKNOWN = ['cannot-tell', 'cannot-tell', 'cannot-tell', 'cannot-tell'];
  const said = async (target: Partial<JumpStartModelTarget> = {}) => {
    const { outcome, outcomes } = await checkAccount<JumpStartAccount>(hosting, target);
    return { outcome, of: OF_MODEL.map((rule) => outcomes[rule]) };
  };

  test('is no JSON: nothing of the model can be told, and the rest is judged', async () => {
    stage.proxy.rewrite({ on: ['s3:GetObject'], account: hosting.account, change: () => '<html>not a manifest' });
    expect(await said()).toEqual({ outcome: 'undetermined', of: UNKNOWN });
  });
  test('may not be read: likewise', async () => {
    stage.proxy.refuse(['s3:GetObject']);
    expect(await said()).toEqual({ outcome: 'undetermined', of: UNKNOWN });
  });
  test('is as large as is read: 50 MB, and a byte more', async () => {
    const filler = Array.from({ length: 200_000 }, (_, place) => JSON.stringify({ model_id: `filler-${place}`, version: '1.0.0', spec_key: `s/${place}` }));
    const more = `,${filler.join(',')}]`;
    for (const [bytes, of] of [
      [50 * MEGABYTE, ['pass', 'pass', 'pass', 'not-applicable']],
      [50 * MEGABYTE + 1, UNKNOWN],
    ] as const) {
      stage.proxy.rewrite({
        on: ['s3:GetObject'],
        account: hosting.account,
        change: (body, { input }) => (input['Key'] === 'models_manifest.json' ? `${body.slice(0, -1)}${more}`.padEnd(bytes, ' ') : body),
      });
      expect((await said()).of).toEqual(of);
      stage.proxy.calm();
    }
  });
  test('tells the id that was meant', async () => {
    const { report } = await checkAccount<JumpStartAccount>(hosting, { modelId: 'huggingface-llm-mistral-7' });
    const finding = report.findings.find(({ rule }) => rule === 'jumpstart/model-is-in-manifest');
    expect(finding?.verdict).toMatchObject({ outcome: 'fail', fixes: [{ kind: 'set-field', field: ['modelId'], value: MODEL }] });
  });
});

describe('the report', () => {
  test('says whose role is passed, which version and which default were taken', async () => {
    const { report } = await checkAccount<JumpStartAccount>(studio);
    expect(report.target.completed).toEqual([
      expect.stringContaining(`${MODEL} 2.10.0`),
      `the execution role ${studio.executionRole.arn} is the default of the domain ${studio.domainId}`,
    ]);
  });
  test('takes no more than 50 calls', async () => {
    stage.proxy.forget();
    await checkAccount<JumpStartAccount>(hosting);
    expect(stage.proxy.calls(hosting.account).length).toBeLessThanOrEqual(50);
  });
});
