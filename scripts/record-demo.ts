// Records the facts that `sageready demo` judges: builds a ready and a broken account in moto and saves what `collect` says of them.
// Run it after `npm run build`: node scripts/run-ts.mjs scripts/record-demo.ts
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { stringify } from 'yaml';
import type { Target } from '../src/model/target.ts';
import type { ReadyAccount } from '../test/support/account.ts';
import { readyServerlessAccount } from '../test/support/account.ts';
import { document } from '../test/support/seed.ts';
import type { Stage } from '../test/support/stage.ts';
import { startStage } from '../test/support/stage.ts';

const NOW = '2026-11-21T12:00:00Z';
const BUNDLE = resolve('dist/cli/sageready.js');
const FACTS = resolve('examples/facts');
/** Makes moto name keys and roles alike in every recording. */
const SEED = '/moto-api/seed?a=42';

const collect = async ({ environment }: ReadyAccount, target: Target, name: string): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'sageready-demo-'));
  const description = `${target.name}.yaml`;
  await writeFile(join(folder, description), stringify({ version: 1, targets: [target] }));
  const words = [BUNDLE, 'collect', join(FACTS, `${name}.json`), description, '--iam-engine', 'local', '--now', NOW];
  const [code] = await once(spawn(process.execPath, words, { cwd: folder, stdio: 'inherit', env: { PATH: process.env['PATH'], ...environment } }), 'exit');
  await rm(folder, { recursive: true });
  if (code !== 0) throw new Error(`collect ended with ${code}`);
};

const recordReady = async (stage: Stage): Promise<void> => {
  const account = await readyServerlessAccount(stage, { account: '111122223333' });
  await collect(account, { ...account.target, name: 'churn-staging' }, 'ready');
};

/**
 * Three causes that have nothing to do with each other: the bucket admits one VPC endpoint only, the key's alias names nothing
 * (what the key's policy says then cannot matter), and the account's quota is that of a new account. The deployer's policy may not be read.
 */
const recordBroken = async (stage: Stage): Promise<void> => {
  const account = await readyServerlessAccount(stage, { account: '444455556666', concurrencyQuota: 3 });
  const { admin, bucket, deployer, target } = account;
  const onlyFromVpc = {
    Sid: 'OnlyFromOurVpc',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${bucket}/*`,
    Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f67890' } },
  } as const;
  await admin.s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: document(onlyFromVpc) }));
  stage.proxy.refuse(['iam:GetRolePolicy'], { account: account.account, where: ({ input }) => input['RoleName'] === deployer.name });
  await collect(account, { ...target, name: 'churn-production', kmsKeyId: 'alias/churn-endpoints' }, 'broken');
};

const stage = await startStage();
try {
  await fetch(`${stage.moto.url}${SEED}`, { method: 'POST' });
  await recordReady(stage);
  await recordBroken(stage);
} finally {
  await stage.stop();
}
