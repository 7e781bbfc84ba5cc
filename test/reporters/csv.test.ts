import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csv } from '../../reporters/csv.ts';
import type { Report, TargetReport } from '../../src/model/report.ts';
import { expectGolden } from '../support/golden.ts';
import { firstHidden, HOSTILE, seeded } from '../support/hostile.ts';
import { fixtureReport, fullReport, readyReport } from '../support/report.ts';
import { anyReport } from '../support/report-arbitrary.ts';
import { waivedReport } from '../support/report-many.ts';

const written = (report: Report, all = false): string => [...csv(report, { colour: false, all, width: 80, links: false })].join('');

// RFC 4180, read by its grammar: nothing but quoted cells, commas and CRLF.
const CELL = /"((?:[^"]|"")*)"(,|\r\n)/y;

const parsed = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const at = CELL.lastIndex;
    const match = CELL.exec(text);
    if (match === null) throw new Error(`no cell at ${JSON.stringify(text.slice(at, at + 40))}`);
    rows.at(-1)?.push((match[1] ?? '').replaceAll('""', '"'));
    if (match[2] !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
};

type Row = Readonly<Record<string, string>>;
const rowsOf = (report: Report, all = false): readonly Row[] => {
  const [header = [], ...rows] = parsed(written(report, all));
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
};

const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

describe('the report as CSV', () => {
  test('is as committed', () => {
    expectGolden('reporters/golden/report.golden.csv', written(fixtureReport(), true));
  });
  test('has a row for each failing subject of a target, and for what could not be judged', () => {
    const rows = rowsOf(fixtureReport());
    expect(rows.map(({ outcome }) => outcome).filter((outcome) => outcome === 'fail').length).toBe(7);
    expect(rows.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['cannot-tell', 'error']));
    expect(rows.find(({ rule }) => rule === 'endpoint/memory-size-is-offered')).toEqual({
      target: 'fraud',
      scenario: 'serverless-endpoint',
      account: '123456789012',
      region: 'us-east-1',
      rule: 'endpoint/memory-size-is-offered',
      title: 'The memory size is one that serverless endpoints offer',
      severity: 'error',
      outcome: 'fail',
      subject: '123456789012/us-east-1/endpoint/fraud',
      summary: '2000 MB is not offered',
      observed: '2000 MB',
      expected: '1024, 2048, 3072, 4096, 5120 or 6144 MB',
      file: 'sageready.yaml',
      line: '30',
      column: '25',
      owner: 'ml',
      remedy: 'In the description, set serverlessConfig.memorySizeInMB to 2048: the nearest size that is offered.',
      documentation: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
      waiver: '',
      fingerprint: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      time: '2026-11-21T09:55:21.000Z',
    });
  });
  test('with all has a row for every judgement', () => {
    expect(new Set(rowsOf(fixtureReport(), true).map(({ outcome }) => outcome))).toEqual(new Set(['pass', 'fail', 'not-applicable', 'cannot-tell', 'error']));
    expect(rowsOf(readyReport())).toEqual([]);
  });
  test('loses no subject and no judgement, and tells none twice', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const rows = rowsOf(report, true);
        const judged = new Set([...report.targets].flatMap(({ target, findings }) => findings.map(({ rule }) => `${target.name} ${rule}`)));
        expect(new Set(rows.map(({ target, rule }) => `${target} ${rule}`))).toEqual(judged);
        const failed = rows.filter(({ outcome }) => outcome === 'fail');
        expect(new Set(failed.map(({ target, rule, fingerprint }) => `${target} ${rule} ${fingerprint}`)).size).toBe(failed.length);
      }),
    );
  });
  test('says who answers for a failure', () => {
    const waived = rowsOf(waivedReport()).filter(({ waiver }) => waiver !== '');
    expect(waived.length).toBeGreaterThan(1);
    expect(waived[0]?.['waiver']).toBe('waived until 2027-01-31 by platform@example.com: The team moves to eu-west-1 in January');
  });
  test('says what was not judged at all', () => {
    expect(rowsOf(fixtureReport()).find(({ target }) => target === 'legacy')).toMatchObject({
      outcome: 'cannot-tell',
      summary: expect.stringContaining('memorySizeInMB'),
    });
    expect(rowsOf(readyReport({ complete: false }))).toMatchObject([{ outcome: 'cannot-tell', summary: expect.stringContaining('stopped') }]);
  });
});

describe('its cells', () => {
  const first = [...readyReport().targets][0] as TargetReport;
  const named = (name: string): Report => ({ ...readyReport(), targets: [{ ...first, target: { ...first.target, name } }] });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '＋1', '－1', '＠SUM'])('are no formula: %j', (name) => {
    expect(rowsOf(named(name), true)[0]?.['target']).toMatch(/^['\\]/);
  });
  test('keep what is harmless as it is', () => {
    expect(rowsOf(named('a "quoted", name; 1=1'), true)[0]?.['target']).toBe('a "quoted", name; 1=1');
  });
  test('hold neither line breaks nor anything invisible, whatever text there is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(HOSTILE), fc.string({ unit: 'binary', maxLength: 40 })), fc.constantFrom('=', '+', '-', '@', '"', ''), (text, sign) => {
        const cells = parsed(
          written(
            seeded(fullReport(), (own) => `${sign}${text}${own}`),
            true,
          ),
        ).flat();
        expect(cells.length).toBeGreaterThan(400);
        expect(cells.filter((cell) => FORMULA.test(cell))).toEqual([]);
        expect(firstHidden(cells.join(''))).toBe('');
      }),
      { numRuns: 25 },
    );
  });
});
