import { describe, expect, test } from '@jest/globals';
import type { Figure } from '../../bench/support/figure.ts';
import { isReached, lineOf, tableOf } from '../../bench/support/figure.ts';

const figure = (value: number, target?: Figure['target']): Figure => ({
  name: 'Time',
  value,
  unit: 'ms',
  detail: 'how',
  ...(target !== undefined && { target }),
});

describe('a figure', () => {
  test.each([
    [10, 'at most', 10, true],
    [11, 'at most', 10, false],
    [10, 'at least', 10, true],
    [9, 'at least', 10, false],
    [10, 'exactly', 10, true],
    [9, 'exactly', 10, false],
    [Number.NaN, 'at most', 10, false],
    [Number.NaN, 'at least', 10, false],
  ] as const)('of %d, %s %d: %s', (value, is, target, reached) => {
    expect(isReached(figure(value, { is, value: target }))).toBe(reached);
  });

  test('without a target is neither reached nor missed', () => {
    expect(isReached(figure(1))).toBeUndefined();
    expect(lineOf(figure(1))).toBe('Time: 1 ms\n    how');
  });

  test('says in words what it should be', () => {
    expect(lineOf(figure(1234.56, { is: 'at most', value: 1000 }))).toBe('Time: 1,235 ms (at most 1,000 ms: MISSED)\n    how');
    expect(lineOf({ ...figure(1.234, { is: 'at most', value: 1.25 }), unit: '' })).toContain('1.23 (at most 1.25: reached)');
  });

  test('makes a row of a Markdown table', () => {
    expect(tableOf([figure(5, { is: 'at most', value: 6 })]).split('\n')).toEqual([
      '|  | measured | target |  |',
      '| --- | --: | --: | --- |',
      '| Time | 5 ms | at most 6 ms | reached |',
    ]);
  });
});
