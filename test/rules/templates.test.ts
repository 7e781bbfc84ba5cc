import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../rules/index.ts';
import { wandbLaunchQueue } from '../../rules/scenarios/wandb-launch-queue.ts';
import { notAccepted } from '../../src/engine/judge-rule.ts';
import { unknown } from '../../src/model/fact.ts';
import type { Target } from '../../src/model/target.ts';
import { launchQueue } from '../support/targets.ts';

const WHY = unknown('context', 'a template');
const QUEUE = launchQueue();
const { resourceConfig: { instanceType: _, ...untyped } = {}, ...job } = QUEUE.trainingJob ?? {};

/** Rules of a queue that do not judge a plan because a part of it is open. */
const openFor = (target: Target, ...paths: readonly string[]): readonly string[] => {
  const open: Target = { ...target, unresolved: Object.fromEntries(['trainingJob', ...paths].map((path) => [path, WHY])) };
  return RULES.filter(({ id, appliesTo }) => wandbLaunchQueue.rules.includes(id) && !appliesTo.accepts(open))
    .filter((rule) => notAccepted(rule, open).outcome === 'cannot-tell')
    .map(({ id }) => id);
};

describe('a template in the queue’s configuration leaves open the rules that look there, and no others', () => {
  test('in place of the instance type', () => {
    expect(openFor({ ...QUEUE, trainingJob: { ...job, resourceConfig: untyped } }, 'trainingJob.resourceConfig.instanceType')).toEqual([
      'encryption/key-likely-suits-instance-type',
      'encryption/key-suits-instance-type',
      'instances/instances-fit-quota',
      'instances/instances-together-fit-quota',
      'network/fabric-members-reach-each-other',
      'training/instance-type-is-known',
      'training/warm-pool-fits-quota',
    ]);
  });
  test('in place of the output’s key', () => {
    expect(openFor(QUEUE, 'trainingJob.outputDataConfig.kmsKeyId')).toEqual([
      'encryption/key-exists',
      'encryption/key-is-customer-managed',
      'encryption/key-is-enabled',
      'encryption/key-is-symmetric',
      'encryption/role-may-encrypt-output',
      'encryption/role-may-make-data-keys-for-output',
    ]);
  });
  test('in place of all resources', () => {
    expect(openFor({ ...QUEUE, trainingJob: job }, 'trainingJob.resourceConfig')).toEqual(
      expect.arrayContaining(['encryption/key-exists', 'training/volume-key-is-named-itself', 'training/instance-type-is-known']),
    );
  });
});
