import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import { renderFix } from '../../reporters/fixes/index.ts';
import { xmlText } from '../../reporters/junit/xml.ts';
import { junit, junitExtended } from '../../reporters/junit.ts';
import type { Report, Reporter, TargetReport } from '../../src/model/report.ts';
import { expectGolden } from '../support/golden.ts';
import { HOSTILE, seeded } from '../support/hostile.ts';
import { fixtureReport, fullReport, readyReport } from '../support/report.ts';
import { anyReport } from '../support/report-arbitrary.ts';
import { waivedReport } from '../support/report-many.ts';

const OPTIONS = { colour: false, all: false, width: 80, links: false };
const schema = readFileSync('test/reporters/schema/junit.xsd', 'utf8');

const written = (reporter: Reporter, report: Report): string => [...reporter(report, OPTIONS)].join('');

const faultsOf = async (xml: string): Promise<readonly string[]> =>
  (await validateXML({ xml: { fileName: 'junit.xml', contents: xml }, schema })).errors.map(({ message }) => message);
const isWellFormed = async (xml: string): Promise<boolean> =>
  (await validateXML({ xml: { fileName: 'junit.xml', contents: xml }, normalization: 'c14n' })).valid;

const casesIn = (xml: string): readonly string[] => xml.match(/<testcase [^>]*?(?:\/>|>[\s\S]*?<\/testcase>)/g) ?? [];
const caseOf = (xml: string, name: string): string => casesIn(xml).find((one) => one.includes(` name="${name} `)) ?? '';
const namesIn = (xml: string): readonly string[] => casesIn(xml).map((one) => /classname="([^"]*)" name="([^"]*)"/.exec(one)?.slice(1).join(' ') ?? '');
const attribute = (xml: string, name: string): readonly number[] =>
  [...xml.matchAll(new RegExp(`<testsuite [^>]* ${name}="(\\d+)"`, 'g'))].map(([, value]) => Number(value));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const REPORTS: readonly (readonly [string, Report])[] = [
  ['realistic', fixtureReport()],
  ['everything at once', fullReport()],
  ['waived', waivedReport()],
  ['ready', readyReport()],
  ['without targets', { ...readyReport(), targets: [] }],
  ['hostile', seeded(fullReport(), (text) => `${text}${HOSTILE}]]>&<"'\ufffe\uffff`)],
];

describe('the report as JUnit XML', () => {
  test('is as committed', () => {
    expectGolden('reporters/golden/report.junit.golden.xml', written(junit, fixtureReport()));
    expectGolden('reporters/golden/report.junit-extended.golden.xml', written(junitExtended, fixtureReport()));
  });
  test.each(REPORTS)('satisfies the strict profile: %s', async (_, report) => {
    expect(await faultsOf(written(junit, report))).toEqual([]);
  });
  test.each(REPORTS)('is well-formed with files and lines: %s', async (_, report) => {
    expect(await isWellFormed(written(junitExtended, report))).toBe(true);
  });
  test('is refused with files and lines: the profile is strict', async () => {
    expect((await faultsOf(written(junitExtended, fixtureReport()))).length).toBeGreaterThan(0);
  });
  test.each([
    ['attributes at the root', (xml: string) => xml.replace('<testsuites>', '<testsuites tests="1">')],
    ['a time of day with zone', (xml: string) => xml.replace(/timestamp="([^"]*)"/, 'timestamp="$1Z"')],
    ['properties of a case', (xml: string) => xml.replace(/(<testcase [^>]*)\/>/, '$1><properties/></testcase>')],
    ['a suite without output', (xml: string) => xml.replace('<system-out/>', '')],
    ['two cases of one name', (xml: string) => xml.replace(/(<testcase [^>]*\/>)/, '$1$1')],
  ])('is refused with %s', async (_, spoil) => {
    expect((await faultsOf(spoil(written(junit, fixtureReport())))).length).toBeGreaterThan(0);
  });
  test('is valid whatever text there is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        expect(
          await faultsOf(
            written(
              junit,
              seeded(fullReport(), (own) => `${text}${own}${text}`),
            ),
          ),
        ).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

describe('its cases', () => {
  test('are the judgements, one each, with names of their own; the suites count them', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const findings = [...report.targets].flatMap((target) => target.findings);
        for (const reporter of [junit, junitExtended]) {
          const xml = written(reporter, report);
          const names = namesIn(xml);
          expect(new Set(names).size).toBe(names.length);
          expect(sum(attribute(xml, 'tests'))).toBe(names.length);
          expect(names.length - findings.length).toBe([...report.targets].length === 0 ? 1 : 0);
          expect(sum(attribute(xml, 'failures'))).toBe(xml.split('<failure ').length - 1);
          expect(sum(attribute(xml, 'errors'))).toBe(xml.split('<error ').length - 1);
          expect(sum(attribute(xml, 'skipped'))).toBe(xml.split('<skipped ').length - 1);
        }
      }),
    );
  });
  test('have names of their own even where targets have not', () => {
    const [first] = [...readyReport().targets] as [TargetReport];
    const names = namesIn(written(junit, { ...readyReport(), targets: [first, first] }));
    expect(names.length).toBe(6);
    expect(new Set(names).size).toBe(6);
  });
  const xml = written(junit, fixtureReport());

  test('that failed hold everything in their text', () => {
    const bucket = caseOf(xml, 'artifact/bucket-exists');
    expect(bucket).toMatch(/<failure message="There is no such bucket" type="error">There is no such bucket\n/);
    for (const words of ['arn:aws:s3:::churn-modles', 'sageready.yaml:10:19', 'Remedy: Create the bucket', 'https://docs.aws.amazon.com/'])
      expect(bucket).toContain(words);
  });
  test('that failed keep every line of every command', () => {
    const fixes = [...fullReport().targets]
      .flatMap(({ findings }) => findings)
      .flatMap(({ verdict }) => (verdict.outcome === 'fail' ? (verdict.fixes ?? []) : []));
    const whole = written(junit, fullReport());
    expect(fixes.length).toBeGreaterThan(20);
    for (const fix of fixes) {
      const lines = renderFix(fix).commands.flatMap((command) => command.split('\n'));
      expect(whole).toContain(lines.map((line) => xmlText(`    ${line}`)).join('\n'));
    }
  });
  test('that could not be judged are errors, a broken rule another kind of them', () => {
    expect(caseOf(xml, 'encryption/key-exists search')).toMatch(/<error message="kms:DescribeKey was refused [^"]*" type="cannot-tell">/);
    expect(caseOf(xml, 'identity/deployer-may-pass-role search')).toContain('type="rule-error"');
    expect(caseOf(xml, 'target/can-be-judged legacy')).toContain('type="not-judged"');
  });
  test('that do not apply or are waived are skipped, with the reason', () => {
    expect(caseOf(xml, 'encryption/key-exists churn')).toContain('<skipped message="the plan names no key"/>');
    expect(caseOf(written(junit, waivedReport()), 'endpoint/memory-size-is-offered pilot')).toMatch(
      /<skipped message="[^"]*waived until 2027-01-31 by platform@example.com/,
    );
  });
  test('have file and line where that is understood', () => {
    const extended = written(junitExtended, fixtureReport());
    expect(caseOf(extended, 'artifact/bucket-exists')).toContain('file="sageready.yaml" line="10"');
    expect(caseOf(extended, 'identity/role-trusts-sagemaker fraud')).toContain('file="sageready.yaml" line="21"');
    expect(extended).toMatch(/<testsuites name="sageready" tests="28" failures="7" errors="6" skipped="7" time="0">/);
  });
  test('of a run that ended early or judged nothing are not all green', () => {
    expect(written(junit, readyReport({ complete: false }))).toMatch(/name="run\/is-complete"[^>]*><error /);
    expect(written(junit, { ...readyReport(), targets: [] })).toMatch(/name="run\/has-a-target"[^>]*><error /);
    expect(written(junit, readyReport())).not.toContain('<error ');
  });
});

describe('text in XML', () => {
  test('keeps what is harmless', () => {
    expect(xmlText('Größe 🎉 – “2000 MB”')).toBe('Größe 🎉 – “2000 MB”');
  });
  test('is no markup, and nothing that XML forbids', () => {
    expect(xmlText(']]><a b="c">&\u0000\u001b[31m\ufffe\ud800\n')).toBe(']]&gt;&lt;a b=&quot;c&quot;&gt;&amp;\\u{0}\\u{1b}[31m\ufffd\\u{d800}\\u{a}');
  });
});
