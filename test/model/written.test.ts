import { describe, expect, test } from '@jest/globals';
import { renderFix } from '../../reporters/fixes/index.ts';
import { spotWaitCoversRuntime } from '../../rules/training/spot-wait-covers-runtime.ts';
import { judgingBy } from '../../src/engine/judge-rule.ts';
import type { Facts } from '../../src/model/fact.ts';
import { writtenKey } from '../../src/model/written.ts';
import { jumpStartTraining, launchQueue } from '../support/targets.ts';

describe('where a plan of a queue is written', () => {
  const QUEUE = 'the queue’s configuration';
  const AGENT = 'the agent’s configuration';
  test.each([
    ['trainingJob.resourceConfig.instanceType', 'ResourceConfig.InstanceType', QUEUE],
    ['trainingJob.resourceConfig.instanceGroups.1.instanceType', 'ResourceConfig.InstanceGroups.1.InstanceType', QUEUE],
    ['trainingJob.outputDataConfig.kmsKeyId', 'OutputDataConfig.KmsKeyId', QUEUE],
    ['trainingJob.checkpointUri', 'CheckpointConfig.S3Uri', QUEUE],
    ['queue.trainingInputMode', 'AlgorithmSpecification.TrainingInputMode', QUEUE],
    ['executionRoleArn', 'RoleArn', QUEUE],
    ['enableNetworkIsolation', 'EnableNetworkIsolation', QUEUE],
    ['agent.builder.buildContextStore', 'builder.build-context-store', AGENT],
    ['agent.environment.region', 'environment.region', AGENT],
  ])('%s', (field, key, document) => expect(writtenKey(launchQueue(), field.split('.'))).toEqual({ key, document }));
  test('what the description itself says is named as there', () => {
    expect(writtenKey(launchQueue(), ['region'])).toBeUndefined();
    expect(writtenKey(jumpStartTraining(), ['trainingJob', 'resourceConfig', 'instanceType'])).toBeUndefined();
  });
});

describe('a remedy names the key that the reader has to change', () => {
  const judge = judgingBy(spotWaitCoversRuntime, { facts: { get: () => ({ state: 'absent' }) } as unknown as Facts });
  const textFor = (target: Parameters<typeof judge>[0]) => {
    const { verdict } = judge(target, new Map());
    return verdict.outcome === 'fail' ? verdict.fixes?.map((fix) => renderFix(fix).text) : verdict.outcome;
  };
  const trainingJob = { enableManagedSpotTraining: true, stoppingCondition: { maxRuntimeInSeconds: 100, maxWaitTimeInSeconds: 10 } };
  test('CreateTrainingJob’s for a queue, the description’s for any other', () => {
    expect(textFor(launchQueue({ trainingJob }))).toEqual([
      expect.stringMatching(/^In the queue’s configuration, set StoppingCondition\.MaxWaitTimeInSeconds to 100:/),
    ]);
    expect(textFor(jumpStartTraining({ trainingJob }))).toEqual([
      expect.stringMatching(/^In the description, set trainingJob\.stoppingCondition\.maxWaitTimeInSeconds to 100:/),
    ]);
  });
});
