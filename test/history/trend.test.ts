import { describe, expect, test } from '@jest/globals';
import { readinessOf, trendOf } from '../../src/history/trend.ts';
import type { Report, TargetReport } from '../../src/model/report.ts';
import { fixtureReport, readyReport } from '../support/report.ts';

const at = (time: string, report: Report): Report => ({ ...report, run: { ...report.run, time } });
const ready = [...readyReport().targets][0] as TargetReport;

describe('readiness over time', () => {
  test('per scenario and rule, oldest first', () => {
    const lines = trendOf([at('2026-11-21T06:00:00.000Z', fixtureReport()), at('2026-11-20T06:00:00.000Z', readyReport())]);
    const [scenario] = lines;
    expect(scenario).toMatchObject({ kind: 'scenario', name: 'serverless-endpoint' });
    expect(scenario?.readings[0]).toEqual({ time: '2026-11-20T06:00:00.000Z', ready: 1, notReady: 0, undetermined: 0 });
    const later = scenario?.readings[1];
    expect((later?.ready ?? 0) + (later?.notReady ?? 0) + (later?.undetermined ?? 0)).toBe([...fixtureReport().targets].length);
    expect(lines.find(({ name }) => name === 'identity/role-exists')?.readings).toHaveLength(2);
  });
  test('a waiver raises no score', () => {
    const waived: TargetReport = {
      ...ready,
      findings: ready.findings.map((finding, place) =>
        place === 0
          ? {
              ...finding,
              verdict: { outcome: 'fail', summary: 'no', evidence: [{ subject: 'x', observed: 'y' }] },
              fingerprints: ['f'],
              waivers: { f: { reason: 'known', owner: 'mara', expires: '2027-01-01' } },
            }
          : finding,
      ),
    };
    const [scenario] = trendOf([{ ...readyReport(), targets: [waived] }]);
    expect(scenario?.readings[0]).toMatchObject({ ready: 0, notReady: 1 });
  });
  test.each([
    [{ ready: 3, notReady: 1, undetermined: 0 }, 0.75],
    [{ ready: 1, notReady: 0, undetermined: 1 }, 0.5],
    [{ ready: 0, notReady: 0, undetermined: 0 }, 0],
  ])('%j is %d', (counts, share) => {
    expect(readinessOf({ time: '', ...counts })).toBe(share);
  });
});
