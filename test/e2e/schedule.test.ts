import { gunzipSync } from 'node:zlib';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { DisableSecurityHubCommand, EnableSecurityHubCommand, GetFindingsCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import { environmentOf } from '../support/clients.ts';
import { descriptionOf } from '../support/description.ts';
import type { Invoked, Lambda } from '../support/lambda.ts';
import { startLambda } from '../support/lambda.ts';
import { nodeBinary } from '../support/nodes.ts';
import { createServerlessEndpoint, document, trustingService } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { executionPolicy, setExecution, setTrust } from './mutations.ts';

jest.setTimeout(60_000);

let stage: Stage;
let account: ReadyAccount;
let lambda: Lambda;
let other: Lambda;
let reports: string;
let topic: string;

const inHub = async <T>(use: (hub: SecurityHubClient) => Promise<T>): Promise<T> => {
  const { region, url, admin } = account;
  const hub = new SecurityHubClient({ endpoint: url, region, credentials: admin.keys });
  return use(hub).finally(() => hub.destroy());
};

const setUp = async (): Promise<void> => {
  const { admin, region, url } = account;
  reports = `reports-${account.account}`;
  await admin.s3.send(new CreateBucketCommand({ Bucket: reports }));
  const Body = descriptionOf(account.target);
  await admin.s3.send(new PutObjectCommand({ Bucket: reports, Key: 'plans/churn.yaml', Body }));
  const sns = new SNSClient({ endpoint: url, region, credentials: admin.keys });
  topic = (await sns.send(new CreateTopicCommand({ Name: 'audit' }))).TopicArn ?? '';
  sns.destroy();
  await inHub((hub) => hub.send(new EnableSecurityHubCommand({})));
};

beforeAll(async () => {
  stage = await startStage();
  account = await readyServerlessAccount(stage);
  await setUp();
  const environment = {
    ...environmentOf(account, account.admin.keys),
    SAGEREADY_HISTORY: `s3://${reports}/history`,
    SAGEREADY_DELIVER: `s3://${reports}/published/`,
    SAGEREADY_NOTIFY: topic,
    SAGEREADY_SECURITY_HUB: 'true',
    SAGEREADY_DESCRIPTION: `s3://${reports}/plans/churn.yaml`,
  };
  const node = await nodeBinary(24);
  [lambda, other] = [startLambda(environment, node), startLambda(environment, node)];
}, 120_000);
afterAll(async () => {
  lambda?.stop();
  other?.stop();
  await stage?.stop();
});

let day = 0;
const nextDay = (): { readonly due: string } => {
  day += 1;
  return { due: `2026-11-${String(day).padStart(2, '0')}T06:00:00Z` };
};
const run = (event: Readonly<Record<string, unknown>> = nextDay(), remaining?: number): Promise<Invoked> => {
  stage.proxy.forget();
  return lambda.invoke({ event, ...(remaining !== undefined && { remaining }) });
};

const sent = (action: string) => stage.proxy.calls(account.account).filter((call) => call.action === action);
const messages = (): readonly string[] => sent('sns:Publish').map(({ input }) => `${input['Subject']}\n${input['Message']}`);
const keysUnder = async (prefix: string): Promise<readonly string[]> => {
  const { Contents = [] } = await account.admin.s3.send(new ListObjectsV2Command({ Bucket: reports, Prefix: prefix }));
  return Contents.map(({ Key = '' }) => Key);
};
const kept = async (): Promise<readonly string[]> => (await keysUnder('history/')).filter((key) => !key.includes('/.'));
const findings = async (): Promise<Readonly<Record<string, string>>> => {
  const { Findings = [] } = await inHub((hub) => hub.send(new GetFindingsCommand({})));
  return Object.fromEntries(Findings.map(({ GeneratorId, RecordState }) => [`${GeneratorId}`, `${RecordState}`]));
};
const RULE = { trust: 'identity/role-trusts-sagemaker', read: 'identity/role-may-read-artifact' };
const FINDING = { trust: `sageready/${RULE.trust}`, read: `sageready/${RULE.read}` };

// Each test goes on where the one before it has left the account.
describe('the audit in Lambda', () => {
  test('at first tells what fails, keeps the report and sends its findings', async () => {
    await setTrust(account, document(trustingService('ec2.amazonaws.com')));
    const { answer } = await run();
    expect(answer).toMatchObject({ complete: true, repeated: false, targets: { ready: 0, 'not-ready': 1, undetermined: 0 }, notReady: ['churn'] });
    expect(answer?.findings.fail).toBe(1);
    expect(messages()).toEqual([expect.stringMatching(new RegExp(`^sageready: 1 new failure in ${account.account} us-east-1\n[\\s\\S]*${RULE.trust}`))]);
    expect(messages()[0]).toMatch(/To do \(identity\): .*trust policy[\s\S]*Report: s3:\/\/reports-\d+\/published\/\S+\/report\.html\n$/);
    expect(await kept()).toHaveLength(1);
    expect((await keysUnder('published/')).map((key) => key.split('/').at(-1)).toSorted()).toEqual(['report.html', 'report.json']);
    expect((await findings())[FINDING.trust]).toBe('ACTIVE');
  });
  test('then says nothing of what is known', async () => {
    const { answer } = await run();
    expect(answer?.findings.fail).toBe(1);
    expect(messages()).toEqual([]);
    expect(await kept()).toHaveLength(2);
  });
  test('tells exactly what is new', async () => {
    const [, ...others] = executionPolicy(account);
    await setExecution(account, ...others);
    const again = nextDay();
    await run(again);
    expect(messages()).toEqual([expect.stringContaining(RULE.read)]);
    expect(messages()[0]).not.toContain(RULE.trust);
    expect(messages()[0]).toContain('1 failure of earlier runs lasts.');
    const before = await kept();
    expect(await run(again)).toMatchObject({ answer: { repeated: true, targets: { 'not-ready': 1 } } });
    expect(sent('iam:GetRole')).toEqual([]);
    expect(messages()).toEqual([]);
    expect(await kept()).toEqual(before);
  });
  test('closes what is mended in Security Hub, once', async () => {
    await setTrust(account, document(trustingService()));
    await run();
    expect(messages()).toEqual([]);
    expect(await findings()).toMatchObject({ [FINDING.trust]: 'ARCHIVED', [FINDING.read]: 'ACTIVE' });
    await run();
    const imported = JSON.stringify(sent('securityhub:BatchImportFindings').map(({ input }) => input));
    expect(imported).toContain(FINDING.read);
    expect(imported).not.toContain(FINDING.trust);
  });
  test('two at once lose nothing', async () => {
    const before = await kept();
    const both = await Promise.all([run(), other.invoke({ event: nextDay() })]);
    expect(both.map(({ answer }) => answer?.targets['not-ready'])).toEqual([1, 1]);
    expect(await kept()).toHaveLength(before.length + 2);
    expect(messages()).toEqual([]);
  });
  test('a topic that refuses fails the audit after everything else, and the news is told by the next one', async () => {
    await setTrust(account, document(trustingService('ec2.amazonaws.com')));
    // What may not be looked at beforehand is no reason to end.
    stage.proxy.refuse(['sns:Publish', 'sns:GetTopicAttributes', 'securityhub:DescribeHub']);
    const before = await kept();
    const { rejected } = await run();
    for (const action of ['sns:GetTopicAttributes', 'securityhub:DescribeHub'])
      expect(rejected).toContain(`could not be seen beforehand, and the run goes on: ${action} was refused for`);
    expect(rejected).toMatch(/; the message to arn:aws:sns:\S+:audit could not be sent \(sns:Publish\): .* — grant sns:Publish/);
    expect(await kept()).toHaveLength(before.length + 1);
    expect(await findings()).toMatchObject({ [FINDING.trust]: 'ACTIVE' });
    stage.proxy.calm();
    await run();
    expect(messages()).toEqual([expect.stringContaining(RULE.trust)]);
  });
  test('a bucket that refuses to be written keeps nobody from being told', async () => {
    await setTrust(account, document(trustingService()));
    await run();
    await setTrust(account, document(trustingService('ec2.amazonaws.com')));
    stage.proxy.refuse(['s3:PutObject']);
    const { rejected } = await run();
    stage.proxy.calm();
    expect(rejected).toContain(`s3://${reports}/published/`);
    expect(rejected).toMatch(/could not be sent \(s3:PutObject\): .* — grant s3:PutObject/);
    expect(messages()).toEqual([expect.stringContaining(RULE.trust)]);
  });
  test('ends in time, with a report that says so', async () => {
    stage.proxy.interfere({ on: ['s3:HeadObject', 's3:GetObject'], fault: 'silence', where: ({ input }) => input['Bucket'] === account.bucket });
    const due = nextDay();
    const { rejected } = await run(due, 32_000);
    stage.proxy.calm();
    expect(rejected).toMatch(/^the audit was cut short: .* — name fewer Regions/);
    expect(await run(due)).toEqual({ rejected });
    const { Body } = await account.admin.s3.send(new GetObjectCommand({ Bucket: reports, Key: (await kept()).at(-1) }));
    const lines = gunzipSync((await Body?.transformToByteArray()) ?? new Uint8Array()).toString('utf8');
    expect(JSON.parse(lines.split('\n')[0] ?? '')).toMatchObject({ type: 'report', run: { complete: false } });
  });
  test('without a description it judges what exists', async () => {
    const { name, executionRoleArn, image, serverlessConfig } = account.target;
    await createServerlessEndpoint(account, { name, executionRoleArn, image, serverlessConfig });
    const audit = { description: '', scenarios: ['serverless-endpoint'], history: `s3://${reports}/audits` };
    const { answer } = await run({ ...nextDay(), ...audit });
    expect(answer).toMatchObject({ complete: true, targets: { 'not-ready': 1 } });
    expect(messages()).toEqual([expect.stringContaining(RULE.trust)]);
    await setTrust(account, document(trustingService()));
    expect((await run({ ...nextDay(), ...audit })).answer?.findings.fail).toBe(0);
    expect(messages()).toEqual([]);
    stage.proxy.interfere({ on: ['sagemaker:ListEndpoints'], fault: 'silence' });
    expect((await run({ ...nextDay(), ...audit }, 31_000)).rejected).toMatch(/interrupted|cut short/);
    stage.proxy.calm();
  });
  test.each([
    [{ histroy: 's3://reports' }, /^the event holds "histroy", which is no setting — settings are regions/],
    [{ description: 's3://reports-nowhere/plan.yaml' }, /^s3:\/\/reports-nowhere\/plan\.yaml: there is no such object — put it there/],
    [{ waivers: [{ rule: 'identity/role-exist', reason: 'known', owner: 'mara', expires: '2027-06-30' }] }, /^waivers\.yaml:1:\d+ .*identity\/role-exists\?/],
    [{ notify: 'audit' }, /^--notify audit is no ARN of a topic/],
    [{ notify: 'arn:aws:sns:us-east-1:123456789012:gone' }, /^--notify arn:aws:sns:us-east-1:123456789012:gone: there is no such topic — create it/],
    [{ deliver: 's3://reports-nowhere/a' }, /^--deliver s3:\/\/reports-nowhere\/a: there is no bucket reports-nowhere — create it/],
  ])('refuses %j in one line', async (event, message) => {
    const { rejected } = await run({ ...nextDay(), ...event });
    expect(rejected).toMatch(message);
    expect(rejected).not.toContain('\n');
    expect(sent('iam:GetRole')).toEqual([]);
  });
  test('refuses a Security Hub that is not enabled before anything is read', async () => {
    await inHub((hub) => hub.send(new DisableSecurityHubCommand({})));
    expect((await run()).rejected).toBe(`--security-hub: Security Hub is not enabled in ${account.region} — enable it there, or leave --security-hub out`);
    expect(sent('iam:GetRole')).toEqual([]);
  });
});
