import { describe, expect, test } from '@jest/globals';
import { html } from '../../../reporters/html.ts';
import { columnsOf } from '../../../reporters/text.ts';
import { inColumns, percent } from '../../../reporters/trend/share.ts';
import { trendSvg } from '../../../reporters/trend/svg.ts';
import { trendText } from '../../../reporters/trend/text.ts';
import type { Trend, TrendLine } from '../../../src/model/trend.ts';
import { readinessOf } from '../../../src/model/trend.ts';
import { expectGolden } from '../../support/golden.ts';
import { firstHidden, HOSTILE, seeded } from '../../support/hostile.ts';
import { readyReport } from '../../support/report.ts';
import { trendOfDays } from '../../support/trends.ts';

const written = (trend: Trend, width: number, all = false): string => trendText(trend, { width, colour: false, all, place: 'runs' });
const drawn = (trend: Trend): string => trendSvg(trend, { style: 'own' });

describe('a trend', () => {
  test.each([80, 200])('is written as committed at %d columns', (width) => {
    expectGolden(`reporters/golden/trend-${width}.golden.txt`, written(trendOfDays(30), width));
  });
  test('is drawn as committed', () => expectGolden('reporters/golden/trend.golden.svg', drawn(trendOfDays(30))));
  test.each([40, 60, 80, 120, 200])('keeps within %d columns, however many runs there are', (width) => {
    for (const days of [1, 2, 30, 400]) {
      const lines = written(trendOfDays(days), width, true).split('\n');
      expect(lines.filter((line) => columnsOf(line) > Math.max(width, 48))).toEqual([]);
    }
  });
  test('lists what always passed only when asked', () => {
    expect(written(trendOfDays(9), 80)).not.toContain('image/image-exists');
    expect(written(trendOfDays(9), 80)).toContain('2 rules passed in every run');
    expect(written(trendOfDays(9), 80, true)).toContain('image/image-exists');
  });
  test('of one run is drawn too, and shown on a page only when there are two', () => {
    expect(drawn(trendOfDays(1))).toContain('1 run, 2026-10-01 06:00 UTC');
    const page = (days: number): string => [...html(readyReport(), { colour: false, all: false, width: 80, links: false, trend: trendOfDays(days) })].join('');
    expect([page(1).includes('id="history"'), page(2).includes('id="history"')]).toEqual([false, true]);
  });
  test('with hostile names stays markup and text', () => {
    const hostile = seeded(trendOfDays(3), (text) => (/^\d{4}-/.test(text) ? text : `${text}${HOSTILE}<script>`)) as Trend;
    const texts = [written(hostile, 80), drawn(hostile)].map((text) => text.replaceAll('\n', ''));
    expect(texts.map(firstHidden)).toEqual(['', '']);
    expect(texts[1]).not.toContain('<script');
  });
});

describe('numbers of a trend', () => {
  test.each([
    [0, 0],
    [0.001, 1],
    [0.5, 50],
    [0.999, 99],
    [1, 100],
  ])('%d is %d per cent: only all is 100', (share, expected) => expect(percent(share)).toBe(expected));
  test('a column stands for its worst run, and the newest is whole', () => {
    const [line] = trendOfDays(31).lines as [TrendLine];
    const columns = inColumns(trendOfDays(31), line, 10);
    expect(columns.length).toBeLessThanOrEqual(10);
    const lastFour = line.readings.slice(-4).map(readinessOf);
    expect(readinessOf(columns.at(-1) ?? { ready: 0, notReady: 0, undetermined: 0 })).toBe(Math.min(...lastFour));
    const worst = Math.min(...line.readings.map(readinessOf));
    expect(columns.some((column) => column !== undefined && readinessOf(column) === worst)).toBe(true);
  });
});
