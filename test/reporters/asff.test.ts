import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asff } from '../../reporters/asff.ts';
import type { Report, ReporterOptions } from '../../src/model/report.ts';
import { expectGolden } from '../support/golden.ts';
import { HOSTILE } from '../support/hostile.ts';
import { fixtureReport, fullReport, readyReport } from '../support/report.ts';
import { remembering, runOn, withText } from '../support/report-inbox.ts';
import { waivedReport } from '../support/report-many.ts';
import type { AsffFinding } from './schema/asff.ts';
import { ASFF_FINDING, LARGEST_FINDING } from './schema/asff.ts';

const OPTIONS = { colour: false, all: false, width: 80, links: false };
const written = (report: Report, options: Partial<ReporterOptions> = {}): string => [...asff(report, { ...OPTIONS, ...options })].join('');
const findings = (report: Report, options?: Partial<ReporterOptions>): readonly AsffFinding[] => JSON.parse(written(report, options)) as AsffFinding[];
const valid = (report: Report, options?: Partial<ReporterOptions>): readonly AsffFinding[] =>
  findings(report, options).map((finding) => {
    expect(JSON.stringify(finding).length).toBeLessThan(LARGEST_FINDING);
    return ASFF_FINDING.parse(finding);
  });
const inRegion = (report: Report, region: string): Report => ({
  ...report,
  targets: [...report.targets].map((one) => ({ ...one, target: { ...one.target, region } })),
});

describe('the report for Security Hub', () => {
  test('is as committed', () => {
    expectGolden('reporters/golden/report.asff.golden.json', written(fixtureReport()));
  });
  test.each([
    ['realistic', fixtureReport()],
    ['everything at once', fullReport()],
    ['waived', waivedReport()],
    ['ready', readyReport()],
  ])('is valid: %s', (_, report) => {
    expect(valid(report, { all: true }).length).toBeGreaterThan(1);
  });
  test('is an empty list where nothing is to be told', () => {
    expect(findings(readyReport())).toEqual([]);
  });
  test('keeps every length, whatever text there is', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3000 }),
      fc.constantFrom(HOSTILE.repeat(40), ' '.repeat(700), 'ﷺ'.repeat(900), '😀'.repeat(900)),
    );
    fc.assert(
      fc.property(texts, fc.boolean(), (text, alone) => {
        const report = withText(fullReport(), (own) => (alone && own.length > 40 ? text : `${own}${text}`));
        const ids = valid(report, { all: true }).map(({ Id }) => Id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 25 },
    );
  });
  test.each([
    ['cn-north-1', 'aws-cn', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov', 'aws-us-gov'],
    ['eu-west-1', 'aws', 'aws'],
    ['us-iso-east-1', 'aws-iso', undefined],
  ])('names the product of the account in %s', (region, partition, named) => {
    const [first] = valid(inRegion(runOn('11-21', { churn: 'cannot tell' }), region));
    expect(first?.ProductArn).toBe(`arn:${partition}:securityhub:${region}:${first?.AwsAccountId}:product/${first?.AwsAccountId}/default`);
    expect(first?.Resources[0]?.Partition).toBe(named);
  });
  test('is one list of one finding a line', () => {
    const lines = written(fixtureReport()).trimEnd().split('\n');
    expect([lines[0], lines.at(-1)]).toEqual(['[', ']']);
    for (const line of lines.slice(1, -1)) expect(JSON.parse(line.replace(/,$/, ''))).toHaveProperty('Id');
  });
});

describe('its findings', () => {
  const history = remembering(runOn('11-01', { churn: 'fails' }));

  test('begin as new, with the day of the run', () => {
    expect(valid(runOn('11-21', { churn: 'fails' }))).toMatchObject([
      {
        CreatedAt: '2026-11-21T08:00:00.000Z',
        UpdatedAt: '2026-11-21T08:00:00.000Z',
        Compliance: { Status: 'FAILED' },
        Severity: { Label: 'HIGH', Original: '8.0' },
        Workflow: { Status: 'NEW' },
        RecordState: 'ACTIVE',
      },
    ]);
  });
  test('keep the day of their creation, and leave the workflow to its readers', () => {
    const [finding] = valid(runOn('11-21', { churn: 'fails' }), { history });
    expect(finding).toMatchObject({ CreatedAt: '2026-11-01T08:00:00.000Z', UpdatedAt: '2026-11-21T08:00:00.000Z', RecordState: 'ACTIVE' });
    expect(finding).not.toHaveProperty('Workflow');
  });
  test('are closed under the same id once they pass', () => {
    const [failed] = valid(runOn('11-01', { churn: 'fails' }));
    const [closed] = valid(runOn('11-21', { churn: 'passes' }), { history });
    expect(closed).toMatchObject({
      Id: failed?.Id,
      CreatedAt: '2026-11-01T08:00:00.000Z',
      UpdatedAt: '2026-11-21T08:00:00.000Z',
      Compliance: { Status: 'PASSED' },
      Severity: { Label: 'INFORMATIONAL' },
      RecordState: 'ARCHIVED',
    });
    expect(closed?.Resources).toMatchObject([{ Type: failed?.Resources[0]?.Type, Id: failed?.Resources[0]?.Id }]);
  });
  test('that could not be read are neither failed nor passed', () => {
    expect(valid(runOn('11-21', { churn: 'cannot tell' }))).toMatchObject([{ Compliance: { Status: 'WARNING' }, RecordState: 'ACTIVE' }]);
  });
  test('that are waived say by whom', () => {
    const waived = valid(waivedReport()).filter(({ Workflow }) => Workflow?.Status === 'SUPPRESSED');
    expect(waived.length).toBeGreaterThan(0);
    for (const { ProductFields, Compliance } of waived) {
      expect(ProductFields['sageready/Waiver']).toContain('platform@example.com, until 2027-01-31');
      expect(Compliance.Status).toBe('FAILED');
    }
  });
  test('name AWS’s own types of resources', () => {
    const types = valid(fixtureReport()).map(({ Resources }) => Resources[0]?.Type);
    expect(types).toEqual(expect.arrayContaining(['AwsIamRole', 'AwsS3Bucket', 'AwsS3Object', 'Other']));
  });
});
