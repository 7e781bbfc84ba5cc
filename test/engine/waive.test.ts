import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchesPattern, openWaivers } from '../../src/engine/waive.ts';
import type { Report, TargetReport } from '../../src/model/report.ts';
import type { WaiverEntry } from '../../src/model/waiver.ts';
import { notReadyReport } from '../support/report.ts';

const report: Report = notReadyReport();
const targets = [...report.targets].map((target) => ({
  ...target,
  findings: target.findings.map((finding) =>
    finding.verdict.outcome === 'fail' ? { ...finding, fingerprints: finding.verdict.evidence.map((_, place) => `${finding.rule}#${place}`) } : finding,
  ),
}));
const words = new Map(report.rules.map((rule) => [rule.id, rule]));
const given = { time: '2026-11-21T12:00:00.000Z', words, threshold: { failOn: 'error', strict: false } } as const;
const waive = (reports: readonly TargetReport[], entries: readonly WaiverEntry[], by: typeof given) => {
  const { mark, notes } = openWaivers(entries, by);
  return { targets: reports.map(mark), notes: notes() };
};
const entry = (changes: Partial<WaiverEntry> = {}): WaiverEntry => ({
  rule: '*',
  subject: '*',
  target: '*',
  reason: 'known',
  owner: 'mara',
  expires: '2027-06-30',
  place: 'waivers.yaml:3',
  ...changes,
});
const failing = ({ findings }: TargetReport) => findings.filter(({ verdict }) => verdict.outcome === 'fail');
const [first] = failing(targets[0] as TargetReport);

describe('waivers', () => {
  test('what is waived stays failed and visible, and no longer decides', () => {
    const { targets: waived, notes } = waive(targets, [entry()], given);
    expect(waived[0]).toMatchObject({ risks: 0 });
    expect(waived[0]?.outcome).toBe('undetermined');
    expect(failing(waived[0] as TargetReport)).toHaveLength(failing(targets[0] as TargetReport).length);
    expect(failing(waived[0] as TargetReport)[0]?.waivers).toEqual({
      [`${first?.rule}#0`]: { reason: 'known', owner: 'mara', expires: '2027-06-30' },
    });
    expect(notes).toEqual([]);
  });
  test('what lies behind a waived failure was not judged: never ready', () => {
    const behind = { rule: 'identity/role-trusts-sagemaker', verdict: { outcome: 'not-applicable', reason: 'because it failed' }, follows: [first?.rule] };
    const [sample] = targets;
    const judged = waive([{ ...sample, findings: [first, behind] } as TargetReport], [entry()], given).targets;
    expect(judged).toMatchObject([{ outcome: 'undetermined' }]);
    expect(waive([{ ...sample, findings: [first] } as TargetReport], [entry()], given).targets).toMatchObject([{ outcome: 'ready' }]);
  });
  test('other failures still decide', () => {
    const { targets: waived } = waive(targets, [entry({ rule: first?.rule ?? '' })], given);
    expect(failing(targets[0] as TargetReport).length).toBeGreaterThan(1);
    expect(waived[0]?.outcome).toBe('not-ready');
  });
  test('a topic does not excuse what no waiver may', () => {
    const except = failing(targets[0] as TargetReport).map(({ rule }) => rule as NonNullable<WaiverEntry['except']>[number]);
    expect(waive(targets, [entry({ except })], given)).toMatchObject({
      targets: [{ outcome: 'not-ready' }],
      notes: [expect.stringContaining('waives nothing')],
    });
  });
  test('one that is over excuses nothing, and is told', () => {
    const { targets: waived, notes } = waive(targets, [entry({ expires: '2026-11-20' })], given);
    expect(waived[0]?.outcome).toBe('not-ready');
    expect(notes).toEqual([expect.stringContaining('ended on 2026-11-20, so its findings count again')]);
  });
  test.each([
    ['2026-11-21', 'in 0 days'],
    ['2026-11-22', 'in 1 day'],
    ['2026-12-04', 'in 13 days'],
  ])('one that ends on %s is warned about: %s', (expires, when) => {
    const { targets: waived, notes } = waive(targets, [entry({ expires })], given);
    expect(waived[0]?.outcome).not.toBe('not-ready');
    expect(notes).toEqual([expect.stringContaining(when)]);
  });
  test('one with 14 days and more is not', () => {
    expect(waive(targets, [entry({ expires: '2026-12-05' })], given).notes).toEqual([]);
  });
  test.each([
    ['another rule', { rule: 'network/none' }],
    ['another subject', { subject: 'arn:aws:iam::999999999999:role/*' }],
    ['another target', { target: 'other-*' }],
  ])('%s: nothing is waived, and that is told', (_, changes) => {
    const { targets: waived, notes } = waive(targets, [entry(changes)], given);
    expect(waived[0]?.outcome).toBe('not-ready');
    expect(notes).toEqual([expect.stringContaining('waives nothing here')]);
  });
});

describe('patterns', () => {
  test.each([
    ['arn:*:role/ml-*', 'arn:aws:iam::1:role/ml-train', true],
    ['arn:*:role/ml-?', 'arn:aws:iam::1:role/ml-train', false],
    ['a*b*c', 'aXXbYYbZZc', true],
    ['', '', true],
    ['', 'a', false],
    ['**', 'anything', true],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(matchesPattern(pattern, text)).toBe(expected);
  });
  test('as a regular expression of the same meaning', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 }), (pattern, text) => {
        const expected = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
        expect(matchesPattern(pattern, text)).toBe(expected);
      }),
    );
  });
});
