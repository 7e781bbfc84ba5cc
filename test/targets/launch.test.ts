import { describe, expect, test } from '@jest/globals';
import type { WandbLaunchQueueTarget } from '../../src/model/target.ts';
import type { OpenFile } from '../../src/targets/opened.ts';
import { formatProblems, problemsOf } from '../../src/targets/problem.ts';
import { readDescription } from '../../src/targets/read.ts';
import { isSavedTarget } from '../../src/targets/schema/saved.ts';

const ROLE = 'arn:aws:iam::012345678901:role/service-role/Run';
const QUEUE = `RoleArn: ${ROLE}
ResourceConfig:
  InstanceType: ml.m5.xlarge
  InstanceCount: 1
  VolumeSizeInGB: 30
OutputDataConfig:
  S3OutputPath: s3://out/runs
StoppingCondition:
  MaxRuntimeInSeconds: 86400
`;
const AGENT = `environment: { type: aws, region: us-east-1 }
builder:
  type: kaniko
  destination: 012345678901.dkr.ecr.us-east-1.amazonaws.com/launch
  build-context-store: s3://context/builds
`;

const opening =
  (files: Readonly<Record<string, string>>): OpenFile =>
  (path) => {
    const text = files[path];
    return text === undefined ? { fault: 'there is no such file' } : { file: `folder/${path}`, text };
  };

interface Written {
  readonly queue?: string;
  readonly agent?: string;
  /** Instead of the keys that name the files. */
  readonly keys?: string;
  readonly region?: string;
}

const read = ({ queue = QUEUE, agent = AGENT, keys, region = 'us-east-1' }: Written = {}) =>
  readDescription(
    `version: 1
targets:
  - name: queue
    scenario: wandb-launch-queue
    account: '012345678901'
    region: ${region}
${keys ?? `    queueConfig: q.yaml\n    agentConfig: a.yaml\n    agentRoleArn: arn:aws:iam::012345678901:role/Agent\n`}`,
    'f.yaml',
    { defaultDeployer: 'me', open: opening({ 'q.yaml': queue, 'a.yaml': agent }) },
  );
const linesOf = (written: Written): readonly string[] => {
  const problems = formatProblems(problemsOf(read(written)));
  return problems === '' ? [] : problems.split('\n');
};
const made = (written: Written = {}): WandbLaunchQueueTarget => {
  expect(linesOf(written)).toEqual([]);
  const [target] = read(written).targets;
  const { origin: _, ...saved } = target ?? {};
  expect([saved, isSavedTarget(JSON.parse(JSON.stringify(saved)))]).toEqual([saved, true]);
  return target as WandbLaunchQueueTarget;
};

