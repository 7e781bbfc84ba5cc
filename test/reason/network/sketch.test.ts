import { describe, expect, test } from '@jest/globals';
import { deepFreeze } from '../../../src/engine/canonical.ts';
import { sketchOf } from '../../../src/engine/sketch.ts';
import { unknown } from '../../../src/model/fact.ts';
import type { Finding } from '../../../src/model/report.ts';
import type { Target } from '../../../src/model/target.ts';
import { networkSketch } from '../../../src/reason/network/sketch.ts';
import type { WithVpc } from '../../../src/reason/planned.ts';
import { networkAndGroups, TWO_SUBNETS } from '../../support/network-facts.ts';
import { elastic, jumpStartTraining, launchQueue, recommender, serverless } from '../../support/targets.ts';
import { interfaceEndpoint, routing, subnet, TO_NAT } from './networks.ts';

const drawn = (target: Target, facts: ReturnType<typeof networkAndGroups>, findings: readonly Finding[] = []) =>
  networkSketch.draw(deepFreeze(facts), target as WithVpc, findings);
const paths = (...given: Parameters<typeof drawn>) => drawn(...given)?.paths.map(({ from, to, verdict }) => `${from} → ${to}: ${verdict}`);
const finding = (verdict: Finding['verdict']): Finding => ({ rule: 'network/endpoint-policy-allows-plan', verdict });

describe('the picture of a plan', () => {
  test('a recommender job: S3 from each subnet, and its own subnets', () => {
    expect(paths(recommender({ vpcConfig: TWO_SUBNETS }), networkAndGroups(routing()))).toEqual([
      'subnet-a → Amazon S3: passes',
      'subnet-b → Amazon S3: stops',
      'sg-jobs → the job’s own subnets: passes',
    ]);
  });
  test('a queue: the W&B server as well', () => {
    expect(paths(launchQueue({ vpcConfig: TWO_SUBNETS }), networkAndGroups(routing(TO_NAT)))).toEqual([
      'subnet-a → Amazon S3: passes',
      'subnet-b → Amazon S3: passes',
      'subnet-a → api.wandb.ai: stops',
      'subnet-b → api.wandb.ai: passes',
    ]);
  });
  test('distributed training: its members', () => {
    const target = jumpStartTraining({ vpcConfig: TWO_SUBNETS, trainingJob: { resourceConfig: { instanceType: 'ml.g5.12xlarge', instanceCount: 2 } } });
    expect(paths(target, networkAndGroups())).toContain('sg-jobs → other members: stops');
  });
  test('an accelerator: its interface endpoint', () => {
    const facts = networkAndGroups({ endpoints: [interfaceEndpoint()] });
    expect(paths(elastic({ vpcConfig: TWO_SUBNETS }), facts)).toContain('subnet-a → com.amazonaws.us-east-1.elastic-inference.runtime: unknown');
  });
  test('what the endpoint’s policy refuses stops the way there', () => {
    const refused = finding({
      outcome: 'fail',
      summary: 'no',
      evidence: [{ subject: 'arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/vpce-s3', observed: 'not let through' }],
    });
    const [first] = drawn(recommender({ vpcConfig: TWO_SUBNETS }), networkAndGroups(), [refused])?.paths ?? [];
    expect(first).toMatchObject({ verdict: 'stops' });
    expect(first?.hops.at(-1)).toEqual({ stage: 'endpoint-policy', from: 'vpce-s3', decidedBy: 'not let through', verdict: 'stops' });
  });
  test('what it lets through is a hop of its own', () => {
    const [first] = drawn(recommender({ vpcConfig: TWO_SUBNETS }), networkAndGroups(), [finding({ outcome: 'pass', summary: 'lets through' })])?.paths ?? [];
    expect(first).toMatchObject({ verdict: 'passes' });
    expect(first?.hops.map(({ stage }) => stage)).toContain('endpoint-policy');
  });
  test('subnets of two VPCs make no picture', () => {
    const strange = networkAndGroups({ subnets: [subnet('a', '10.0.1.0/24'), { ...subnet('b', '10.0.2.0/24'), vpcId: 'vpc-2' }] });
    expect(drawn(recommender({ vpcConfig: TWO_SUBNETS }), strange)).toBeUndefined();
  });
});

describe('what keeps it from being drawn', () => {
  const facts = {
    get: () => unknown('access-denied', 'refused', { actions: ['ec2:DescribeSubnets'] }),
    toJSON: () => ({ schema: 'sageready/facts/1' as const, tool: '', facts: [] }),
  };
  const sketch = networkSketch as never;

  test('a target without a network', () => {
    expect(sketchOf(sketch, serverless(), { facts, findings: [] })).toBeUndefined();
  });
  test('facts that could not be read', () => {
    expect(sketchOf(sketch, recommender(), { facts, findings: [] })).toMatchObject({ unknowns: [{ reason: 'access-denied' }] });
  });
  test('facts that are damaged, which the rules report', () => {
    const damaged = { ...facts, get: () => ({ state: 'present', value: 7 }) as never };
    expect(sketchOf(sketch, recommender(), { facts: damaged, findings: [] })).toEqual({ picture: undefined });
  });
});
