import { EnableSecurityHubCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Report, TargetReport } from '../../src/model/report.ts';
import type { Target } from '../../src/model/target.ts';
import type { ReadyAccount } from '../support/account.ts';
import { openSite, readyServerlessAccount } from '../support/account.ts';
import { assume, environmentOf, roleArn } from '../support/clients.ts';
import type { Ended, Folder } from '../support/command.ts';
import { descriptionOf, makeFolder } from '../support/command.ts';
import { runCommand } from '../support/run-command.ts';
import { createServerlessEndpoint } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';

type Said = Omit<Report, 'targets'> & { readonly targets: readonly TargetReport[] };

jest.setTimeout(40_000);

const EXTERNAL_ID = 'told-to-sageready';
/** Of the two accounts' own facts, what no other account may answer for. */
const SHARED = ['endpoint/concurrencies-together-fit-quota'];

let stage: Stage;
let folder: Folder;
let one: ReadyAccount;
let two: ReadyAccount;
/** Whoever runs sageready, in an account of their own. */
let runner: { readonly account: string; readonly environment: Readonly<Record<string, string>> };

beforeAll(async () => {
  stage = await startStage();
  folder = await makeFolder();
  [one, two] = await Promise.all([readyServerlessAccount(stage), readyServerlessAccount(stage)]);
  const serverlessConfig = { memorySizeInMB: 2048, maxConcurrency: 1 };
  await createServerlessEndpoint(two, { name: 'live', executionRoleArn: two.executionRole.arn, image: two.target.image, serverlessConfig });
  const site = await openSite(stage, {});
  runner = { account: site.account, environment: environmentOf(site, await assume(site, roleArn(site, 'Pipeline'))) };
  stage.proxy.forget();
}, 120_000);
afterEach(() => {
  stage?.proxy.calm();
  stage?.proxy.forget();
});
afterAll(async () => {
  await stage?.stop();
  await folder?.remove();
});

/** An account's target, read by a role of that account. */
const through = (ready: ReadyAccount, changes: Partial<ReadyAccount['target']> = {}): Target => ({
  ...ready.target,
  name: `churn of ${ready.account}`,
  assumeRole: roleArn(ready, 'SagereadyAudit'),
  externalId: EXTERNAL_ID,
  ...changes,
});

let files = 0;
const run = async (words: readonly string[], targets: readonly Target[], environment = runner.environment): Promise<Ended> => {
  files += 1;
  const [command = '', ...rest] = words;
  return runCommand([command, await folder.write(`${files}.yaml`, descriptionOf(...targets)), ...rest], { env: environment, cwd: folder.path });
};
const check = (targets: readonly Target[], ...words: readonly string[]) => run(['check', '--output', 'json', '--iam-engine', 'local', ...words], targets);
const saidIn = ({ stdout }: Ended): Said => JSON.parse(stdout) as Said;
const outcomesIn = ({ targets }: Said) => targets.map(({ target, outcome }) => `${target.name}: ${outcome}`);
const assumptions = () => stage.proxy.calls(runner.account).filter(({ action }) => action === 'sts:AssumeRole');
/** The role that is assumed hands its calls to the account whose it is. */
const callsIn = ({ account }: ReadyAccount) => stage.proxy.calls(account);
const refuseRole = ({ account }: ReadyAccount) => stage.proxy.refuse(['sts:AssumeRole'], { where: ({ input }) => String(input['RoleArn']).includes(account) });

