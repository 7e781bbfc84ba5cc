import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../rules/index.ts';
import type { AnyRule } from '../../src/model/rule.ts';
import type { Target } from '../../src/model/target.ts';
import { elastic, jumpStart, jumpStartTraining, KEY, recommender, serverless } from '../support/targets.ts';

const PLANS: readonly Target[] = [
  serverless(),
  elastic(),
  recommender({ endpoints: ['churn'], volumeKmsKeyId: KEY, endpointConfigurations: [{ instanceType: 'ml.m5.xlarge' }] }),
  recommender({
    jobType: 'Advanced',
    trafficPattern: { phases: [{ durationInSeconds: 120 }, { durationInSeconds: 120 }] },
    limits: { jobDurationInSeconds: 3600, latencyPercentiles: ['P95'] },
  }),
  jumpStart({ kmsKeyId: KEY, modelDataUrl: 's3://churn-models/model.tar.gz' }),
  jumpStartTraining({
    trainingJob: {
      resourceConfig: { instanceType: 'ml.m5.xlarge', volumeKmsKeyId: KEY, keepAlivePeriodInSeconds: 600 },
      enableManagedSpotTraining: true,
      stoppingCondition: { maxRuntimeInSeconds: 60 },
      fileSystems: [{ fileSystemId: 'fs-0123456789abcdef0', fileSystemType: 'FSxLustre' }],
    },
  }),
];

const existing = (target: Target): Target => ({ ...target, existing: true });
const accepted = ({ appliesTo }: AnyRule, targets: readonly Target[]): number => targets.filter(appliesTo.accepts).length;

describe('rules that judge only whether a thing can be made', () => {
  const rules = RULES.filter(({ onlyBeforehand }) => onlyBeforehand === true);
  test('are about quotas, free addresses, names and what is offered', () => {
    expect(rules.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'endpoint/endpoint-name-is-free-or-updatable',
        'endpoint/concurrency-fits-quota',
        'endpoint/endpoints-fit-quota',
        'instances/instances-fit-quota',
        'instances/instances-together-fit-quota',
        'network/subnets-together-have-addresses',
        'network/addresses-together-suffice',
      ]),
    );
  });
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s judges a plan, and nothing that exists', (_, rule) => {
    expect(accepted(rule, PLANS)).toBeGreaterThan(0);
    expect(accepted(rule, PLANS.map(existing))).toBe(0);
    expect(rule.appliesTo.otherwise).toContain('it exists already');
  });
});

test('every other rule judges what exists as it judges a plan', () => {
  const others = RULES.filter(({ onlyBeforehand }) => onlyBeforehand !== true);
  expect(others.length).toBeGreaterThan(150);
  for (const rule of others) expect([rule.id, accepted(rule, PLANS.map(existing))]).toEqual([rule.id, accepted(rule, PLANS)]);
});
