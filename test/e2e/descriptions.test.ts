import { readdirSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Ended, Folder } from '../support/command.ts';
import { makeFolder } from '../support/command.ts';
import { runCommand } from '../support/run-command.ts';

jest.setTimeout(30_000);

let folder: Folder;

beforeAll(async () => {
  folder = await makeFolder();
  await cp('examples', join(folder.path, 'examples'), { recursive: true });
  await mkdir(join(folder.path, 'launch'));
});
afterAll(() => folder?.remove());

const run = (...words: readonly string[]): Promise<Ended> => runCommand(words, { cwd: folder.path });
const EXAMPLES = readdirSync('examples').filter((file) => /\.(ya?ml|json)$/.test(file));

describe.each(EXAMPLES)('examples/%s', (file) => {
  test('has no mistake, wherever lint runs', async () => {
    const { code, stdout, stderr } = await run('lint', join('examples', file));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^examples\/.*: \d targets?, no problem found\n$/);
  });
  test('has a plan, without AWS', async () => {
    const { code, stdout, stderr } = await run('plan', join('examples', file));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('none writes');
  });
});

const QUEUE = `version: 1
targets:
  - name: queue
    scenario: wandb-launch-queue
    account: '123456789012'
    region: us-east-1
    queueConfig: launch/queue.yaml
    agentConfig: launch/agent.yaml
    agentRoleArn: arn:aws:iam::123456789012:role/Agent
`;

const lintQueue = async (queue: string, agent: string): Promise<readonly string[]> => {
  await folder.write('queue.yaml', QUEUE);
  await writeFile(join(folder.path, 'launch/queue.yaml'), queue);
  await writeFile(join(folder.path, 'launch/agent.yaml'), agent);
  const { code, stdout, stderr } = await run('lint', 'queue.yaml');
  expect({ code, stderr }).toEqual({ code: stdout.includes('no problem found') ? 0 : 1, stderr: '' });
  return stdout.trim().split('\n');
};

const JOB = '{"sagemaker": {"RoleArn": "Run", "ResourceConfig": {"InstanceType": "${type}", "InstanceCount": {{count}}}}}';

describe('a queue', () => {
  test.each([
    ['with W&B’s templates, quoted or not', JOB, 'builder: { type: noop }\n', ['queue.yaml: 1 target, no problem found']],
    [
      'with an agent of an older form',
      JOB,
      'registry: { type: ecr, uri: arn:aws:ecr:x }\nbuilder: { type: docker }\n',
      ['queue.yaml: 1 target, no problem found'],
    ],
    ['whose agent is indented by tabs', JOB, 'builder:\n\ttype: kaniko\n', ['launch/agent.yaml:2:1: a tab is used to indent — YAML takes spaces only']],
    [
      'of Kubernetes',
      'kubernetes: {}\n',
      'builder: { type: noop }\n',
      ['launch/queue.yaml:1:1: is the configuration of a queue for kubernetes, not for SageMaker'],
    ],
    ['that is a file of megabytes', `x: ${'y'.repeat(2_000_000)}\n`, 'builder: { type: noop }\n', [expect.stringContaining('it is larger than 1000000 bytes')]],
  ])('%s', async (_, queue, agent, lines) => {
    expect(await lintQueue(queue, agent)).toEqual(lines);
  });
  test('whose files are not there, or are folders', async () => {
    await folder.write('queue.yaml', QUEUE.replace('launch/queue.yaml', 'nowhere.yaml').replace('launch/agent.yaml', 'launch'));
    const { code, stdout } = await run('lint', 'queue.yaml');
    expect(code).toBe(1);
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/^queue\.yaml:7:5 targets\[0\]\.queueConfig: "nowhere\.yaml" could not be read: there is no such file — its path begins/),
      expect.stringMatching(/^queue\.yaml:8:5 targets\[0\]\.agentConfig: "launch" could not be read: it is a folder/),
    ]);
  });
});

describe('flags', () => {
  test('make a target of each scenario', async () => {
    const here = ['--account', '123456789012', '--region', 'us-east-1'];
    const role = ['--execution-role-arn', 'arn:aws:iam::123456789012:role/Run'];
    const launch = ['--queue-config', 'examples/launch/queue.yaml', '--agent-config', 'examples/launch/launch-config.yaml', '--agent-role-arn', 'me'];
    const asked = [
      [...here, ...launch],
      [
        ...here,
        ...role,
        '--request',
        'examples/recommender/recommendations-job.json',
        '--subnet',
        'subnet-1',
        '--subnet',
        'subnet-2',
        '--security-group-id',
        'sg-1',
      ],
      [...here, ...role, '--accelerator-type', 'ml.eia2.medium', '--instance-type', 'ml.m5.large', '--image', 'r/i:1', '--legacy-audit'],
      [...here, '--model-id', 'huggingface-llm-mistral-7b', '--use', 'both', '--domain-id', 'd-1', '--user-profile-name', 'ana'],
    ];
    for (const words of asked) expect(await run('plan', ...words)).toMatchObject({ code: 0, stderr: '' });
  });
  test('say what is missing by their names', async () => {
    const { code, stderr } = await run('plan', '--queue-config', 'examples/launch/queue.yaml', '--account', '123456789012', '--region', 'us-east-1');
    expect(code).toBe(2);
    expect(stderr.split('\n').map((line) => line.split(':')[0])).toEqual(expect.arrayContaining(['--agent-config', '--agent-role-arn']));
  });
});
