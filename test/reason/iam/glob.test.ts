import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileGlob } from '../../../src/reason/iam/glob.ts';

const LENGTH = 10_000;
const many = (piece: string, count = LENGTH): string => piece.repeat(count);

/** The definition, word by word. */
const naive = (pattern: string, text: string): boolean => {
  if (pattern === '') return text === '';
  const [head = '', rest] = [pattern[0], pattern.slice(1)];
  if (head === '*') return naive(rest, text) || (text !== '' && naive(pattern, text.slice(1)));
  return text !== '' && (head === '?' || head === text[0]) && naive(rest, text.slice(1));
};

const fastest = (pattern: string, text: string): number => {
  const glob = compileGlob(pattern);
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    glob.matches(text);
    return performance.now() - start;
  });
  return Math.min(...times);
};

describe('wildcards', () => {
  test.each([
    ['*', '', true],
    ['', '', true],
    ['', 'a', false],
    ['a*', 'a', true],
    ['*a', 'ba', true],
    ['a*a', 'a', false],
    ['a*b*c', 'aXbYbZc', true],
    ['a*b*c', 'acb', false],
    ['?', '', false],
    ['?', 'ab', false],
    ['a?c', 'abc', true],
    ['*?', '', false],
    ['*ab?d*', 'xxabababcdyy', true],
    ['*.gz', 'a.gz.gz', true],
    ['**', 'anything', true],
    ['a.c', 'abc', false],
    ['(a+)+$', '(a+)+$', true],
  ])('%j on %j: %j', (pattern, text, expected) => {
    expect(compileGlob(pattern).matches(text)).toBe(expected);
  });

  test('agree with their definition', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
    const texts = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
    fc.assert(
      fc.property(letters, texts, (pattern, text) => compileGlob(pattern).matches(text) === naive(pattern, text)),
      { numRuns: 3000 },
    );
  });

  test('agree with their definition over segments longer than a machine word', () => {
    const long = fc.string({ unit: fc.constantFrom('a', 'b', '?'), minLength: 30, maxLength: 70 });
    fc.assert(
      fc.property(long, fc.nat(6), fc.nat(6), fc.boolean(), (segment, before, after, spoil) => {
        const found = segment.replaceAll('?', 'c');
        const text = `${many('ab', before)}${spoil ? found.replace(/.$/, 'd') : found}${many('b', after)}`;
        const pattern = `*${segment}*`;
        const reference = new RegExp(segment.replaceAll('?', '.')).test(text);
        return compileGlob(pattern).matches(text) === reference;
      }),
      { numRuns: 500 },
    );
  });
});

describe('matching is linear in the text', () => {
  test.each([
    ['*a*a*a…', many('*a', LENGTH / 2), many('a')],
    ['*a*a*a…b', `${many('*a', LENGTH / 2)}b`, many('a')],
    ['*aaa…ab', `*${many('a', LENGTH / 2)}b`, many('a')],
    ['*aaa…ab*', `*${many('a', LENGTH / 2)}b*`, many('a')],
    ['*baaa…a*', `*b${many('a', LENGTH / 2)}*`, many('a')],
    ['*a?a?a?…b', `*${many('a?', LENGTH / 4)}b`, many('a')],
    ['*a?a?a?…b*', `*${many('a?', LENGTH / 4)}b*`, many('a')],
    ['*ab*ab*ab…', many('*ab', LENGTH / 4), many('a')],
    ['*????…b*', `*${many('?', LENGTH / 2)}b*`, many('a')],
    ['*abcabc…abd*', `*${many('abc', LENGTH / 6)}abd*`, many('abc', LENGTH / 3)],
  ])('%s', (_, pattern, text) => {
    expect(fastest(pattern, text)).toBeLessThan(10);
  });
});
