import { expect, test } from '@jest/globals';
import { problemsOf } from '../../src/targets/problem.ts';
import { readDescription } from '../../src/targets/read.ts';
import { descriptionOf } from '../support/description.ts';
import { elastic, jumpStart, jumpStartTraining, launchQueue, recommender, serverless } from '../support/targets.ts';

const full = launchQueue({
  image: 'r/i:1',
  tags: { team: 'churn' },
  vpcConfig: { subnets: ['subnet-1'], securityGroupIds: ['sg-1'] },
  enableNetworkIsolation: false,
  queue: {
    name: 'training',
    roleArn: launchQueue().executionRoleArn ?? '',
    hasAlgorithmSpecification: true,
    trainingImage: 'r/i:1',
    trainingInputMode: 'File',
    templated: [],
    unknownKeys: [],
    tagKeys: ['team'],
  },
  trainingJob: {
    trainingJobName: 'job',
    inputs: ['s3://in/a'],
    checkpointUri: 's3://c',
    resourceConfig: { instanceType: 'ml.m5.xlarge', instanceCount: 1, volumeSizeInGB: 30, volumeKmsKeyId: 'alias/x' },
    outputDataConfig: { s3OutputPath: 's3://out', kmsKeyId: 'alias/y' },
    stoppingCondition: { maxRuntimeInSeconds: 1, maxWaitTimeInSeconds: 2 },
    enableManagedSpotTraining: true,
    enableInterContainerTrafficEncryption: true,
  },
});

test.each([serverless(), recommender(), elastic(), jumpStart(), jumpStartTraining(), launchQueue(), full])(
  'a target written as a description, $scenario, is read as it was',
  (target) => {
    const description = readDescription(descriptionOf(target), 'f.yaml', { defaultDeployer: undefined });
    expect(problemsOf(description)).toEqual([]);
    const [read] = description.targets.map(({ origin: _, ...rest }) => rest);
    expect(read).toEqual(target);
  },
);
