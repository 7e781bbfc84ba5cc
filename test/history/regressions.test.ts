import { describe, expect, test } from '@jest/globals';
import type { ComparedReport } from '../../src/history/diff.ts';
import { regressionKey, regressionsSince, withRegressions } from '../../src/history/regressions.ts';
import { unknown } from '../../src/model/fact.ts';
import type { Finding, TargetReport } from '../../src/model/report.ts';
import { cannotTell, fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { readyReport } from '../support/report.ts';

const RULE = 'identity/role-exists';
const failing = (...subjects: readonly string[]): Finding => {
  const [first = '', ...others] = subjects.map((subject) => ({ subject, observed: 'gone' }));
  return {
    rule: RULE,
    verdict: fail('no', [first as { readonly subject: string; readonly observed: string }, ...others]),
    fingerprints: subjects.map((subject) => `print of ${subject}`),
  };
};
const one = (verdict: Finding['verdict'], more: Partial<Finding> = {}): Finding => ({ rule: RULE, verdict, ...more });

const now = (finding: Finding, place: Partial<TargetReport['target']> = {}): TargetReport => ({
  target: { name: 'a', scenario: 'serverless-endpoint', account: '111111111111', region: 'us-east-1', ...place },
  outcome: 'not-ready',
  risks: 0,
  findings: [finding],
  causes: [],
});
const ranBefore = (...findings: readonly Finding[]): ComparedReport => ({
  rules: [],
  targets: [{ name: 'a', account: '111111111111', region: 'us-east-1', findings }],
});
const found = (earlier: ComparedReport, target: TargetReport): readonly string[] => regressionsSince(earlier)(target).map(({ fingerprint }) => fingerprint);

describe('a regression', () => {
  test.each([
    ['passed', [one(pass('there'))], ['print of x']],
    ['did not apply', [one(notApplicable('no role is named'))], ['print of x']],
    ['failed for another subject', [failing('y')], ['print of x']],
    ['failed alike', [failing('x', 'y')], []],
    ['failed alike and was waived', [{ ...failing('x'), waivers: { 'print of x': { reason: 'known', owner: 'mara', expires: '2027-01-01' } } }], []],
    ['could not be judged', [one(cannotTell(unknown('access-denied', 'refused')))], []],
    ['waited for another failure', [one(notApplicable('because another failed'), { follows: ['identity/deployer-exists'] })], []],
    ['was not judged yet', [], []],
  ])('where the rule %s in the run before', (_, findings, expected) => {
    expect(found(ranBefore(...findings), now(failing('x')))).toEqual(expected);
  });
  test('never where the target is new, be it by its account', () => {
    const earlier = ranBefore(one(pass('there')));
    expect(found(earlier, now(failing('x'), { name: 'b' }))).toEqual([]);
    expect(found(earlier, now(failing('x'), { account: '222222222222' }))).toEqual([]);
  });
  test('is marked in the report with what changed it, and nothing else is', () => {
    const [regression] = regressionsSince(ranBefore(failing('y')))(now(failing('x', 'y')));
    const event = { time: '2026-11-20T14:00:00.000Z', event: 'iam:DeleteRole', who: 'arn', eventId: '1' };
    const known = new Map(regression === undefined ? [] : [[regressionKey(regression), [event]]]);
    const report = { ...readyReport(), targets: [now(failing('x', 'y')), now(failing('x'), { account: '222222222222' })] };
    const [first, second] = [...withRegressions(report, known).targets];
    expect(first?.findings[0]?.regressions).toEqual({ 'print of x': [event] });
    expect(second).toEqual(report.targets[1]);
  });
});