describe('two accounts', () => {
  test('are ready, each read by its role, in the order of the description, and nothing of the one is asked in the other', async () => {
    const targets = [
      through(two),
      through(one, { name: 'first' }),
      through(two, { name: 'last', endpointName: 'last', endpointConfigName: 'last', serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 18 } }),
    ];
    const ended = await check(targets);
    const report = saidIn(ended);
    expect(outcomesIn(report)).toEqual([`churn of ${two.account}: not-ready`, 'first: ready', 'last: not-ready']);
    expect(ended).toMatchObject({ code: 1, stderr: '' });
    const failed = report.targets.map(({ findings }) => findings.filter(({ verdict }) => verdict.outcome === 'fail').map(({ rule }) => rule));
    expect(failed).toEqual([SHARED, [], SHARED]);
    expect(report.run.caller).toContain(`:${runner.account}:assumed-role/Pipeline`);
    for (const ready of [one, two]) {
      const asked = callsIn(ready).filter(({ service }) => service === 'kms' || service === 'ecr');
      expect(asked.length).toBeGreaterThan(0);
      expect(JSON.stringify(asked.map(({ input }) => input))).not.toContain(ready === one ? two.account : one.account);
    }
    expect(new Set(report.calls.calls.map(({ account }) => account))).toEqual(new Set([one.account, two.account, undefined]));
    expect(report.calls.total).toBe(stage.proxy.calls().length);
  });

  test('each session is told the external id, and allowed what is read there and nothing else', async () => {
    await check([through(one), through(two)]);
    expect(assumptions()).toHaveLength(2);
    for (const { input } of assumptions()) {
      const ready = String(input['RoleArn']).includes(one.account) ? one : two;
      expect(input).toMatchObject({ RoleSessionName: 'sageready', ExternalId: EXTERNAL_ID });
      const policy = JSON.parse(String(input['Policy'])) as {
        readonly Statement: readonly { readonly Action: readonly string[]; readonly Resource: readonly string[] }[];
      };
      expect(String(input['Policy']).length).toBeLessThanOrEqual(2048);
      const allowed = new Set(policy.Statement.flatMap(({ Action }) => Action));
      const used = new Set(
        callsIn(ready)
          .map(({ action }) => action)
          .filter((action) => action !== 'sts:GetCallerIdentity'),
      );
      expect([...used].filter((action) => !allowed.has(action))).toEqual([]);
      expect([...allowed].filter((action) => /^(iam:(Put|Create)|s3:Put|\*|.*:\*)/.test(action))).toEqual([]);
      const objects = policy.Statement.filter(({ Action }) => Action.includes('s3:GetObject')).flatMap(({ Resource }) => Resource);
      expect(objects.every((resource) => resource.includes(ready.bucket))).toBe(true);
    }
  });

  test('a session is narrowed anew once a target that names an endpoint is whole', async () => {
    const { account, region, deployer } = two.target;
    const named = {
      scenario: 'serverless-endpoint',
      name: 'live',
      account,
      region,
      completeFrom: { endpoint: 'live' },
      ...(deployer && { deployer }),
    } as const;
    const ended = await check([{ ...named, assumeRole: roleArn(two, 'SagereadyAudit'), externalId: EXTERNAL_ID }]);
    expect(outcomesIn(saidIn(ended))).toEqual(['live: ready']);
    const policies = assumptions().map(({ input }) => String(input['Policy']));
    expect(policies.map((policy) => [policy.includes('sagemaker:DescribeEndpoint'), policy.includes('ecr:DescribeImages')])).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  test('have facts that are saved one by one, and plans and policies that are told together', async () => {
    const targets = [through(one), through(two)];
    const setting = { env: runner.environment, cwd: folder.path };
    const collected = await runCommand(['collect', '-', await folder.write('one.yaml', descriptionOf(through(one)))], setting);
    expect(collected).toMatchObject({ code: 0, stderr: '' });
    const facts = await folder.write('facts.json', collected.stdout);
    const together = await folder.write('together.yaml', descriptionOf(...targets));
    const said = await Promise.all(
      [
        ['collect', '-', together],
        ['judge', together, '--facts', facts],
        ['plan', together, '--json'],
        ['permissions', together],
      ].map((words) => runCommand(words, setting)),
    );
    const [several, foreign, plan, permissions] = said;
    expect(several).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(`name one of them: --account-only ${one.account}`) });
    expect(foreign).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(`holds facts of account ${one.account}`) });
    expect(JSON.parse(plan?.stdout ?? '')).toMatchObject({ accounts: [{ account: one.account }, { account: two.account }] });
    expect(JSON.parse(permissions?.stdout ?? '')).toMatchObject({
      accounts: [{ account: one.account }, { account: two.account }],
      caller: { Statement: [{ Action: ['sts:AssumeRole'], Resource: [roleArn(one, 'SagereadyAudit'), roleArn(two, 'SagereadyAudit')] }] },
    });
  });

  test('neither of which can be read: one line, and nothing is judged', async () => {
    refuseRole(one);
    refuseRole(two);
    const ended = await check([through(one), through(two)]);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    expect(ended.stderr).toContain('sts:AssumeRole was refused');
  });

  test('of which one cannot be read, for its external id: the other is judged, and the reason and the remedy are told', async () => {
    stage.proxy.refuse(['sts:AssumeRole'], { where: ({ input }) => input['ExternalId'] !== EXTERNAL_ID });
    const ended = await check([{ ...through(one), externalId: 'guessed' }, through(two)]);
    const report = saidIn(ended);
    expect(ended.code).toBe(3);
    expect(outcomesIn(report)).toEqual([`churn of ${one.account}: undetermined`, `churn of ${two.account}: ready`]);
    const reason = report.targets[0]?.invalid ?? '';
    expect(reason).toMatch(/^sts:AssumeRole was refused for arn:aws:iam::\d{12}:role\/SagereadyAudit — grant sts:AssumeRole.*trust policy/);
    expect(reason).toContain(one.account);
    expect(reason).toContain('the external id (externalId) must be the one that it wants');
  });

  test('have their findings sent to the Security Hub of each, by a session that may do nothing else; one that refuses is named, and loses nothing of the other', async () => {
    const broken = { modelDataUrl: `s3://${one.bucket}/nowhere.tar.gz` };
    const targets = [{ ...one.target, ...broken }, through(two, { modelDataUrl: `s3://${two.bucket}/nowhere.tar.gz` })];
    const words = ['check', '--iam-engine', 'local', '--security-hub', '--quiet'];
    const { url: endpoint, region, admin } = one;
    const hub = new SecurityHubClient({ endpoint, region, credentials: admin.keys });
    await hub.send(new EnableSecurityHubCommand({}));
    hub.destroy();
    const imported = (ready: ReadyAccount) => callsIn(ready).filter(({ action, status }) => action === 'securityhub:BatchImportFindings' && status === 200);
    expect(await run(words, targets, one.environment)).toMatchObject({ code: 1, stderr: '' });
    for (const ready of [one, two]) expect(JSON.stringify(imported(ready).map(({ input }) => input))).toContain(`"AwsAccountId":"${ready.account}"`);
    const policies = stage.proxy.calls(one.account).flatMap(({ action, input }) => (action === 'sts:AssumeRole' ? [String(input['Policy'])] : []));
    expect(policies.filter((policy) => policy.includes('securityhub')).map((policy) => JSON.parse(policy).Statement)).toEqual([
      [{ Effect: 'Allow', Action: 'securityhub:BatchImportFindings', Resource: '*' }],
    ]);
    stage.proxy.forget();
    stage.proxy.refuse(['securityhub:BatchImportFindings'], { account: two.account });
    const refused = await run(words, targets, one.environment);
    expect([refused.code, imported(one).length]).toEqual([2, 1]);
    expect(refused.stderr).toMatch(
      new RegExp(`^sageready: findings of account ${two.account} to Security Hub in \\S+ could not be sent .* — grant \\S+ to ${targets[1]?.assumeRole}\n$`),
    );
  });

  test('of which one is that of the credentials; a third one says to name a role', async () => {
    const own = { ...one.target, name: 'own' };
    const foreign = { ...two.target, name: 'foreign', deployer: two.deployer.arn };
    const ended = await run(['check', '--output', 'json', '--iam-engine', 'local'], [own, through(two), foreign], one.environment);
    const report = saidIn(ended);
    expect(outcomesIn(report)).toEqual(['own: ready', `churn of ${two.account}: ready`, 'foreign: undetermined']);
    expect(report.targets[2]?.invalid).toContain(`name a role of ${two.account} with assumeRole`);
    expect(report.run.caller).toContain(`:${one.account}:assumed-role/`);
  });
});

