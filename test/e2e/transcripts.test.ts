import { PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, jest, test } from '@jest/globals';
import { stringify } from 'yaml';
import type { ServerlessEndpointTarget } from '../../src/model/target.ts';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import type { Folder } from '../support/command.ts';
import { makeFolder } from '../support/command.ts';
import { expectGolden } from '../support/golden.ts';
import { runCommand } from '../support/run-command.ts';
import { createServerlessEndpoint, document } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';

jest.setTimeout(30_000);

let stage: Stage;
let folder: Folder;
let account: ReadyAccount;

beforeAll(async () => {
  stage = await startStage();
  folder = await makeFolder();
}, 120_000);
afterEach(() => stage?.proxy.calm());
afterAll(async () => {
  await stage?.stop();
  await folder?.remove();
});

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The same text for every run: what moto chooses by chance, and where it listens, is replaced. */
const normalised = (text: string): string => text.replaceAll(account.url, 'http://127.0.0.1:PORT').replaceAll(UUID, '11111111-2222-3333-4444-555555555555');

const describeTargets = async (...targets: readonly Partial<ServerlessEndpointTarget>[]): Promise<void> => {
  await folder.write('sageready.yaml', stringify({ version: 1, targets: targets.map((changes) => ({ ...account.target, ...changes })) }));
};

/** Runs commands as a user types them, and compares all that they say with the transcript. */
const expectTranscript = async (name: string, ...commands: readonly (readonly string[])[]): Promise<void> => {
  let transcript = '';
  for (const words of commands) {
    const { code, stdout, stderr } = await runCommand(words, { cwd: folder.path, env: { ...account.environment, COLUMNS: '100' } });
    transcript += `$ sageready ${words.join(' ')}\n${stdout}${stderr}[exit code ${code}]\n\n`;
  }
  expectGolden(`e2e/transcripts/${name}.txt`, normalised(transcript));
};

const CHECK = ['check', '--now', '2026-11-21T12:00:00Z'];
/** moto has no policy simulator. */
const CHECK_ALONE = [...CHECK, '--iam-engine', 'local'];

test('a ready account', async () => {
  account = await readyServerlessAccount(stage, { account: '200000001001' });
  stage.proxy.simulate(account.account, () => ({ decision: 'allowed' }));
  await describeTargets({});
  await expectTranscript('ready', CHECK, [...CHECK, '--all'], ['plan'], ['permissions']);
});

test('a broken account', async () => {
  account = await readyServerlessAccount(stage, { account: '200000001002' });
  const { admin, bucket, executionRole, target } = account;
  const condition = { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f67890' } };
  const deny = {
    Sid: 'OnlyFromOurVpc',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${bucket}/*`,
    Condition: condition,
  } as const;
  await admin.s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: document(deny) }));
  const serverlessConfig = { memorySizeInMB: 1024, maxConcurrency: 16 };
  await createServerlessEndpoint(account, { name: 'busy', executionRoleArn: executionRole.arn, image: target.image, serverlessConfig });
  await describeTargets({ kmsKeyId: 'alias/churn-endpoints' });
  await expectTranscript('broken', CHECK_ALONE);
});

test('an account that may not be read in one place', async () => {
  account = await readyServerlessAccount(stage, { account: '200000001003' });
  stage.proxy.refuse(['kms:GetKeyPolicy'], { account: account.account });
  await describeTargets({});
  await expectTranscript('refused', CHECK_ALONE);
});

test('two targets that do not fit side by side', async () => {
  account = await readyServerlessAccount(stage, { account: '200000001004' });
  const upsell = { name: 'upsell', endpointName: 'upsell', endpointConfigName: 'upsell', serverlessConfig: { memorySizeInMB: 2048, maxConcurrency: 16 } };
  await describeTargets({}, upsell);
  await expectTranscript('two-targets', CHECK_ALONE);
});

test('a description with mistakes', async () => {
  account = await readyServerlessAccount(stage, { account: '200000001005' });
  await describeTargets({ region: 'us_east_1', executionRoleArn: 'ChurnExecution', modelDataUrl: 'churn/model.tar.gz' });
  await expectTranscript('mistakes', CHECK, ['chekc'], ['explain', 'role-exists']);
});
