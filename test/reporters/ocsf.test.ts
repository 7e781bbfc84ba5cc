import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ocsf } from '../../reporters/ocsf.ts';
import type { Report, ReporterOptions } from '../../src/model/report.ts';
import { expectGolden } from '../support/golden.ts';
import { fixtureReport, fullReport, readyReport } from '../support/report.ts';
import { remembering, runOn, withText } from '../support/report-inbox.ts';
import { waivedReport } from '../support/report-many.ts';
import type { OcsfEvent } from './schema/ocsf.ts';
import { OCSF_EVENT } from './schema/ocsf.ts';

const OPTIONS = { colour: false, all: false, width: 80, links: false };
const written = (report: Report, options: Partial<ReporterOptions> = {}): string => [...ocsf(report, { ...OPTIONS, ...options })].join('');
const valid = (report: Report, options?: Partial<ReporterOptions>): readonly OcsfEvent[] =>
  written(report, options)
    .split('\n')
    .slice(0, -1)
    .map((line) => OCSF_EVENT.parse(JSON.parse(line)));

describe('the report as OCSF', () => {
  test('is as committed', () => {
    expectGolden('reporters/golden/report.ocsf.golden.ndjson', written(fixtureReport()));
  });
  test.each([
    ['realistic', fixtureReport()],
    ['everything at once', fullReport()],
    ['waived', waivedReport()],
    ['ready', readyReport()],
  ])('is valid, an event a line: %s', (_, report) => {
    expect(valid(report, { all: true }).length).toBeGreaterThan(1);
  });
  test('is empty where nothing is to be told', () => {
    expect(written(readyReport())).toBe('');
  });
  test('is valid whatever text there is, with an id for each', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const events = valid(
          withText(fullReport(), (own) => `${own}${text}`),
          { all: true },
        );
        expect(new Set(events.map(({ metadata }) => metadata.uid)).size).toBe(events.length);
        expect(new Set(events.map(({ finding_info: { uid } }) => uid)).size).toBe(events.length);
      }),
      { numRuns: 25 },
    );
  });
});

describe('its events', () => {
  const history = remembering(runOn('11-01', { churn: 'fails' }));
  const FIRST = Date.UTC(2026, 10, 1, 8);
  const NOW = Date.UTC(2026, 10, 21, 8);

  test('create a finding, in milliseconds', () => {
    expect(valid(runOn('11-21', { churn: 'fails' }))).toMatchObject([
      { type_uid: 200301, time: NOW, severity: 'High', status: 'New', compliance: { status: 'Fail' }, finding_info: { created_time: NOW } },
    ]);
  });
  test('update it', () => {
    expect(valid(runOn('11-21', { churn: 'fails' }), { history })).toMatchObject([
      { type_uid: 200302, time: NOW, compliance: { status: 'Fail' }, finding_info: { created_time: FIRST, last_seen_time: NOW } },
    ]);
  });
  test('close it under the same id', () => {
    const [failed] = valid(runOn('11-01', { churn: 'fails' }));
    const [closed] = valid(runOn('11-21', { churn: 'passes' }), { history });
    expect(closed).toMatchObject({
      type_uid: 200303,
      status: 'Resolved',
      severity: 'Informational',
      compliance: { status: 'Pass' },
      finding_info: { uid: failed?.finding_info.uid, created_time: FIRST, last_seen_time: FIRST },
    });
  });
  test('say that information is missing', () => {
    expect(valid(runOn('11-21', { churn: 'cannot tell' }))).toMatchObject([{ severity: 'Informational', compliance: { status: 'Warning' } }]);
  });
  test('are suppressed where somebody answers for them', () => {
    const suppressed = valid(waivedReport()).filter(({ status }) => status === 'Suppressed');
    expect(suppressed.length).toBeGreaterThan(0);
    for (const { compliance } of suppressed) expect(compliance.status_details.join()).toContain('waived until 2027-01-31 by platform@example.com');
  });
});