describe('a queue and its agent', () => {
  test('make a target whose deployer is the agent', () => {
    const { origin: _, ...target } = made();
    expect(target).toEqual({
      name: 'queue',
      scenario: 'wandb-launch-queue',
      account: '012345678901',
      region: 'us-east-1',
      deployer: 'arn:aws:iam::012345678901:role/Agent',
      executionRoleArn: ROLE,
      trainingJob: {
        resourceConfig: { instanceType: 'ml.m5.xlarge', instanceCount: 1, volumeSizeInGB: 30 },
        outputDataConfig: { s3OutputPath: 's3://out/runs' },
        stoppingCondition: { maxRuntimeInSeconds: 86_400 },
      },
      queue: { roleArn: ROLE, hasAlgorithmSpecification: false, templated: [], unknownKeys: [] },
      agent: {
        baseUrl: 'https://api.wandb.ai',
        environment: { type: 'aws', region: 'us-east-1' },
        builder: { type: 'kaniko', destination: '012345678901.dkr.ecr.us-east-1.amazonaws.com/launch', buildContextStore: 's3://context/builds' },
      },
    });
  });
  test.each([
    ['under sagemaker', { sagemaker: { RoleArn: ROLE, ResourceConfig: { InstanceCount: 2 } } }],
    ['under resource_args', { resource_args: { sagemaker: { RoleArn: ROLE, ResourceConfig: { InstanceCount: 2 } } } }],
    ['at the top', { RoleArn: ROLE, ResourceConfig: { InstanceCount: 2 } }],
    ['in snake case at the top', { role_arn: ROLE, resource_config: { InstanceCount: 2 } }],
  ])('are read %s, as JSON with tabs too', (_, queue) => {
    expect(made({ queue: JSON.stringify(queue, null, '\t') })).toMatchObject({ executionRoleArn: ROLE, trainingJob: { resourceConfig: { instanceCount: 2 } } });
  });
  test('may stand in the description itself', () => {
    const keys = `    queueConfig: { sagemaker: { RoleArn: "${ROLE}", ResourceConfig: { InstanceType: ml.m5.large } } }\n    agentConfig: { builder: { type: noop } }\n    agentRoleArn: me\n    queueName: training\n    wandbBaseUrl: https://wandb.example.com\n`;
    const target = made({ keys });
    expect(target).toMatchObject({
      deployer: 'me',
      queue: { name: 'training' },
      agent: { baseUrl: 'https://wandb.example.com', builder: { type: 'noop' } },
      trainingJob: { resourceConfig: { instanceType: 'ml.m5.large' } },
    });
    expect(target.origin?.positions).toMatchObject({
      '/deployer': { line: 9, column: 5 },
      '/executionRoleArn': { line: 7, column: 33 },
      '/trainingJob/resourceConfig/instanceType': { line: 7 },
      '/agent/builder/type': { line: 8, column: 31 },
    });
  });
  test('are told with the files and places of their keys', () => {
    expect(made().origin?.elsewhere).toMatchObject({
      '/executionRoleArn': { file: 'folder/q.yaml', line: 1, column: 1 },
      '/trainingJob': { file: 'folder/q.yaml', line: 1, column: 1 },
      '/trainingJob/resourceConfig/instanceType': { file: 'folder/q.yaml', line: 3, column: 3 },
      '/agent': { file: 'folder/a.yaml', line: 1, column: 1 },
      '/agent/builder/buildContextStore': { file: 'folder/a.yaml', line: 5, column: 3 },
    });
  });
});

