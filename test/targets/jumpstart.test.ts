import { describe, expect, test } from '@jest/globals';
import type { Target } from '../../src/model/target.ts';
import { formatProblems, problemsOf } from '../../src/targets/problem.ts';
import { readDescription } from '../../src/targets/read.ts';

const read = (target: string) =>
  readDescription(
    `version: 1\ntargets:\n  - name: mistral\n    scenario: jumpstart-model\n    account: '012345678901'\n    region: us-east-1\n${target}`,
    'f.yaml',
    { defaultDeployer: 'me' },
  );
const linesOf = (target: string): readonly string[] => {
  const problems = formatProblems(problemsOf(read(target)));
  return problems === '' ? [] : problems.split('\n');
};
const madeOf = (target: string): readonly Target[] => {
  expect(linesOf(target)).toEqual([]);
  return read(target).targets;
};

const MODEL = '    modelId: huggingface-llm-mistral-7b\n    studio: { domainId: d-abc, userProfileName: ana }\n';
const ONCE = '    kmsKeyId: alias/models\n    outputPath: s3://out/put\n    instanceType: ml.m5.2xlarge\n    initialInstanceCount: 2\n    endpointName: m\n';

describe('a JumpStart model', () => {
  test('to host is one target, with key, output and instances of its endpoint', () => {
    const [target, ...none] = madeOf(`    use: hosting\n${MODEL}${ONCE}`);
    expect(none).toEqual([]);
    expect(target).toMatchObject({
      name: 'mistral',
      use: 'hosting',
      kmsKeyId: 'alias/models',
      outputPath: 's3://out/put',
      instanceType: 'ml.m5.2xlarge',
      initialInstanceCount: 2,
      studio: { domainId: 'd-abc', userProfileName: 'ana' },
    });
    expect(target).not.toHaveProperty('trainingJob');
  });
  test('to train gives key, output and instances to its training job, and has no endpoint', () => {
    const [target] = madeOf(`    use: training\n${MODEL}${ONCE}`);
    expect(target).toMatchObject({
      use: 'training',
      trainingJob: {
        resourceConfig: { instanceType: 'ml.m5.2xlarge', instanceCount: 2, volumeKmsKeyId: 'alias/models' },
        outputDataConfig: { s3OutputPath: 's3://out/put', kmsKeyId: 'alias/models' },
      },
    });
    for (const key of ['kmsKeyId', 'instanceType', 'initialInstanceCount', 'outputPath', 'endpointName']) expect(target).not.toHaveProperty(key);
  });
  test('keeps what the training job says itself', () => {
    const [target] = madeOf(
      `    use: training\n${MODEL}${ONCE}    trainingJob: { resourceConfig: { instanceType: ml.p3.2xlarge, volumeKmsKeyId: alias/own }, outputDataConfig: { s3OutputPath: s3://own } }\n`,
    );
    expect(target?.trainingJob).toEqual({
      resourceConfig: { instanceType: 'ml.p3.2xlarge', instanceCount: 2, volumeKmsKeyId: 'alias/own' },
      outputDataConfig: { s3OutputPath: 's3://own', kmsKeyId: 'alias/models' },
    });
  });
  test('for both is two targets, each by its name', () => {
    const [hosting, training, ...none] = madeOf(`    use: both\n${MODEL}${ONCE}    trainingJob: { inputs: [s3://in/a, s3://in/b] }\n`);
    expect(none).toEqual([]);
    expect(hosting).toMatchObject({ name: 'mistral (hosting)', use: 'hosting', kmsKeyId: 'alias/models' });
    expect(hosting).not.toHaveProperty('trainingJob');
    expect(training).toMatchObject({ name: 'mistral (training)', use: 'training', trainingJob: { inputs: ['s3://in/a', 's3://in/b'] } });
  });
  test('that trains with nothing said has a training job all the same', () => {
    expect(madeOf(`    use: training\n${MODEL}`)[0]?.trainingJob).toEqual({});
  });
  test('takes channels and checkpoints as CreateTrainingJob nests them', () => {
    const fileSystem = '{ dataSource: { fileSystemDataSource: { fileSystemId: fs-01234567, fileSystemType: EFS, directoryPath: /in } } }';
    const channels = `[{ channelName: train, dataSource: { s3DataSource: { s3DataType: S3Prefix, s3Uri: s3://in/a } } }, ${fileSystem}]`;
    const [target] = madeOf(`    use: training\n${MODEL}    trainingJob: { inputDataConfig: ${channels}, checkpointConfig: { s3Uri: s3://c/p } }\n`);
    const fileSystems = [{ fileSystemId: 'fs-01234567', fileSystemType: 'EFS', directoryPath: '/in' }];
    expect(target?.trainingJob).toEqual({ inputs: ['s3://in/a'], fileSystems, checkpointUri: 's3://c/p' });
    expect(target?.origin?.positions['/trainingJob/inputs/0']).toEqual({ line: 10, column: 112 });
  });
  test('is told where the shared values are written', () => {
    const [target] = madeOf(`    use: training\n${MODEL}${ONCE}`);
    expect(target?.origin?.positions).toMatchObject({
      '/trainingJob/resourceConfig/volumeKmsKeyId': { line: 10, column: 5 },
      '/trainingJob/outputDataConfig/kmsKeyId': { line: 10, column: 5 },
      '/trainingJob/outputDataConfig/s3OutputPath': { line: 11, column: 5 },
      '/trainingJob/resourceConfig/instanceType': { line: 12, column: 5 },
    });
  });
  test('may come as image and artifact, uncompressed and gated too', () => {
    const source =
      '{ s3DataSource: { s3Uri: s3://b/m/, s3DataType: S3Prefix, compressionType: None, modelAccessConfig: { acceptEula: true }, hubAccessConfig: { hubContentArn: arn:aws:sagemaker:us-east-1:012345678901:hub-content/h/Model/m/1 } } }';
    const [target] = madeOf(`    use: hosting\n    executionRoleArn: arn:aws:iam::012345678901:role/Run\n    image: r/i:1\n    modelDataSource: ${source}\n`);
    expect(target?.modelDataSource).toEqual({
      s3Uri: 's3://b/m/',
      s3DataType: 'S3Prefix',
      compressionType: 'None',
      acceptEula: true,
      hubContentArn: 'arn:aws:sagemaker:us-east-1:012345678901:hub-content/h/Model/m/1',
    });
  });
});

