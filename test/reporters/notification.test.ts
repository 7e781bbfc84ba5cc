import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { announcementOf } from '../../reporters/found/announce.ts';
import { notificationOf } from '../../reporters/notification.ts';
import type { History } from '../../src/model/history.ts';
import type { Report } from '../../src/model/report.ts';
import { fixtureReport, readyReport } from '../support/report.ts';
import type { Said } from '../support/report-inbox.ts';
import { failingSubjects, runOn, withText } from '../support/report-inbox.ts';
import { waivedReport } from '../support/report-many.ts';

const toldAfter = (...runs: readonly Report[]): History | undefined =>
  runs.reduce<History | undefined>((told, run) => announcementOf(run, told).told, undefined);
const newsOf = (report: Report, told?: History): readonly string[] => announcementOf(report, told).news.flatMap(({ targets }) => targets);

describe('what is news', () => {
  test('is everything at first, and nothing of it in the next run', () => {
    const { news, known } = announcementOf(fixtureReport());
    expect([news.length, known]).toEqual([5, 0]);
    expect(announcementOf(fixtureReport(), toldAfter(fixtureReport()))).toMatchObject({ news: [], known: 5 });
  });
  test.each<readonly [string, readonly Said[], boolean]>([
    ['what has passed in between', ['fails', 'passes', 'fails'], true],
    ['what could not be judged in between', ['fails', 'cannot tell', 'fails'], false],
    ['what only followed from another failure in between', ['fails', 'follows', 'fails'], false],
    ['another subject', ['fails', 'fails otherwise'], true],
    ['what passes', ['fails', 'passes'], false],
  ])('%s', (_, days, isNews) => {
    const runs = days.map((said, index) => runOn(`11-${10 + index}`, { churn: said }));
    const last = runs.at(-1);
    if (last === undefined) throw new Error('no run');
    expect(newsOf(last, toldAfter(...runs.slice(0, -1))).length > 0).toBe(isNews);
  });
  test('a further target that shares a known failure is one', () => {
    const told = toldAfter(runOn('11-01', { churn: 'fails' }));
    expect(newsOf(runOn('11-02', { churn: 'fails', fraud: 'fails' }), told)).toEqual(['churn', 'fraud']);
    expect(newsOf(runOn('11-03', { churn: 'fails' }), toldAfter(runOn('11-01', { churn: 'fails' }), runOn('11-02', { fraud: 'fails' })))).toEqual([]);
  });
  test('a waived failure is none, until its waiver is over', () => {
    const waived = announcementOf(waivedReport());
    const isWaived = ({ waiver }: { readonly waiver?: unknown }): boolean => waiver !== undefined;
    expect(waived.news.some(isWaived)).toBe(false);
    const without: Report = {
      ...waivedReport(),
      targets: [...waivedReport().targets].map((one) => ({ ...one, findings: one.findings.map(({ waivers: _, ...finding }) => finding) })),
    };
    expect(announcementOf(without, waived.told).news.length).toBeGreaterThan(0);
  });
  test('below --fail-on nothing is', () => {
    const report = fixtureReport();
    const strict = announcementOf({ ...report, run: { ...report.run, failOn: 'note' } }).news.length;
    expect(strict).toBeGreaterThanOrEqual(announcementOf(report).news.length);
    expect(announcementOf({ ...report, rules: report.rules.map((rule) => ({ ...rule, severity: 'warning' })) }).news).toEqual([]);
  });
});

describe('the message', () => {
  const of = (report: Report) => notificationOf(report, announcementOf(report), ['s3://reports/a/report.html']);
  test('says what fails, where, and who can mend it', () => {
    const { subject, message } = of(fixtureReport()) ?? { subject: '', message: '' };
    expect(subject).toBe('sageready: 5 new failures in 123456789012 us-east-1');
    expect(message).toMatch(/^5 new failures, in 2 targets: churn, fraud\n\n1\. /);
    expect(message).toContain('To do (identity): ');
    expect(message.trimEnd().endsWith('Report: s3://reports/a/report.html')).toBe(true);
  });
  test('is none where nothing fails', () => {
    expect(of(readyReport())).toBeUndefined();
  });
  test('says of a run that was cut short that there may be more', () => {
    const report = fixtureReport();
    expect(of({ ...report, run: { ...report.run, complete: false } })?.message).toContain('The run was cut short: there may be more.');
  });
  test('fits, however much fails and whatever text there is', () => {
    const many = of(failingSubjects(Array.from({ length: 3000 }, (_, index) => index)));
    expect(Buffer.byteLength(many?.message ?? '')).toBeLessThan(256_000);
    expect(many?.message).toMatch(/\nand \d+ more: see the report\n/);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { subject = '', message = '' } = of(withText(fixtureReport(), (own) => `${own}${text}`)) ?? {};
        expect(subject).toMatch(/^[\x20-\x7e]{1,100}$/);
        expect(Buffer.byteLength(message)).toBeLessThan(256_000);
      }),
      { numRuns: 20 },
    );
  });
});