describe('values stay as they are written, for rules to judge', () => {
  test.each([
    ['an address with one slash', { queue: QUEUE.replace('s3://out', 's3:/out') }, { trainingJob: { outputDataConfig: { s3OutputPath: 's3:/out/runs' } } }],
    [
      'an alias as volume key',
      { queue: QUEUE.replace('  VolumeSize', '  VolumeKmsKeyId: alias/x\n  VolumeSize') },
      { trainingJob: { resourceConfig: { volumeKmsKeyId: 'alias/x' } } },
    ],
    [
      'an ARN as registry',
      { agent: `${AGENT}registry: { type: ecr, uri: "arn:aws:ecr:us-east-1:012345678901:repository/launch", repo_name: launch, account_id: 012345678901 }\n` },
      { agent: { registry: { type: 'ecr', uri: 'arn:aws:ecr:us-east-1:012345678901:repository/launch', repoName: 'launch', accountId: '012345678901' } } },
    ],
    [
      'a destination without dkr',
      { agent: AGENT.replace('.dkr', '') },
      { agent: { builder: { destination: '012345678901.ecr.us-east-1.amazonaws.com/launch' } } },
    ],
    ['an environment of another cloud', { agent: AGENT.replace('type: aws', 'type: gcp') }, { agent: { environment: { type: 'gcp' } } }],
    [
      'keys that CreateTrainingJob does not know',
      { queue: `${QUEUE}StopingCondition: {}\nQuantum: 1\n` },
      { queue: { unknownKeys: ['StopingCondition', 'Quantum'] } },
    ],
    ['unknown keys further in', { queue: QUEUE.replace('VolumeSizeInGB', 'VolumeSize') }, { queue: { unknownKeys: ['ResourceConfig.VolumeSize'] } }],
    [
      'an image without input mode',
      { queue: `${QUEUE}AlgorithmSpecification: { TrainingImage: r/i:1 }\n` },
      { image: 'r/i:1', queue: { hasAlgorithmSpecification: true, trainingImage: 'r/i:1' } },
    ],
    [
      'a manifest, whose objects nobody asks about',
      {
        queue: `${QUEUE}InputDataConfig:
  - { ChannelName: a, DataSource: { S3DataSource: { S3DataType: S3Prefix, S3Uri: s3://in/a } } }
  - { ChannelName: b, DataSource: { S3DataSource: { S3DataType: ManifestFile, S3Uri: s3://in/b.manifest } } }
`,
      },
      { trainingJob: { inputs: ['s3://in/a', 's3://in/b.manifest'] }, completed: expect.arrayContaining([expect.stringContaining('manifests')]) },
    ],
    [
      'channels, tags, VPC and switches',
      {
        queue: `${QUEUE}InputDataConfig:
  - { ChannelName: a, DataSource: { FileSystemDataSource: { FileSystemId: fs-01234567, FileSystemType: EFS } } }
  - { ChannelName: b, DataSource: { S3DataSource: { S3Uri: s3://in/b } } }
Tags: [{ Key: team, Value: churn }]
VpcConfig: { Subnets: [subnet-1], SecurityGroupIds: [sg-1] }
EnableNetworkIsolation: true
EnableManagedSpotTraining: true
CheckpointConfig: { S3Uri: s3://c }
`,
      },
      {
        tags: { team: 'churn' },
        queue: { tagKeys: ['team'] },
        vpcConfig: { subnets: ['subnet-1'], securityGroupIds: ['sg-1'] },
        enableNetworkIsolation: true,
        trainingJob: {
          inputs: ['s3://in/b'],
          fileSystems: [{ fileSystemId: 'fs-01234567', fileSystemType: 'EFS' }],
          enableManagedSpotTraining: true,
          checkpointUri: 's3://c',
        },
      },
    ],
  ])('%s', (_, written, expected) => {
    expect(made(written)).toMatchObject(expected);
  });
  test('but values of environment variables are not kept', () => {
    const target = made({ queue: `${QUEUE}Environment: { WANDB_API_KEY: MARKER, B: "\${x}" }\n` });
    expect(target.trainingJob?.environmentVariables).toBe(2);
    expect(JSON.stringify(target)).not.toContain('MARKER');
  });
});

describe('what the agent completes', () => {
  test.each([
    ['us-east-1', 'Run', 'arn:aws:iam::012345678901:role/Run'],
    ['cn-north-1', 'service-role/Run', 'arn:aws-cn:iam::012345678901:role/service-role/Run'],
  ])('in %s, the role %s, is said', (region, text, arn) => {
    const keys = `    queueConfig: q.yaml\n    agentConfig: a.yaml\n    agentRoleArn: me\n`;
    const target = made({ region, keys, queue: QUEUE.replace(ROLE, text) });
    expect(target).toMatchObject({ executionRoleArn: arn, queue: { roleArn: text }, completed: [`the agent completes the role ${text} to ${arn}`] });
  });
  test('is a role and an output of its runner, where the queue names none', () => {
    const queue = 'ResourceConfig: { InstanceType: ml.m5.large }\n';
    const agent = `${AGENT}runner: { type: sagemaker, s3_output_path: out/runs, role_arn: "${ROLE}" }\n`;
    const target = made({ queue, agent });
    expect(target).toMatchObject({ executionRoleArn: ROLE, trainingJob: { outputDataConfig: { s3OutputPath: 's3://out/runs' } } });
    expect(target.queue).not.toHaveProperty('roleArn');
    expect(target.origin?.elsewhere).toMatchObject({
      '/executionRoleArn': { file: 'folder/a.yaml', line: 6 },
      '/trainingJob/outputDataConfig/s3OutputPath': { file: 'folder/a.yaml', line: 6 },
    });
    expect(made({ agent })).toMatchObject({ executionRoleArn: ROLE, trainingJob: { outputDataConfig: { s3OutputPath: 's3://out/runs' } } });
  });
  test.each([
    ['environment: { type: aws, region: us-east-1 }\n', 'noop'],
    ['registry: { type: ecr, uri: 012345678901.dkr.ecr.us-east-1.amazonaws.com/launch }\n', 'docker'],
  ])('is its builder, where %j names none, and that is said', (agent, type) => {
    expect(made({ agent })).toMatchObject({ agent: { builder: { type } }, completed: [expect.stringContaining(`judged as ${type}`)] });
  });
});

