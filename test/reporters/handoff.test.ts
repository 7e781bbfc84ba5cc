import { describe, expect, test } from '@jest/globals';
import { handoff } from '../../reporters/handoff.ts';
import type { Fix, Owner } from '../../src/model/fix.ts';
import { OWNER_OF_FIX } from '../../src/model/fix.ts';
import type { Report, TargetReport } from '../../src/model/report.ts';
import { expectGolden } from '../support/golden.ts';
import { fixtureReport, readyReport } from '../support/report.ts';
import { EVERY_FIX } from '../support/report-fixes.ts';
import { failingSubjects, fingerprint } from '../support/report-inbox.ts';
import { waivedReport } from '../support/report-many.ts';

const OPTIONS = { colour: false, all: false, width: 100, links: false };
const written = (report: Report, owner?: Owner, width = 100): string => [...handoff(report, { ...OPTIONS, width, ...(owner && { owner }) })].join('');
const HEADINGS: Readonly<Record<Owner, string>> = {
  network: 'For whoever runs the network',
  identity: 'For whoever manages roles and policies',
  keys: 'For whoever manages the KMS keys',
  ml: 'For whoever builds and deploys the model',
  organisation: 'For whoever manages the AWS organisation',
};
const OWNERS = Object.keys(HEADINGS) as readonly Owner[];

/** One failure with these fixes, in each of these targets. */
const asking = (fixes: readonly Fix[], names: readonly string[] = ['churn']): Report => {
  const report = failingSubjects([1]);
  const [target] = report.targets as readonly TargetReport[];
  const findings = (target?.findings ?? []).map((finding) => ({ ...finding, verdict: { ...finding.verdict, fixes } }) as typeof finding);
  return { ...report, targets: names.flatMap((name) => (target === undefined ? [] : [{ ...target, target: { ...target.target, name }, findings }])) };
};
const requestsIn = (text: string): number => text.split('\n').filter((line) => /^\d+\. /.test(line)).length;
const sheetsIn = (text: string): readonly Owner[] => OWNERS.filter((owner) => text.includes(HEADINGS[owner]));

describe('the handoff', () => {
  test('is as committed', () => {
    expectGolden('reporters/golden/handoff.golden.txt', written(fixtureReport()));
  });
  test.each(Object.values(EVERY_FIX))('asks for $kind whom it belongs to', (fix) => {
    expect(sheetsIn(written(asking([fix])))).toEqual([OWNER_OF_FIX[fix.kind]]);
  });
  test('gives one owner that sheet alone', () => {
    const all = asking(Object.values(EVERY_FIX));
    const sheets = new Set(Object.values(OWNER_OF_FIX));
    expect(sheetsIn(written(all))).toEqual(OWNERS.filter((owner) => sheets.has(owner)));
    for (const owner of sheets) {
      const text = written(all, owner);
      expect(sheetsIn(text)).toEqual([owner]);
      expect(requestsIn(text)).toBe(Object.values(OWNER_OF_FIX).filter((one) => one === owner).length);
      expect(written(all)).toContain(text);
    }
  });
  test('says so where nothing is asked', () => {
    expect(written(readyReport())).toBe('Nothing is asked of anybody.\n');
    expect(written(asking([EVERY_FIX.grant]), 'network')).toBe('Nothing is asked of whoever runs the network.\n');
  });
  test('gives the statement to add and why', () => {
    const text = written(asking([EVERY_FIX['allow-in-key-policy']]), 'keys');
    const statement = /The statement:\n\n([\s\S]+?)\n\n/.exec(text)?.[1] ?? '';
    expect(JSON.parse(statement)).toEqual(EVERY_FIX['allow-in-key-policy'].statement);
    expect(text).toContain('for      churn (account 123456789012, us-east-1)');
    expect(text).toMatch(/because {2}They fail\. What must hold: The execution role lets SageMaker assume it\.\n {13}\S+1: observed 1\n/);
  });
  test('asks once for what several targets need', () => {
    const text = written(asking([EVERY_FIX.grant], ['churn', 'fraud', 'search']));
    expect(requestsIn(text)).toBe(1);
    expect(text.replace(/\s+/g, ' ')).toContain('for churn (account 123456789012, us-east-1), fraud (account 123456789012, us-east-1), search (account');
  });
  test('keeps apart what differs', () => {
    const other: Fix = { ...EVERY_FIX.grant, principalArn: `${EVERY_FIX.grant.principalArn}2` };
    expect(requestsIn(written(asking([EVERY_FIX.grant, other])))).toBe(2);
  });
  test('turns to the topic’s owner with the advice of a rule that has no exact remedy', () => {
    const text = written(asking([]));
    expect(sheetsIn(text)).toEqual(['identity']);
    expect(text).toContain('1.  Let sagemaker.amazonaws.com assume the role in its trust policy.');
  });
  test('asks for no more than a few observations', () => {
    const text = written(failingSubjects(Array.from({ length: 40 }, (_, index) => index)));
    expect(text.match(/observed \d+/g)).toHaveLength(5);
    expect(text).toContain('and 35 more of the kind');
  });
  test('asks for the reading that was refused', () => {
    expect(written(fixtureReport(), 'identity')).toContain('"kms:DescribeKey"');
  });
  test('leaves out what somebody answers for', () => {
    const report = failingSubjects([1, 2]);
    const waiver = { reason: 'known', owner: 'platform', expires: '2027-01-31' };
    const waived = (...numbers: readonly number[]): Report => ({
      ...report,
      targets: [...report.targets].map((target) => ({
        ...target,
        findings: target.findings.map((finding) => ({ ...finding, waivers: Object.fromEntries(numbers.map((number) => [fingerprint(number), waiver])) })),
      })),
    });
    expect(written(waived(1, 2))).toBe('Nothing is asked of anybody.\n');
    expect(written(waived(1))).toContain('observed 2');
    expect(written(waived(1))).not.toContain('observed 1');
    expect(written(waivedReport())).not.toContain('memorySizeInMB');
  });
  test.each([40, 80, 100])('keeps %i columns but for commands and what cannot be broken', (width) => {
    const long = written(fixtureReport(), undefined, width)
      .split('\n')
      .filter((line) => line.length > width && !line.startsWith('        '));
    for (const line of long) expect(line.trim().split(' ').length).toBeLessThan(3);
  });
});