describe('credentials that expire half-way', () => {
  /** From its so-and-so-many-th call on, this session's keys are refused as expired. */
  const expireAfter = (calls: number, { account }: ReadyAccount, isOld: (time: number) => boolean) => {
    let seen = 0;
    stage.proxy.interfere({
      on: ['*'],
      fault: 'expired-token',
      account,
      where: ({ service }) => {
        seen += service === 'sts' ? 0 : 1;
        return seen > calls && isOld(assumptions().length);
      },
    });
  };

  test('are renewed where a role gives new ones, and nothing is lost', async () => {
    expireAfter(8, one, (assumed) => assumed < 2);
    const ended = await check([through(one)]);
    expect(outcomesIn(saidIn(ended))).toEqual([`churn of ${one.account}: ready`]);
    expect({ code: ended.code, assumed: assumptions().length }).toEqual({ code: 0, assumed: 2 });
  });

  test('and cannot be renewed: what was read is judged, the rest is cannot-tell with the reason', async () => {
    expireAfter(8, one, () => true);
    const ended = await run(['check', '--output', 'json', '--iam-engine', 'local'], [one.target], one.environment);
    const report = saidIn(ended);
    expect(ended.code).toBe(3);
    expect(report.run.complete).toBe(false);
    expect(report.run.notes.join(' ')).toMatch(new RegExp(`account ${one.account} was not read to its end: .*aws sso login.*expired`));
    const findings = report.targets.flatMap((target) => target.findings);
    const unknown = findings.flatMap(({ verdict }) => (verdict.outcome === 'cannot-tell' ? verdict.because : []));
    expect(findings.some(({ verdict }) => verdict.outcome === 'pass')).toBe(true);
    expect(findings.filter(({ verdict }) => verdict.outcome === 'fail')).toEqual([]);
    expect(unknown.some(({ message }) => message.includes('expired'))).toBe(true);
  });
});

describe('two Regions', () => {
  test('of one account are read by one session; one that is not enabled costs only its own targets', async () => {
    const far = { ...through(one), name: 'far', region: 'ap-east-1' };
    stage.proxy.interfere({ on: ['*'], fault: 'unrecognized-client', where: ({ region, service }) => region === 'ap-east-1' && service !== 's3' });
    const ended = await check([far, through(one)]);
    const report = saidIn(ended);
    expect(outcomesIn(report)[1]).toBe(`churn of ${one.account}: ready`);
    expect(ended.stderr).toBe('');
    const unknown = report.targets[0]?.findings.flatMap(({ verdict }) => (verdict.outcome === 'cannot-tell' ? verdict.because : [])) ?? [];
    expect(unknown.some(({ message }) => message.includes('has not enabled this Region — enable it'))).toBe(true);
    expect(assumptions().filter(({ status }) => status === 200)).toHaveLength(1);
    const identities = stage.proxy.calls(one.account).filter(({ action }) => action === 'sts:GetCallerIdentity');
    expect(identities.length).toBeLessThanOrEqual(3);
  });
});
