import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fitted } from '../../../reporters/network/fit.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', '.', '-', '/', ':', '→', '𝒳'), minLength: 1, maxLength: 60 });
const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));

describe('a text that must fit', () => {
  test('has no line too long and none too many, and loses nothing without saying so', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 40 }), fc.integer({ min: 1, max: 6 }), (words, most, lines) => {
        const all = fitted(words, { most, lines });
        expect(all.length).toBeLessThanOrEqual(lines);
        for (const line of all) expect([...line].length).toBeLessThanOrEqual(most);
        if (!all.at(-1)?.endsWith('…')) expect(all.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
      }),
    );
  });
  test('is broken where names have their joints', () => {
    expect(fitted('com.amazonaws.eu-west-1.sagemaker.api', { most: 20, lines: 3 })).toEqual(['com.amazonaws.eu-', 'west-1.sagemaker.api']);
  });
});
