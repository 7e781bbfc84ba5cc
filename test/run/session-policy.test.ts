import { describe, expect, test } from '@jest/globals';
import { COLLECTORS } from '../../src/collectors/index.ts';
import type { PolicyStatement } from '../../src/model/policy.ts';
import type { ScenarioId } from '../../src/model/target.ts';
import { auditPermissions } from '../../src/run/audit-permissions.ts';
import type { RunPermissions } from '../../src/run/permissions.ts';
import { LONGEST, sessionPolicies } from '../../src/run/session-policy.ts';
import { SCENARIO_IDS } from '../../src/targets/fields.ts';

const allow = (Sid: string, Action: readonly string[], Resource: readonly string[]): PolicyStatement => ({ Sid, Effect: 'Allow', Action, Resource });
const needing = (...Statement: readonly PolicyStatement[]): RunPermissions => ({ policy: { Version: '2012-10-17', Statement }, reasons: [] });
const statementsIn = (text: string) => (JSON.parse(text) as { readonly Statement: readonly PolicyStatement[] }).Statement;
const arns = (count: number, of: string) => Array.from({ length: count }, (_, index) => `${of}/${index}`);

const READS = [allow('ReadIam', ['iam:GetRole'], ['arn:x:iam::1:role/run']), allow('ReadS3', ['s3:GetObject'], ['arn:x:s3:::models/one'])];

describe('session policies', () => {
  test('hold what is read with its resources, and, should that be too large, the same actions on anything', () => {
    const [exact, shortest, ...others] = sessionPolicies(needing(...READS, allow('List', ['iam:ListRoles'], ['*'])));
    expect(others).toEqual([]);
    expect(statementsIn(exact?.text ?? '')).toEqual([
      { Effect: 'Allow', Action: ['iam:GetRole'], Resource: ['arn:x:iam::1:role/run'] },
      { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:x:s3:::models/one'] },
      { Effect: 'Allow', Action: ['iam:ListRoles'], Resource: '*' },
    ]);
    expect(exact?.wider).toBeUndefined();
    expect(statementsIn(shortest?.text ?? '')).toEqual([{ Effect: 'Allow', Action: ['iam:GetRole', 'iam:ListRoles', 's3:GetObject'], Resource: '*' }]);
    expect(shortest?.wider).toContain('iam, s3');
  });

  test('give up the resources that are wide anyway first, and those of what lies in buckets last', () => {
    const kinds = allow('ReadKms', ['kms:DescribeKey'], arns(90, 'arn:x:kms:*:*:key/*'));
    const [first] = sessionPolicies(needing(kinds, ...READS));
    expect(statementsIn(first?.text ?? '').map(({ Resource }) => Resource)).toEqual([['arn:x:iam::1:role/run'], ['arn:x:s3:::models/one'], '*']);
    expect(first?.wider).toBeUndefined();
    const [second] = sessionPolicies(needing(kinds, allow('ReadIam', ['iam:GetRole'], arns(100, 'arn:x:iam::1:role')), ...READS.slice(1)));
    expect(statementsIn(second?.text ?? '').map(({ Resource }) => Resource)).toEqual([['arn:x:s3:::models/one'], '*']);
    expect(second?.wider).toContain('iam');
    const [third] = sessionPolicies(needing(allow('ReadS3', ['s3:GetObject'], arns(100, 'arn:x:s3:::models'))));
    expect(statementsIn(third?.text ?? '')).toEqual([{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: '*' }]);
  });

  test('there is none where the actions alone are too many: then nothing is assumed', () => {
    expect(sessionPolicies(needing(allow('Read', arns(200, 'iam:GetSomethingOfThisName'), ['*'])))).toEqual([]);
  });

  test('there is one for every check and every audit: all actions that sageready knows fit', () => {
    const place = { partition: 'aws', account: '123456789012' };
    const needed = Object.values(COLLECTORS).flatMap((collector) => collector.permissions({} as never, place));
    const actions = [...new Set(needed.map(({ action }) => action))].sort();
    const [policy] = sessionPolicies(needing(allow('Read', actions, ['*']))).slice(-1);
    expect(policy?.text.length).toBeLessThanOrEqual(LONGEST);
    const scenarios: readonly ScenarioId[] = SCENARIO_IDS;
    expect(sessionPolicies(auditPermissions({ ...place, regions: ['*'], scenarios })).length).toBeGreaterThan(0);
  });
});
