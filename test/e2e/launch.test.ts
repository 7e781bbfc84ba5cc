import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Ended, Folder } from '../support/command.ts';
import { makeFolder } from '../support/command.ts';
import type { LaunchAccount } from '../support/launch-account.ts';
import { agentStatements, allow, readyLaunchAccount } from '../support/launch-account.ts';
import { runCommand } from '../support/run-command.ts';
import { document } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { putInline } from './mutations.ts';

jest.setTimeout(60_000);

let stage: Stage;
let folder: Folder;

beforeAll(async () => {
  [stage, folder] = await Promise.all([startStage(), makeFolder()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([stage?.stop(), folder?.remove()]);
});

const entry = ({ account, region, agent }: LaunchAccount): string => `version: 1
targets:
  - name: queue
    scenario: wandb-launch-queue
    account: '${account}'
    region: ${region}
    queueConfig: queue.yaml
    agentConfig: launch-config.yaml
    agentRoleArn: ${agent.arn}
`;

const queueOf = ({ bucket, keyArn }: LaunchAccount): string => `RoleArn: LaunchExecution
ResourceConfig:
  InstanceType: ml.m5.xlarge
  InstanceCount: 1
  VolumeSizeInGB: 30
  VolumeKmsKeyId: ${keyArn}
OutputDataConfig:
  S3OutputPath: s3://${bucket}/runs
StoppingCondition:
  MaxRuntimeInSeconds: 86400
`;

const agentOf = ({ region, repository, contexts }: LaunchAccount): string => `environment:
  type: aws
  region: ${region}
builder:
  type: kaniko
  destination: ${repository}
  build-context-store: s3://${contexts}/builds
`;

interface Files {
  readonly queue?: string;
  readonly agent?: string;
}

const run = async (account: LaunchAccount, { queue = queueOf(account), agent = agentOf(account) }: Files = {}): Promise<Ended> => {
  const target = await folder.write('targets.yaml', entry(account));
  await Promise.all([folder.write('queue.yaml', queue), folder.write('launch-config.yaml', agent)]);
  return runCommand(['check', target, '--iam-engine', 'local'], { env: account.environment, cwd: folder.path });
};

describe('a queue and its agent, as files', () => {
  test('are ready where the account is', async () => {
    const { code, stdout, stderr } = await run(await readyLaunchAccount(stage));
    expect({ code, stderr, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/ready/) });
  });
  test('what the agent’s file says wrongly is found there', async () => {
    const account = await readyLaunchAccount(stage);
    const { code, stdout } = await run(account, { agent: agentOf(account).replace('.dkr.', '.') });
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining('launch/destination-has-the-form') });
    expect(stdout).toMatch(/launch-config\.yaml:6:\d+/);
    expect(stdout).toContain(account.repository);
  });
  test('what the queue’s file lacks is found there', async () => {
    const account = await readyLaunchAccount(stage);
    const { code, stdout } = await run(account, { queue: queueOf(account).replace(/StoppingCondition[\s\S]*/, '') });
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining('launch/queue-is-complete') });
    expect(stdout).toMatch(/queue\.yaml:1:1/);
  });
  test('a template is no mistake, and no pass', async () => {
    const account = await readyLaunchAccount(stage);
    const { code, stdout } = await run(account, { queue: queueOf(account).replace('VolumeSizeInGB: 30', 'VolumeSizeInGB: ${size}') });
    expect({ code, stdout }).toMatchObject({ code: 3, stdout: expect.stringContaining('when a run starts') });
  });
});

describe('grants that look right', () => {
  const checked = async (purpose: 'create' | 'grant', instead: (account: LaunchAccount) => ReturnType<typeof allow>): Promise<string> => {
    const account = await readyLaunchAccount(stage);
    const statements = Object.entries(agentStatements(account)).map(([name, statement]) => (name === purpose ? instead(account) : statement));
    await putInline(account, account.agent.name, 'Agent', document(...statements));
    return (await run(account)).stdout;
  };
  test('an ARN of five fields is named', async () => {
    const stdout = await checked('create', ({ region, account }) => allow('sagemaker:CreateTrainingJob', `arn:aws:sagemaker:${region}:${account}/*`));
    expect(stdout).toContain('identity/deployer-may-create-training-job');
    expect(stdout).toMatch(/arn:aws:sagemaker:us-east-1:\d{12}\/\*/);
  });
  test('a service in capitals is named', async () => {
    const stdout = await checked('grant', ({ keyArn, region }) =>
      allow('kms:CreateGrant', keyArn, { StringEquals: { 'kms:ViaService': `SageMaker.${region}.amazonaws.com` } }),
    );
    expect(stdout).toContain('encryption/volume-key-may-be-granted');
    expect(stdout).toMatch(/kms:ViaService/);
    expect(stdout).toContain('SageMaker.us-east-1.amazonaws.com');
    expect(stdout).toContain('sagemaker.us-east-1.amazonaws.com');
  });
});