describe('a template', () => {
  const open = (queue: string) => made({ queue });
  test.each([
    ['ResourceConfig.InstanceCount', 'InstanceCount: 1', 'InstanceCount: {{count}}', ['trainingJob', 'trainingJob.resourceConfig.instanceCount'], ['count']],
    [
      'ResourceConfig.InstanceType',
      'InstanceType: ml.m5.xlarge',
      'InstanceType: "ml.{{size}}"',
      ['trainingJob', 'trainingJob.resourceConfig.instanceType'],
      ['size'],
    ],
    ['OutputDataConfig.S3OutputPath', 's3://out/runs', 's3://out/${project_name}/${run_id}', ['trainingJob'], ['project_name', 'run_id']],
    ['RoleArn', ROLE, '${role}', ['executionRoleArn'], ['role']],
  ])('in %s leaves open what it decides', (key, from, to, fields, missing) => {
    const target = open(QUEUE.replace(from, to));
    expect(target.queue.templated).toEqual([key]);
    for (const field of fields) expect(target.unresolved?.[field]).toMatchObject({ reason: 'context', missing, message: expect.stringContaining(key) });
    expect(target.trainingJob?.resourceConfig).toBeDefined();
  });
  test('in place of a whole map, or within VPC and image, leaves open the whole', () => {
    const target = open(
      `${QUEUE}VpcConfig: { Subnets: ["{{subnet}}"], SecurityGroupIds: [sg-1] }\nAlgorithmSpecification: { TrainingImage: "\${REGISTRY}/x:1", TrainingInputMode: File }\n`,
    );
    expect(target.queue).toMatchObject({
      templated: ['VpcConfig', 'AlgorithmSpecification.TrainingImage'],
      hasAlgorithmSpecification: true,
      trainingInputMode: 'File',
    });
    expect(target.unresolved).toMatchObject({ vpcConfig: { missing: ['subnet'] }, image: { missing: ['REGISTRY'] } });
    for (const field of ['vpcConfig', 'image']) expect(target).not.toHaveProperty(field);
    expect(open('RoleArn: x\nResourceConfig: {{resources}}\n').unresolved).toHaveProperty('trainingJob');
  });
  test('for the image of the run leaves nothing open: each run has its own', () => {
    const target = open(`${QUEUE}AlgorithmSpecification: { TrainingImage: \${image_uri}, TrainingInputMode: File }\n`);
    expect(target).toMatchObject({
      queue: { hasAlgorithmSpecification: true, templated: ['AlgorithmSpecification.TrainingImage'] },
      completed: [expect.stringContaining('each run’s own image')],
    });
    for (const field of ['unresolved', 'image']) expect(target).not.toHaveProperty(field);
    expect(open(`${QUEUE}AlgorithmSpecification: { TrainingImage: "x/\${image_uri}" }\n`).unresolved).toHaveProperty('image');
  });
  test('in one tag leaves the others, and how many there are', () => {
    const target = open(`${QUEUE}Tags: [{ Key: team, Value: "{{team}}" }, { Key: "\${name}", Value: x }, { Key: team, Value: y }]\n`);
    expect(target.queue.tagKeys).toEqual(['team', '${name}', 'team']);
    expect(target.unresolved).toHaveProperty('tags');
    expect(open(`${QUEUE}Tags: {{tags}}\n`).queue).not.toHaveProperty('tagKeys');
  });
  test('of the output is not filled in from the agent’s runner', () => {
    const queue = QUEUE.replace('  S3OutputPath: s3://out/runs', '  S3OutputPath: ${output}');
    expect(made({ queue, agent: `${AGENT}runner: { s3_output_path: out }\n` }).trainingJob?.outputDataConfig).toEqual({});
  });
});

