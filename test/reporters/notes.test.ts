import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { console as report } from '../../reporters/console.ts';
import { json } from '../../reporters/json.ts';
import type { Finding, Report } from '../../src/model/report.ts';
import { noted } from '../../src/model/verdict.ts';
import { notReadyReport, readyReport } from '../support/report.ts';

const NOTE = 's3:GetObject: one says allowed, the other implicitDeny';

const withNote = ({ rule, verdict, ...more }: Finding): Finding => ({
  ...more,
  rule,
  verdict: verdict.outcome === 'pass' || verdict.outcome === 'fail' ? noted(verdict, [NOTE]) : verdict,
});

const withNotes = (made: Report): Report => ({
  ...made,
  targets: [...made.targets].map((target) => ({ ...target, findings: target.findings.map(withNote) })),
});

const written = (made: Report): string => [...report(made, { colour: false, all: false, width: 120, links: false })].join('');

describe('a note beside a verdict', () => {
  test('is shown with a failure, and shows a rule that passed, though not all is asked for', () => {
    expect(written(withNotes(notReadyReport()))).toContain(NOTE);
    expect(written(readyReport())).not.toContain('✔ The');
    expect(written(withNotes(readyReport()))).toContain(NOTE);
  });
  test('stands in the JSON, as its schema says', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync('schema/report.schema.json', 'utf8')));
    const text = [...json(withNotes(notReadyReport()), { colour: false, all: false, width: 80, links: false })].join('');
    expect(text).toContain(NOTE);
    expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
  });
});
