import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ndjson } from '../../reporters/ndjson.ts';
import type { Report } from '../../src/model/report.ts';
import { expectGolden } from '../support/golden.ts';
import { fixtureReport, fullReport, readyReport } from '../support/report.ts';
import { waivedReport } from '../support/report-many.ts';

const OPTIONS = { colour: false, all: false, width: 80, links: false };
const written = (report: Report): string => [...ndjson(report, OPTIONS)].join('');
type Line = Readonly<Record<string, unknown>>;
const linesOf = (report: Report): readonly Line[] =>
  written(report)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false });
ajv.addSchema(JSON.parse(readFileSync('schema/report.schema.json', 'utf8')));
const validate = ajv.compile(JSON.parse(readFileSync('schema/report-lines.schema.json', 'utf8')));
const isValid = (line: unknown): boolean => validate(line) === true;

describe('the report as JSON Lines', () => {
  test('is as committed', () => {
    expectGolden('reporters/golden/report.golden.ndjson', written(fixtureReport()));
  });
  test.each([
    ['realistic', fixtureReport()],
    ['everything at once', fullReport()],
    ['waived', waivedReport()],
    ['ready', readyReport({ factsFile: 'facts.json' })],
  ])('follows its schema in every line: %s', (_, report) => {
    for (const line of linesOf(report)) expect([line['type'], isValid(line), validate.errors ?? []]).toEqual([line['type'], true, []]);
  });
  test('has a header, rules, targets with their findings, and an end that counts', () => {
    const types = linesOf(fixtureReport()).map(({ type }) => type);
    const runs = types.filter((type, index) => type !== types[index - 1]);
    expect(runs).toEqual(['report', 'rule', 'target', 'finding', 'target', 'finding', 'target', 'finding', 'target', 'finding', 'target', 'end']);
    const count = (type: string): number => types.filter((one) => one === type).length;
    expect(linesOf(fixtureReport()).at(-1)).toMatchObject({ targets: count('target'), findings: count('finding'), calls: { total: 42 } });
  });
  test('holds all that the report holds', () => {
    const lines = linesOf(fullReport());
    const of = (type: string) => lines.filter((line) => line['type'] === type).map(({ type: _, ...rest }) => rest);
    const report = JSON.parse(JSON.stringify(fullReport()));
    const findings = report.targets.flatMap(({ target: { name, scenario, account, region }, findings: own }: { target: Line; findings: readonly Line[] }) =>
      own.map((finding) => ({ target: { name, scenario, account, region }, ...finding })),
    );
    expect(of('finding')).toEqual(findings);
    expect(of('rule')).toEqual(report.rules);
    expect(of('target')).toEqual(report.targets.map(({ findings: _, ...target }: Line) => target));
    expect(of('report')).toEqual([{ schema: 'sageready/report-lines/1', run: report.run }]);
  });
  test('is written as targets come', () => {
    const taken: string[] = [];
    const targets = function* () {
      for (const target of fixtureReport().targets) {
        taken.push(target.target.name);
        yield target;
      }
    };
    const lines = ndjson({ ...fixtureReport(), rules: [], targets: targets() }, OPTIONS)[Symbol.iterator]();
    lines.next();
    expect(taken).toEqual([]);
    for (let line = lines.next(); !line.done && !String(line.value).includes('"fraud"'); line = lines.next()) expect(taken).toEqual(['churn']);
    expect(taken).toEqual(['churn', 'fraud']);
  });
});

describe('its schema refuses', () => {
  const lines = linesOf(fullReport());
  const some = (type: string): Line => lines.find((line) => line['type'] === type) ?? {};
  test.each([
    ['a line of no type', { ...some('finding'), type: 'remark' }],
    ['another version', { ...some('report'), schema: 'sageready/report-lines/2' }],
    ['a finding without its target', { ...some('finding'), target: undefined }],
    ['an outcome that is none', { ...some('finding'), verdict: { outcome: 'skipped' } }],
    ['an unknown key in a finding', { ...some('finding'), extra: 1 }],
    ['an unknown key in a target', { ...some('target'), findings: [] }],
    ['a rule without its severity', { ...some('rule'), severity: undefined }],
    ['an end that counts nothing', { ...some('end'), findings: undefined }],
  ])('%s', (_, line) => {
    expect(isValid(JSON.parse(JSON.stringify(line)))).toBe(false);
  });
});
