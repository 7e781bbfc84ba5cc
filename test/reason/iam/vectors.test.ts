import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { evaluateVector, readVectors, runVectors } from '../../../scripts/iam-vector-cases.ts';

const FILE = 'test/data/iam-vectors.jsonl';
const text = readFileSync(FILE, 'utf8');
const line = text.split('\n')[0] ?? '';

describe('what AWS documents', () => {
  test('all cases of the file come out as documented', () => {
    const outcome = runVectors([{ file: FILE, text }]);
    expect(outcome).toEqual({ passed: 221, misses: [] });
  });

  test('each answer has a trace that can be printed', () => {
    for (const read of readVectors({ file: FILE, text })) {
      if (!('vector' in read)) throw new Error('unreadable');
      const trace = evaluateVector(read.vector)?.trace;
      expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
      expect(trace?.message === '').toBe(read.vector.expected === 'Allowed');
      if (read.vector.expected === 'ExplicitlyDenied') expect(trace?.deciding.length).toBeGreaterThan(0);
    }
  });
});

describe('the runner', () => {
  test('a miss names the case, what was expected and what came out', () => {
    const wrong = line.replace('"expected": "ImplicitlyDenied"', '"expected": "Allowed"').replace('"expected":"ImplicitlyDenied"', '"expected":"Allowed"');
    const outcome = runVectors([{ file: 'x', text: wrong }]);
    expect(outcome).toMatchObject({ passed: 0, misses: [expect.stringContaining('expected Allowed, got ImplicitlyDenied')] });
  });

  test.each([
    ['not JSON', '{', /^x:1: /],
    ['not a case', '{"id":"y"}', /^x:1: not a case/],
    ['an expectation that is none', line.replace('ImplicitlyDenied', 'Perhaps'), /^x:1: not a case/],
  ])('%s is one clear problem', (_, bad, problem) => {
    expect(runVectors([{ file: 'x', text: bad }])).toEqual({ problem: expect.stringMatching(problem) });
  });

  test('empty lines are passed over', () => {
    expect(runVectors([{ file: 'x', text: `\n${line}\n\n` }])).toEqual({ passed: 1, misses: [] });
  });
});
