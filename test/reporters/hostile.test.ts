import { describe, expect, test } from '@jest/globals';
import { renderFix } from '../../reporters/fixes/index.ts';
import type { Format } from '../../reporters/index.ts';
import { reporters } from '../../reporters/index.ts';
import type { Report } from '../../src/model/report.ts';
import { firstHidden, HOSTILE, seeded } from '../support/hostile.ts';
import { fullReport } from '../support/report.ts';
import { EVERY_FIX } from '../support/report-fixes.ts';

const SEEDS = {
  behind: (text: string) => `${text}${HOSTILE}`,
  before: (text: string) => `${HOSTILE}${text}`,
  between: (text: string) => `${text.slice(0, -3)}${HOSTILE}${text.slice(-3)}`,
};

// What our own colours and links are made of.
const OWN = ['\u001b\\[(?:1|2|22|3[1236]|39)m', '\u001b\\]8;;[^\u001b]*\u001b\\\\'];
const OWN_ESCAPES = new RegExp(OWN.join('|'), 'g');

// The lines of RFC 4180 end so; within a cell nothing does.
const withoutLineEnds = (format: Format, text: string): string => text.replaceAll(format === 'csv' ? '"\r\n' : '\n', '');

const write = (format: Format, report: Report, colour: boolean): string =>
  [...reporters[format](report, { colour, links: colour, all: true, width: 80 })].join('');

describe.each(Object.entries(SEEDS))('hostile text %s every string', (_, seed) => {
  const report = seeded(fullReport(), seed);
  const marks = JSON.stringify(report).split(JSON.stringify(HOSTILE).slice(1, -1)).length - 1;

  test('is everywhere in the report', () => {
    expect(marks).toBeGreaterThan(400);
  });
  test('reaches no reader as it is', () => {
    for (const format of Object.keys(reporters) as Format[]) expect(firstHidden(withoutLineEnds(format, write(format, report, false)))).toBe('');
  });
  test('reaches no reader between colours and links', () => {
    expect(firstHidden(write('console', report, true).replace(OWN_ESCAPES, '').replaceAll('\n', ''))).toBe('');
  });
  test('is made visible, not dropped', () => {
    expect(write('console', report, false).split('\\u{1b}[5m').length).toBeGreaterThan(100);
    expect(JSON.parse(write('json', report, false))).toEqual(JSON.parse(JSON.stringify(report)));
  });
  test.each(Object.entries(EVERY_FIX))('stays out of the fix %s', (_kind, fix) => {
    const { text, commands } = renderFix(seeded(fix, seed));
    expect(firstHidden(text)).toBe('');
    expect(firstHidden(commands.join('').replaceAll('\n', ''))).toBe('');
  });
});
