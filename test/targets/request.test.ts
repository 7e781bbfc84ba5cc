import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { OpenFile } from '../../src/targets/opened.ts';
import { formatProblems, problemsOf } from '../../src/targets/problem.ts';
import { readDescription } from '../../src/targets/read.ts';

const REQUEST = readFileSync('examples/recommender/recommendations-job.json', 'utf8');
const HEAD = `version: 1
defaults:
  account: '012345678901'
  region: us-east-1
  executionRoleArn: arn:aws:iam::012345678901:role/Default
  acceleratorType: ml.eia2.medium
  vpcConfig: { subnets: [subnet-1], securityGroupIds: [sg-1] }
targets:
  - name: sizing
    scenario: inference-recommender-vpc
`;

const opening =
  (files: Readonly<Record<string, string>>): OpenFile =>
  (path) => {
    const text = files[path];
    return text === undefined ? { fault: 'there is no such file' } : { file: `folder/${path}`, text };
  };

const read = (target: string, files: Readonly<Record<string, string>> = {}) =>
  readDescription(`${HEAD}${target}`, 'f.yaml', { defaultDeployer: undefined, open: opening(files) });
const linesOf = (target: string, files: Readonly<Record<string, string>> = {}): readonly string[] => {
  const problems = formatProblems(problemsOf(read(target, files)));
  return problems === '' ? [] : problems.split('\n');
};

const PACKAGE = '    modelPackageName: arn:aws:sagemaker:us-east-1:012345678901:model-package/churn/3\n';
const TAKEN = {
  jobName: 'churn-load-test',
  jobType: 'Advanced',
  executionRoleArn: 'arn:aws:iam::123456789012:role/service-role/SageMakerExecution',
  modelName: 'churn',
  containerConfig: {
    domain: 'MACHINE_LEARNING',
    task: 'CLASSIFICATION',
    framework: 'XGBOOST',
    frameworkVersion: '1.7-1',
    samplePayloadUrl: 's3://churn-models/churn/payload.tar.gz',
    supportedContentTypes: ['text/csv'],
    supportedEndpointType: 'RealTime',
  },
  endpointConfigurations: [{ instanceType: 'ml.m5.xlarge' }, { instanceType: 'ml.c5.2xlarge' }],
  trafficPattern: { trafficType: 'PHASES', phases: [{ initialNumberOfUsers: 1, spawnRate: 1, durationInSeconds: 120 }] },
  limits: { maxNumberOfTests: 4, maxParallelOfTests: 2, jobDurationInSeconds: 7200, maxInvocations: 300, latencyPercentiles: ['P95'] },
  tags: { team: 'churn' },
};

const indented = (value: unknown): string => JSON.stringify(value);

describe('a recommender job', () => {
  test('of a model package needs no more than that, a role and a VPC; it is a default job', () => {
    const { targets, ...rest } = read(PACKAGE);
    expect(problemsOf({ targets, ...rest })).toEqual([]);
    expect(targets[0]).toMatchObject({ jobType: 'Default', vpcConfig: { subnets: ['subnet-1'] }, executionRoleArn: 'arn:aws:iam::012345678901:role/Default' });
    expect(targets[0]).not.toHaveProperty('acceleratorType');
  });
  test.each([
    ['in a file', '    request: job.json\n', { 'job.json': REQUEST }],
    ['as a map', `    request: ${indented(JSON.parse(REQUEST))}\n`, {}],
    [
      'pasted into the target',
      Object.entries(JSON.parse(REQUEST))
        .map(([key, value]) => `    ${key}: ${indented(value)}\n`)
        .join(''),
      {},
    ],
  ])('is what its request says, %s', (_, text, files) => {
    const { targets, ...rest } = read(text, files);
    expect(problemsOf({ targets, ...rest })).toEqual([]);
    expect(targets[0]).toMatchObject(TAKEN);
  });
  test('takes its own word before the request’s, and the request’s before that of defaults', () => {
    const { targets } = read('    request: job.json\n    jobName: mine\n', { 'job.json': REQUEST });
    expect(targets[0]).toMatchObject({ ...TAKEN, jobName: 'mine' });
  });
  test('knows in which file each key stands', () => {
    const origin = read('    request: job.json\n', { 'job.json': REQUEST }).targets[0]?.origin;
    expect(origin?.elsewhere).toMatchObject({
      '/executionRoleArn': { file: 'folder/job.json', line: 4, column: 3 },
      '/containerConfig/samplePayloadUrl': { file: 'folder/job.json', line: 14, column: 9 },
      '/endpointConfigurations/1/instanceType': { file: 'folder/job.json', line: 19, column: 70 },
      '/limits/latencyPercentiles/0': { file: 'folder/job.json', line: 28 },
    });
    expect(origin?.positions).toMatchObject({ '/vpcConfig/subnets/0': { line: 7, column: 26 } });
    expect(origin?.positions).not.toHaveProperty('/executionRoleArn');
  });
});