describe('what cannot be understood is told with place, meaning and remedy', () => {
  test.each([
    [{ agent: 'builder:\n\ttype: kaniko\n' }, ['folder/a.yaml:2:1: a tab is used to indent — YAML takes spaces only']],
    [{ queue: '{"RoleArn": ' }, [/^folder\/q\.yaml:1:\d+: not valid YAML/]],
    [{ queue: '' }, ['folder/q.yaml:1:1: is empty']],
    [{ queue: '[1]' }, ['folder/q.yaml:1:1: is not a map of keys']],
    [{ queue: `x: ${'y'.repeat(1_000_001)}` }, [/^folder\/q\.yaml:1:1: has 1000004 characters, which is no configuration/]],
    [{ queue: 'kubernetes: { kind: Job }\n' }, ['folder/q.yaml:1:1: is the configuration of a queue for kubernetes, not for SageMaker']],
    [{ queue: 'a: 1\n' }, [/holds no key of CreateTrainingJob — W&B takes RoleArn/]],
    [
      { queue: QUEUE.replace('InstanceCount: 1', 'InstanceCount: "1"') },
      [/^folder\/q\.yaml:4:3 ResourceConfig\.InstanceCount: is text — leave out the quotes/],
    ],
    [
      { queue: QUEUE.replace('VolumeSizeInGB: 30', 'VolumeSizeInGB: lots') },
      [/^folder\/q\.yaml:5:3 ResourceConfig\.VolumeSizeInGB: is the text "lots", not a number/],
    ],
    [{ queue: `${QUEUE}VpcConfig: { Subnets: [subnet-1] }\n` }, [/^folder\/q\.yaml:10:1 VpcConfig\.SecurityGroupIds: is missing/]],
    [{ queue: QUEUE.replace(/ResourceConfig:\n(?: {2}.*\n){3}/, 'ResourceConfig: big\n') }, ['folder/q.yaml:2:1 ResourceConfig: is not a map of keys']],
    [{ agent: AGENT.replace('kaniko', 'heroku') }, ['folder/a.yaml:3:3 builder.type: is the text "heroku"; expected docker, kaniko or noop']],
    [{ agent: 'builder: { destination: x }\n' }, ['folder/a.yaml:1:1 builder.type: is missing; expected docker, kaniko or noop']],
    [
      { agent: AGENT.replace('build-context-store', 'build_context_store') },
      ['folder/a.yaml:5:3 builder.build_context_store: unknown key — did you mean build-context-store?'],
    ],
    [{ agent: `${AGENT}runer: {}\n` }, ['folder/a.yaml:6:1 runer: unknown key — did you mean runner?']],
    [{ agent: 'launchConfig: |\n  queues: []\n' }, [/^folder\/a\.yaml:1:1 launchConfig: is a file of Helm values — put the text/]],
    [{ keys: '' }, ['queueConfig: is missing', 'agentConfig: is missing', 'agentRoleArn: is missing']],
    [
      { keys: '    queueConfig: none.yaml\n    agentConfig: a.yaml\n    agentRoleArn: Agent\n' },
      [/targets\[0\]\.queueConfig: "none\.yaml" could not be read: there is no such file/, /agentRoleArn: "Agent" is a name — write the ARN/],
    ],
    [
      { keys: '    queueConfig: q.yaml\n    agentConfig: a.yaml\n    agentRoleArn: arn:aws:iam::999999999999:role/A\n' },
      [/agentRoleArn: belongs to account "999999999999"/],
    ],
  ])('%#', (written, says) => {
    const lines = linesOf(written);
    expect(lines).toHaveLength(says.length);
    for (const [index, words] of says.entries())
      expect(lines[index]).toEqual(typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words));
  });
  test('keys that an agent of another version may know are passed over', () => {
    expect(made({ agent: `${AGENT}quantum: true\n` }).agent.builder.type).toBe('kaniko');
  });
});
