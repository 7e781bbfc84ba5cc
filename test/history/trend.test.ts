import { describe, expect, test } from '@jest/globals';
import { openSummary } from '../../src/history/summary.ts';
import type { SummedRun } from '../../src/history/trend.ts';
import { trendOf } from '../../src/history/trend.ts';
import type { Report, TargetReport } from '../../src/model/report.ts';
import { readinessOf } from '../../src/model/trend.ts';
import { fixtureReport, readyReport } from '../support/report.ts';

const summed = (time: string, targets: Report['targets']): SummedRun => {
  const summing = openSummary();
  for (const target of targets) summing.add(target);
  return { time, summary: summing.read() };
};

const runs = [summed('2026-11-21T06:00:00.000Z', fixtureReport().targets), summed('2026-11-20T06:00:00.000Z', readyReport().targets)];
const ready = [...readyReport().targets][0] as TargetReport;

describe('readiness over time', () => {
  test('per scenario and rule, oldest first', () => {
    const trend = trendOf(runs);
    const [scenario] = trend.lines;
    expect(trend.runs).toEqual(['2026-11-20T06:00:00.000Z', '2026-11-21T06:00:00.000Z']);
    expect(scenario).toMatchObject({ kind: 'scenario', name: 'serverless-endpoint' });
    expect(scenario?.readings[0]).toEqual({ time: '2026-11-20T06:00:00.000Z', ready: 1, notReady: 0, undetermined: 0 });
    const later = scenario?.readings[1];
    expect((later?.ready ?? 0) + (later?.notReady ?? 0) + (later?.undetermined ?? 0)).toBe([...fixtureReport().targets].length);
    expect(trend.lines.find(({ name }) => name === 'identity/role-exists')?.readings).toHaveLength(2);
  });
  test('of one scenario, its rules are counted there alone', () => {
    const other = { ...ready, target: { ...ready.target, scenario: 'jumpstart-model' as const } };
    const both = [summed('2026-11-20T06:00:00.000Z', [ready, other])];
    const readings = (choice: Parameters<typeof trendOf>[1]) => trendOf(both, choice).lines.find(({ name }) => name === 'identity/role-exists')?.readings;
    expect([readings({})?.[0]?.ready, readings({ scenario: 'jumpstart-model' })?.[0]?.ready, readings({ scenario: 'elastic-inference' })]).toEqual([
      2,
      1,
      undefined,
    ]);
  });
  test('of rules, only those', () => {
    expect(trendOf(runs, { rules: ['identity/role-exists'] }).lines.map(({ name }) => name)).toEqual(['identity/role-exists']);
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
    const [scenario] = trendOf([summed('2026-11-20T06:00:00.000Z', [waived])]).lines;
    expect(scenario?.readings[0]).toMatchObject({ ready: 0, notReady: 1 });
  });
  test.each([
    [{ ready: 3, notReady: 1, undetermined: 0 }, 0.75],
    [{ ready: 1, notReady: 0, undetermined: 1 }, 0.5],
    [{ ready: 0, notReady: 0, undetermined: 0 }, 0],
  ])('%j is %d', (counts, share) => {
    expect(readinessOf(counts)).toBe(share);
  });
});
