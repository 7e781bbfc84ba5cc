import { describe, expect, test } from '@jest/globals';
import { unknown } from '../../src/model/fact.ts';
import { isSavedTarget } from '../../src/targets/schema/saved.ts';
import { elastic, jumpStart, jumpStartTraining, launchQueue, recommender, serverless } from '../support/targets.ts';

const TARGETS = [serverless(), recommender(), elastic(), jumpStart(), jumpStartTraining(), launchQueue()];
const asSaved = (target: object): Readonly<Record<string, unknown>> => JSON.parse(JSON.stringify(target));

describe.each(TARGETS)('a saved target of $scenario', (target) => {
  test('is one, also completed and with what stayed open', () => {
    const open = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeModel'], missing: ['x'] });
    const more = {
      deployer: 'arn:aws:sts::123456789012:assumed-role/Deployer/me',
      deep: true,
      containers: 2,
      productionVariants: 1,
      asyncInferenceConfig: true,
    };
    expect(isSavedTarget(asSaved(target))).toBe(true);
    expect(isSavedTarget(asSaved({ ...target, ...more, unresolved: { image: open, 'trainingJob.inputs': open }, completed: ['so'] }))).toBe(true);
  });
  test.each([
    ['another account', { account: '12' }],
    ['no Region', { region: 7 }],
    ['an unknown scenario', { scenario: 'constructor' }],
    ['an unknown key', { quantum: 1 }],
    ['a role that is no text', { executionRoleArn: {} }],
    ['a map in place of a list', { vpcConfig: { subnets: {}, securityGroupIds: [] } }],
    ['a reason that is none', { unresolved: { image: { state: 'unknown', reason: 'mood', message: '' } } }],
    ['words in place of a list', { completed: 'so' }],
  ])('is none with %s', (_, change) => {
    expect(isSavedTarget(asSaved({ ...target, ...change }))).toBe(false);
  });
});
