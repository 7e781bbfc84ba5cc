import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { DeleteRolePolicyCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { FORMAT_NAMES } from '../../src/cli/output/formats.ts';
import type { PolicyStatement } from '../../src/model/policy.ts';
import type { Report, TargetReport } from '../../src/model/report.ts';
import { openSite } from '../support/account.ts';
import type { AuditAccount } from '../support/audit-account.ts';
import { auditAccount } from '../support/audit-account.ts';
import { assume, environmentOf, roleArn } from '../support/clients.ts';
import type { Ended, Folder } from '../support/command.ts';
import { BUNDLE, makeFolder } from '../support/command.ts';
import { runCommand } from '../support/run-command.ts';
import { createRole, document, trustingAccount } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';

jest.setTimeout(60_000);

let stage: Stage;
let folder: Folder;
let account: AuditAccount;

beforeAll(async () => {
  stage = await startStage();
  folder = await makeFolder();
  account = await auditAccount(stage);
}, 120_000);
afterEach(async () => {
  stage?.proxy.calm();
  await stage?.moto.enforcePolicies('open');
});
afterAll(async () => {
  await stage?.stop();
  await folder?.remove();
});

interface Audited extends Ended {
  readonly report: Report & { readonly targets: readonly TargetReport[] };
}

/** Audits in one Region, or in those that the words name, without the simulator, which moto lacks. */
const audit = async (words: readonly string[] = ['--region', 'us-east-1'], env = account.environment): Promise<Audited> => {
  stage.proxy.forget();
  const ended = await runCommand(['audit', '--iam-engine', 'local', ...words, '--output', 'json'], { env });
  return { ...ended, report: JSON.parse(ended.stdout) as Audited['report'] };
};

const outcomesIn = ({ report }: Audited) => Object.fromEntries(report.targets.map(({ target, outcome }) => [target.name, outcome]));
const failedIn = ({ report }: Audited, name: string): readonly string[] =>
  report.targets.flatMap(({ target, findings }) =>
    target.name === name ? findings.flatMap(({ rule, verdict }) => (verdict.outcome === 'fail' ? [rule as string] : [])) : [],
  );

const sound = () => ({
  [`vpc-endpoint/${account.interfaceEndpointId}`]: 'ready',
  'endpoint/serverless': 'ready',
  'endpoint/instances': 'ready',
  'endpoint/accelerated': 'not-ready',
  'model/spare': 'ready',
  'training-job/retrain': 'ready',
  'recommender-job/sizing': 'ready',
  'domain/d-lab': 'ready',
  'user-profile/d-lab/ada': 'ready',
  'space/d-lab/shared': 'ready',
});

describe('an account with one of each', () => {
  test('is found and judged; only what has ended alarms, nobody deploys, and no secret of a job is told', async () => {
    const audited = await audit();
    expect(outcomesIn(audited)).toEqual(sound());
    expect(audited.code).toBe(1);
    expect(failedIn(audited, 'endpoint/accelerated')).toContain('accelerator/accelerators-are-offered');
    expect(failedIn(audited, `vpc-endpoint/${account.interfaceEndpointId}`)).toEqual(['accelerator/interface-endpoint-is-gone']);
    expect(audited.report.targets.filter(({ target }) => target.deployer !== undefined)).toEqual([]);
    expect(audited.report.run.notes.join('\n')).toContain(account.unnamedRoleArn);
    expect(audited.stdout).not.toContain('never to be seen');
    const described = stage.proxy.calls().filter(({ operation }) => operation === 'DescribeModel');
    expect(described).toHaveLength(4);
  });

  test('is written as a description that says the same to lint and check', async () => {
    const file = `${folder.path}/found.yaml`;
    const written = await runCommand(['discover', file, '--region', 'us-east-1'], { env: account.environment });
    expect([written.code, written.stderr.trim()]).toEqual([0, `10 targets found in us-east-1 of ${account.account}`]);
    expect((await runCommand(['lint', file])).code).toBe(0);
    const checked = await runCommand(['check', file, '--iam-engine', 'local', '--output', 'json'], { env: account.environment });
    expect(outcomesIn({ ...checked, report: JSON.parse(checked.stdout) })).toEqual(sound());
    const again = await runCommand(['discover', file, '--region', 'us-east-1'], { env: account.environment });
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('exists already')]);
    // A limit on the size of files fails in the middle of a write, as a full disk does.
    const limited = ['-c', 'ulimit -f 1; exec "$0" "$@"', process.execPath, BUNDLE, 'discover', 'half.yaml', '--region', 'us-east-1'];
    const env = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', ...account.environment };
    const failed = await promisify(execFile)('bash', limited, { cwd: folder.path, env }).catch(({ code, stderr }: Pick<Ended, 'code' | 'stderr'>) => [
      code,
      stderr,
    ]);
    expect(failed).toEqual([2, expect.stringMatching(/^sageready: half\.yaml could not be written: EFBIG[^\n]* — name another file\n$/)]);
    expect((await readdir(folder.path)).filter((name) => name.includes('half') || name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('where it looks', () => {
  test('an empty Region costs few calls, and says that nothing was found, in every format', async () => {
    const files = FORMAT_NAMES.flatMap((format) => ['--output', `${format}=${folder.path}/empty.${format}`]);
    const { code, report } = await audit(['--region', 'eu-west-1', ...files]);
    expect([code, report.targets]).toEqual([0, []]);
    expect(report.run.notes).toContainEqual('nothing to judge was found in eu-west-1');
    expect(stage.proxy.calls(account.account).length).toBeLessThanOrEqual(12);
    expect(report.calls.total).toBe(stage.proxy.calls(account.account).length);
  });
  test('where looking takes all the calls that it may make, what was found is told and not judged', async () => {
    const audited = await audit(['--region', 'us-east-1', '--max-calls', '22']);
    expect([audited.code, audited.stderr, stage.proxy.calls(account.account).length]).toEqual([3, '', 22]);
    expect(outcomesIn(audited)).toEqual(Object.fromEntries(Object.keys(sound()).map((name) => [name, 'undetermined'])));
    expect(audited.report.run.notes.join()).not.toContain(account.executionRole.arn);
  });
  test('several Regions stand in the names; all are those that the account has enabled', async () => {
    const two = await audit(['--regions', 'us-east-1,eu-west-1', '--scenario', 'serverless-endpoint']);
    expect(outcomesIn(two)).toEqual({ 'us-east-1/endpoint/serverless': 'ready' });
    expect(stage.proxy.calls().some(({ operation }) => operation === 'ListTrainingJobs')).toBe(false);
    const all = await audit(['--regions', 'all', '--region', 'us-east-1', '--scenario', 'inference-recommender-vpc']);
    expect(outcomesIn(all)).toEqual({ 'us-east-1/recommender-job/sizing': 'ready' });
    const asked = stage.proxy.calls().filter(({ operation }) => operation === 'ListInferenceRecommendationsJobs');
    expect(new Set(asked.map(({ region }) => region)).size).toBeGreaterThan(10);
  });
  test('another account is read through a role, by a session that may no more than look', async () => {
    const site = await openSite(stage, {});
    const env = environmentOf(site, await assume(site, roleArn(site, 'Pipeline')));
    const role = roleArn(account, 'SagereadyAudit');
    const words = [
      '--region',
      'us-east-1',
      '--scenario',
      'serverless-endpoint',
      '--account',
      account.account,
      '--assume-role',
      role,
      '--external-id',
      'morning',
    ];
    expect(outcomesIn(await audit(words, env))).toEqual({ 'endpoint/serverless': 'ready' });
    const sessions = stage.proxy.calls(site.account).filter(({ action }) => action === 'sts:AssumeRole');
    expect(sessions.map(({ input }) => [input['RoleArn'], input['ExternalId']])).toEqual([
      [role, 'morning'],
      [role, 'morning'],
    ]);
    expect(sessions[0]?.input['Policy']).toContain('sagemaker:ListEndpoints');
    expect(sessions[0]?.input['Policy']).not.toContain('s3:');
  });
  test('for what no account tells alone is refused, not answered with nothing found', async () => {
    const ended = await runCommand(['audit', '--region', 'us-east-1', '--scenario', 'wandb-launch-queue'], { env: account.environment });
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('nothing to look for: queues and agents of W&B Launch')]);
  });
  test('another account than the one that is meant is refused before anything is read', async () => {
    const ended = await runCommand(['audit', '--region', 'us-east-1', '--account', '999999999999'], { env: account.environment });
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('--account says 999999999999')]);
  });
});

describe('what may not be read', () => {
  test('is told, and keeps the audit from saying that all is well', async () => {
    stage.proxy.refuse(['sagemaker:ListEndpoints', 'sagemaker:DescribeTrainingJob']);
    const audited = await audit(['--region', 'us-east-1', '--scenario', 'jumpstart-model']);
    expect(audited.code).toBe(3);
    expect(outcomesIn(audited)).toMatchObject({
      endpoints: 'undetermined',
      models: 'undetermined',
      'training-job/retrain': 'undetermined',
      'domain/d-lab': 'ready',
    });
    expect(Object.keys(outcomesIn(audited)).filter((name) => name.startsWith('model/'))).toEqual([]);
    const [endpoints] = audited.report.targets.filter(({ target }) => target.name === 'endpoints');
    expect(endpoints?.invalid).toContain('not in this audit: sagemaker:ListEndpoints was refused');
  });

  test('the printed policy is enough, without one refusal', async () => {
    const printed = await runCommand(['permissions', '--audit', '--iam-engine', 'local', '--region', 'us-east-1', '--account', account.account]);
    const { Statement } = JSON.parse(printed.stdout) as { readonly Statement: readonly (PolicyStatement & { readonly Action: readonly string[] })[] };
    // moto takes no ARNs of SageMaker, KMS and ECR in policies, and knows HeadBucket by another name.
    const policy = document({ Effect: 'Allow', Action: [...Statement.flatMap(({ Action }) => Action), 's3:HeadBucket'], Resource: '*' });
    const reader = await createRole(account, { name: 'Auditor', trust: document(trustingAccount(account, 'sts:AssumeRole')), policies: { Audit: policy } });
    const keys = await assume(account, reader);
    await stage.moto.enforcePolicies('enforced');
    const audited = await audit(undefined, environmentOf(account, keys));
    expect(audited.report.calls.calls.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'absent')).toEqual([]);
    expect(outcomesIn(audited)).toEqual(sound());
  });
});