describe('what is wrong with a recommender job is told where it is written', () => {
  const inRequest = (from: string, to: string): readonly string[] => {
    expect(REQUEST).toContain(from);
    return linesOf('    request: job.json\n', { 'job.json': REQUEST.replace(from, to) });
  };
  test.each([
    ['"JobTyp": ', '"JobType": ', /^folder\/job\.json:3:3 JobTyp: unknown key — did you mean JobType\?$/],
    ['"Domian": ', '"Domain": ', /^folder\/job\.json:9:7 InputConfig\.ContainerConfig\.Domian: unknown key — did you mean Domain\?$/],
    [
      '"InstanceTyp": ',
      '"InstanceType": ',
      /^folder\/job\.json:19:\d+ InputConfig\.EndpointConfigurations\[0\]\.InstanceTyp: unknown key — did you mean InstanceType\?$/,
    ],
    ['"JobDurationInSeconds": "2 h"', '"JobDurationInSeconds": 7200', /^folder\/job\.json:7:5 InputConfig\.JobDurationInSeconds: is the text "2 h", not/],
    [
      '"RoleArn": "Run",',
      '"RoleArn": "arn:aws:iam::123456789012:role/service-role/SageMakerExecution",',
      /^folder\/job\.json:4:3 RoleArn: "Run" is a role’s name/,
    ],
    ['"ResourceLimit": 4', '"ResourceLimit": { "MaxNumberOfTests": 4, "MaxParallelOfTests": 2 }', /InputConfig\.ResourceLimit: is not a map of keys$/],
  ])('%s', (wrong, right, says) => {
    const lines = inRequest(right, wrong);
    expect(lines).toEqual([expect.stringMatching(says)]);
  });
  test('a key that is like none is passed over: AWS may know it', () => {
    expect(inRequest('"JobType"', '"QuantumMode": true, "JobType"')).toEqual([]);
  });
  test.each([
    ['    jobType: Default\n', ['modelPackageName: is missing, and so is modelName']],
    [`${PACKAGE}    jobType: default\n`, ['jobType: is the text "default"; expected Default or Advanced — did you mean Default?']],
    [
      `${PACKAGE}    endpointConfigurations: [{ instancetype: ml.m5.large }]\n`,
      ['endpointConfigurations[0].instancetype: unknown key — did you mean instanceType?'],
    ],
    [`${PACKAGE}    containerConfig: { samplePayloadUrl: s3://bucket }\n`, ['containerConfig.samplePayloadUrl: names a bucket but no object']],
    [`${PACKAGE}    legacyAudit: true\n`, ['legacyAudit: unknown key here — it belongs to targets of the scenario elastic-inference']],
    [
      '    modelPackageName: arn:aws:sagemaker:us-east-1:012345678901:model-package-group/churn\n',
      ['modelPackageName: "arn:aws:sagemaker:us-east-1:012345678901:model-package-group/churn" is a group'],
    ],
    [`${PACKAGE}    volumeKmsKeyId: arn:aws-cn:kms:cn-north-1:012345678901:alias/x\n`, ['volumeKmsKeyId: is of partition "aws-cn"']],
    ['    request: nowhere.json\n', ['request: "nowhere.json" could not be read: there is no such file', 'modelPackageName: is missing']],
    ['    request: [1]\n    modelName: churn\n', ['request: is neither text nor a map']],
  ])('%j', (text, says) => {
    const lines = linesOf(text).toSorted();
    expect(lines).toHaveLength(says.length);
    for (const [index, words] of says.toSorted().entries()) expect(lines.some((line) => line.includes(`targets[0].${words}`))).toBe(index >= 0);
  });
  test('a request that is no JSON, or empty, is told with its file', () => {
    expect(linesOf(`${PACKAGE}    request: job.json\n`, { 'job.json': '{"JobName": ' })).toEqual([
      expect.stringMatching(/^folder\/job\.json:\d+:\d+: not valid YAML/),
    ]);
    expect(linesOf(`${PACKAGE}    request: job.json\n`, { 'job.json': '' })).toEqual(['folder/job.json:1:1: is empty']);
    expect(linesOf(`${PACKAGE}    request: job.json\n`, { 'job.json': '[1]' })).toEqual(['folder/job.json:1:1: is not a map of keys']);
  });
});

test('a description read without files says so', () => {
  const { invalid } = readDescription(`${HEAD}    request: job.json\n`, 'f.yaml', { defaultDeployer: undefined });
  expect(invalid).toMatchObject([{ name: 'sizing', scenario: 'inference-recommender-vpc', account: '012345678901', region: 'us-east-1' }]);
  expect(invalid[0]?.problems[0]?.message).toContain('are not read here');
});
