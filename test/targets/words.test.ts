import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editDistance, either, nearest, quoted, visible } from '../../src/targets/words.ts';

const KEYS = ['memorySizeInMB', 'maxConcurrency', 'provisionedConcurrency'];
const word = fc.string({ maxLength: 12 });

describe('the distance between two words', () => {
  test.each([
    ['', '', 0],
    ['kitten', 'sitting', 3],
    ['abc', '', 3],
    ['', 'ab', 2],
    ['memory', 'memroy', 2],
  ])('%j to %j is %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });
  test('is symmetric, zero only for equals, and obeys the triangle', () => {
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
  });
});

describe('the nearest word', () => {
  test.each([
    ['memorySizeInMb', 'memorySizeInMB'],
    ['MemorySizeInMB', 'memorySizeInMB'],
    ['memory_size_in_mb', 'memorySizeInMB'],
    ['memorySize', 'memorySizeInMB'],
    ['max-concurency', 'maxConcurrency'],
    ['provisioned', 'provisionedConcurrency'],
  ])('of %s is %s', (given, wanted) => {
    expect(nearest(given, KEYS)).toBe(wanted);
  });
  test.each(['instanceType', '', '???', 'x'.repeat(100_000)])('of %s is none', (given) => {
    expect(nearest(given, KEYS)).toBeUndefined();
  });
});

describe('text of a description', () => {
  test('shows what a terminal would obey', () => {
    expect(quoted('a\u001b[31mb\u202ec\u0007')).toBe(String.raw`"a\u{1b}[31mb\u{202e}c\u{7}"`);
    expect(visible('\ud800')).toBe(String.raw`\u{d800}`);
  });
  test('is cut when it is long', () => {
    expect(visible('x'.repeat(500))).toBe(`${'x'.repeat(80)}…`);
  });
  test('lists alternatives', () => {
    expect([either(['a']), either(['a', 'b']), either(['a', 'b', 'c'])]).toEqual(['a', 'a or b', 'a, b or c']);
  });
});