test('what is no longer sound alarms where it is used, and nowhere else', async () => {
  const { admin, bucket, artifactKey, executionRole } = account;
  await admin.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: artifactKey }));
  await admin.iam.send(new DeleteRolePolicyCommand({ RoleName: executionRole.name, PolicyName: 'Execution' }));
  await admin.iam.send(
    new PutRolePolicyCommand({
      RoleName: executionRole.name,
      PolicyName: 'Little',
      PolicyDocument: document({ Effect: 'Allow', Action: ['s3:*', 'logs:*'], Resource: '*' }),
    }),
  );
  const audited = await audit();
  expect(failedIn(audited, 'endpoint/serverless')).toEqual(expect.arrayContaining(['artifact/artifact-exists', 'identity/role-may-pull-image']));
  expect(failedIn(audited, 'endpoint/instances')).toEqual(expect.arrayContaining(['artifact/artifact-exists', 'identity/role-may-use-network']));
  expect(failedIn(audited, 'training-job/retrain')).toEqual(expect.arrayContaining(['identity/role-may-pull-image', 'identity/role-may-use-network']));
  expect(outcomesIn(audited)).toMatchObject({ 'model/spare': 'not-ready', 'domain/d-lab': 'ready', 'user-profile/d-lab/ada': 'ready' });
});