test.each([
  ['', ['use: is missing; expected hosting, training or both', 'executionRoleArn: is missing, and so is studio', 'modelId: is missing, and so is image']],
  [`    use: host\n${MODEL}`, ['use: is the text "host"; expected hosting, training or both — did you mean hosting?']],
  ['    use: hosting\n    modelId: m\n    studio: { domainId: churn }\n', ['studio.domainId: "churn" does not begin with d- — it may be the domain’s name']],
  ['    use: hosting\n    modelId: m\n    studio: { userProfileName: a }\n', ['studio.domainId: is missing']],
  ['    use: hosting\n    image: r/i:1\n    studio: { domainId: d-1 }\n    modelVersion: "1"\n', ['modelVersion: is the version of no model']],
  [`    use: hosting\n${MODEL}    modelVersion: 2.0\n`, ['modelVersion: is the number 2, not text — put it in quotes']],
  [`    use: hosting\n${MODEL}    outputPath: s3:/out\n`, ['outputPath: "s3:/out" has one slash after s3:']],
  [`    use: hosting\n${MODEL}    domainId: d-1\n`, ['domainId: unknown key here — it belongs under studio']],
  [
    `    use: training\n${MODEL}    trainingJob: { resourceConfig: { instancetype: ml.m5.large } }\n`,
    ['trainingJob.resourceConfig.instancetype: unknown key — did you mean instanceType?'],
  ],
  [`    use: hosting\n${MODEL}    serverlessConfig: {}\n`, ['serverlessConfig: unknown key here — it belongs to targets of the scenario serverless-endpoint']],
])('%j is told in a line each', (target, says) => {
  const lines = linesOf(target);
  expect(lines).toHaveLength(says.length);
  for (const words of says) expect(lines.filter((line) => line.includes(`targets[0].${words}`))).toHaveLength(1);
});
