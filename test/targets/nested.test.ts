import { describe, expect, test } from '@jest/globals';
import { formatProblems, problemsOf } from '../../src/targets/problem.ts';
import { readDescription } from '../../src/targets/read.ts';

const read = (target: string) =>
  readDescription(
    `version: 1\ntargets:\n  - name: churn\n    scenario: serverless-endpoint\n    account: '012345678901'\n    region: us-east-1\n${target}`,
    'f.yaml',
    {
      defaultDeployer: undefined,
    },
  );
const linesOf = (target: string): readonly string[] => formatProblems(problemsOf(read(target))).split('\n');

const ROLE = '    executionRoleArn: arn:aws:iam::012345678901:role/Run\n';
const CONTAINER = '{ image: 012345678901.dkr.ecr.us-east-1.amazonaws.com/x:1, modelDataUrl: s3://m-m/k.tar.gz, environment: { A: b } }';
const VARIANT = '{ variantName: AllTraffic, modelName: churn, initialVariantWeight: 1, serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 1 } }';
const PASTED = `${ROLE}    productionVariants:\n      - ${VARIANT}\n`;

describe('a target pasted from AWS’s own requests', () => {
  test.each([
    ['primaryContainer', `${PASTED}    primaryContainer: ${CONTAINER}\n`],
    ['containers', `${PASTED}    containers:\n      - ${CONTAINER}\n`],
  ])('holds image, artifact and serverlessConfig, whether in %s', (_, text) => {
    const { targets, ...rest } = read(text);
    expect(problemsOf({ targets, ...rest })).toEqual([]);
    expect(targets[0]).toMatchObject({
      image: '012345678901.dkr.ecr.us-east-1.amazonaws.com/x:1',
      modelDataUrl: 's3://m-m/k.tar.gz',
      modelName: 'churn',
      serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 1 },
      productionVariants: 1,
    });
  });
  test('knows where each value is written', () => {
    const { targets } = read(`${PASTED}    primaryContainer:\n      image: r/i:1\n`);
    expect(targets[0]?.origin?.positions).toMatchObject({ '/image': { line: 11, column: 7 }, '/serverlessConfig/maxConcurrency': { line: 9 } });
  });
  test('says where a nested value is wrong', () => {
    expect(linesOf(`${ROLE}    primaryContainer:\n      image: churn\n    serverlessConfig: { memorySizeInMB: 1, maxConcurrency: 1 }\n`)).toEqual([
      expect.stringMatching(/^f\.yaml:9:7 targets\[0\]\.primaryContainer\.image: "churn" names no registry/),
    ]);
  });
  test('counts variants and containers, and keeps what serverless endpoints lack', () => {
    const { targets } = read(`${ROLE}    image: r/i:1
    productionVariants: [${VARIANT}, { variantName: B, instanceType: ml.m5.large }]
    shadowProductionVariants: [{ variantName: S }]
    vpcConfig: { subnets: [subnet-1], securityGroupIds: [sg-1] }
    enableNetworkIsolation: true
    dataCaptureConfig: { initialSamplingPercentage: 100, destinationS3Uri: s3://b/p }
    asyncInferenceConfig: { outputConfig: { s3OutputPath: s3://b/o } }
    mode: MultiModel
    imageConfig: { repositoryAccessMode: Vpc, repositoryAuthConfig: {} }
    modelDataSource: { s3DataSource: { s3Uri: s3://b/p/, s3DataType: S3Prefix, compressionType: None } }
`);
    expect(targets[0]).toMatchObject({
      productionVariants: 2,
      shadowProductionVariants: 1,
      vpcConfig: { subnets: ['subnet-1'], securityGroupIds: ['sg-1'] },
      enableNetworkIsolation: true,
      dataCaptureConfig: { enableCapture: true },
      asyncInferenceConfig: true,
      mode: 'MultiModel',
      imageConfig: { repositoryAccessMode: 'Vpc' },
      modelDataSource: { s3Uri: 's3://b/p/', s3DataType: 'S3Prefix', compressionType: 'None' },
    });
  });
  test.each([
    ['    KmsKeyId: alias/x\n', 'unknown key — did you mean kmsKeyId?'],
    ['    mode: multi\n', 'is the text "multi"; expected SingleModel or MultiModel'],
    ['    enableNetworkIsolation: "yes"\n', 'is the text "yes", not a truth value; expected true or false'],
    ['    vpcConfig: { subnets: [subnet-1] }\n', 'vpcConfig.securityGroupIds: is missing; expected a list of security group ids'],
    ['    productionVariants: two\n', 'is the text "two", not a list; expected a list of variants'],
  ])('%j is told in one line', (text, says) => {
    const lines = linesOf(`${ROLE}    image: r/i:1\n    serverlessConfig: { memorySizeInMB: 1, maxConcurrency: 1 }\n${text}`);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(says);
  });
});

describe('what a target must say', () => {
  const must = (target: string) => linesOf(target).map((line) => line.replace(/^f\.yaml:\d+:\d+ targets\[0\]\./, '').split(/[;:]/)[0]);
  test('is role, image and serverlessConfig', () => {
    expect(must('')).toEqual(['executionRoleArn', 'image', 'serverlessConfig']);
  });
  test('is no image where a model package is named', () => {
    expect(must('    modelPackageName: arn:aws:sagemaker:us-east-1:012345678901:model-package/churn/3\n')).toEqual(['executionRoleArn', 'serverlessConfig']);
  });
  test.each(['endpoint', 'model'])('is nothing more where it is completed from an %s', (kind) => {
    expect(read(`    completeFrom: { ${kind}: churn }\n`)).toMatchObject({ targets: [{ completeFrom: { [kind]: 'churn' } }], invalid: [] });
  });
  test.each([
    ['{}', 'names nothing; expected endpoint: <name> or model: <name>'],
    ['{ endpoint: a, model: b }', 'names two things — an endpoint leads to its model by itself'],
    ['{ endpont: a }', 'unknown key — did you mean endpoint?'],
    ['churn', 'is the text "churn", not a map of keys'],
  ])('completeFrom: %s is told in one line', (value, says) => {
    const lines = linesOf(`    completeFrom: ${value}\n`);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(says);
  });
  test('is misspelt, not missing', () => {
    expect(linesOf(`${ROLE}    imag: r/i:1\n    serverlessConfig: { memorySizeInMB: 1, maxConcurrency: 1 }\n`)).toEqual([
      expect.stringContaining('did you mean image?'),
    ]);
  });
});
