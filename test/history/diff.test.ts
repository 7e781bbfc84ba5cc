import { describe, expect, test } from '@jest/globals';
import type { ComparedReport } from '../../src/history/diff.ts';
import { differenceOf } from '../../src/history/diff.ts';
import { unknown } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/report.ts';
import type { Severity } from '../../src/model/rule.ts';
import { cannotTell, fail, notApplicable, pass } from '../../src/model/verdict.ts';

const RULE = 'identity/role-exists';
const print = (subject: string): string => `print of ${subject}`;
const failing = (...subjects: readonly string[]): Finding => {
  const [first = 'arn', ...others] = subjects;
  const verdict = fail('no', [{ subject: first, observed: 'gone' }, ...others.map((subject) => ({ subject, observed: 'gone' }))]);
  return { rule: RULE, verdict, fingerprints: subjects.map(print) };
};
const one = (verdict: Finding['verdict'], more: Partial<Finding> = {}): Finding => ({ rule: RULE, verdict, ...more });
const report = (targets: Readonly<Record<string, readonly Finding[]>>, severity: Severity = 'error'): ComparedReport => ({
  rules: [{ id: RULE, severity }],
  targets: Object.entries(targets).map(([name, findings]) => ({ name, findings })),
});
const changes = (older: ComparedReport, newer: ComparedReport) =>
  differenceOf(older, newer).findings.map(({ change, subject }) => `${change} ${String(subject)}`);

describe('from one report to the next', () => {
  test('each subject by itself', () => {
    expect(changes(report({ a: [failing('x', 'y')] }), report({ a: [failing('y', 'z')] }))).toEqual(['unchanged y', 'new z', 'fixed x']);
  });
  test.each([
    ['passes', one(pass('there')), 'fixed x'],
    ['no longer applies', one(notApplicable('no role is named')), 'fixed x'],
    ['was refused', one(cannotTell(unknown('access-denied', 'refused'))), 'lost-sight x'],
    ['only follows from another failure', one(notApplicable('because another failed'), { follows: ['identity/deployer-exists'] }), 'lost-sight x'],
    ['is broken', one({ outcome: 'error', message: 'oops' }), 'lost-sight x'],
  ])('a failure that now %s', (_, now, expected) => {
    expect(changes(report({ a: [failing('x')] }), report({ a: [now] }))).toEqual([expected]);
  });
  test('a rule that is not judged any more', () => {
    expect(changes(report({ a: [failing('x')] }), report({ a: [] }))).toEqual(['lost-sight x']);
  });
  test('a waiver that is over makes it worse', () => {
    const waived = { ...failing('x'), waivers: { [print('x')]: { reason: 'known', owner: 'mara', expires: '2026-11-30' } } };
    expect(changes(report({ a: [waived] }), report({ a: [failing('x')] }))).toEqual(['worse x']);
    expect(changes(report({ a: [failing('x')] }), report({ a: [waived] }))).toEqual(['unchanged x']);
  });
  test('a rule that became more severe makes it worse', () => {
    expect(changes(report({ a: [failing('x')] }, 'warning'), report({ a: [failing('x')] }))).toEqual(['worse x']);
  });
  test('targets that came and went; what failed on one that went is not called fixed', () => {
    const difference = differenceOf(report({ a: [failing('x')] }), report({ b: [failing('x')] }));
    expect(difference).toMatchObject({ added: ['b'], removed: ['a'], findings: [{ change: 'new', target: 'b' }] });
    expect(difference.findings).toHaveLength(1);
  });
  test('targets of one name in two accounts stay apart', () => {
    const of = (account: string, finding: Finding) => ({ name: 'a', account, region: 'us-east-1', findings: [finding] });
    const both = (first: Finding, second: Finding): ComparedReport => ({ rules: [], targets: [of('1', first), of('2', second)] });
    const other = { ...failing('x'), fingerprints: ['of the other account'] };
    const { findings } = differenceOf(both(failing('x'), one(pass('there'))), both(one(pass('there')), other));
    expect(findings.map(({ change, account }) => `${change} ${account}`)).toEqual(['new 2', 'fixed 1']);
    expect(differenceOf(both(failing('x'), failing('x')), { rules: [], targets: [of('2', failing('x'))] })).toMatchObject({ added: [], removed: ['a'] });
  });
  test('a report and itself', () => {
    const same = report({ a: [failing('x', 'y')], b: [one(pass('there'))] });
    expect(new Set(changes(same, same))).toEqual(new Set(['unchanged x', 'unchanged y']));
  });
});
