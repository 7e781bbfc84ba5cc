import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Format } from '../../reporters/index.ts';
import { reporters } from '../../reporters/index.ts';
import type { Finding, Report } from '../../src/model/report.ts';
import { firstHidden, HOSTILE } from '../support/hostile.ts';
import { fullReport } from '../support/report.ts';

const WHO = `arn:aws:sts::123456789012:assumed-role/Admin/ben${HOSTILE}<i id=x>@here`;
const EVENT = { time: '2026-11-20T14:03:11.000Z', event: 'iam:DeleteRolePolicy', who: WHO, eventId: '9f1c2d3e' };

/** The first subject of every failure is new, and somebody changed it. */
const regressed = (): Report => {
  const mark = (finding: Finding): Finding =>
    finding.fingerprints?.[0] === undefined ? finding : { ...finding, regressions: { [finding.fingerprints[0]]: [EVENT] } };
  return { ...fullReport(), targets: [...fullReport().targets].map((target) => ({ ...target, findings: target.findings.map(mark) })) };
};
const written = (format: Format, report: Report): string => [...reporters[format](report, { colour: false, links: false, all: true, width: 120 })].join('');

const schema = JSON.parse(readFileSync('schema/report.schema.json', 'utf8'));
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

describe('what fails anew', () => {
  test.each(['html', 'markdown'] as const)('is told by %s with when, what and who, and what is not new is not', (format) => {
    const text = written(format, regressed());
    for (const words of ['did not fail in the run before', '2026-11-20T14:03:11.000Z iam:DeleteRolePolicy', 'by', `${WHO.slice(0, 47)}`])
      expect(text).toContain(words);
    expect([firstHidden(text.replaceAll('\n', '')), text.includes('<i id')]).toEqual(['', false]);
    expect(written(format, fullReport())).not.toContain('did not fail in the run before');
  });
  test('is told by the console with who on a line of its own', () => {
    const text = written('console', regressed());
    expect(text).toMatch(
      /new +did not fail in the run before\n +changed +2026-11-20T14:03:11.000Z iam:DeleteRolePolicy \(event 9f1c2d3e\)\n +by +arn:aws:sts::123456789012:assumed-role\/Admin\/ben/,
    );
    expect(firstHidden(text.replaceAll('\n', ''))).toBe('');
  });
  test('is in JSON as the schema says', () => {
    expect([validate(JSON.parse(written('json', regressed()))), validate.errors]).toEqual([true, null]);
    expect(written('ndjson', regressed())).toContain('"regressions":{');
  });
});
