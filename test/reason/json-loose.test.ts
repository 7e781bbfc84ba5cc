import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { looselyRead, offsetBefore } from '../../src/reason/json-loose.ts';
import { readJson } from '../../src/reason/json-tree.ts';

const read = (text: string) => looselyRead(text, readJson(text));
const meantBy = (text: string): unknown => {
  const mended = read(text)?.text;
  return mended === undefined ? undefined : JSON.parse(mended);
};

describe('text that is nearly JSON', () => {
  test.each([
    ["{'a': 'b'}", { a: 'b' }],
    ['{“a”: “b”}', { a: 'b' }],
    ['{"a": 1 // one\n, /* two */ "b": 2}', { a: 1, b: 2 }],
    ['{a: <ARN>, b: arn:aws:s3:::x/*}', { a: '<ARN>', b: 'arn:aws:s3:::x/*' }],
    ['{"a": ${Role}}', { a: '${Role}' }],
    ['["a" "b"\n"c"]', ['a', 'b', 'c']],
    ['[{"a": 1} {"a": 2}]', [{ a: 1 }, { a: 2 }]],
    ['{"a": 1 "b": 2}', { a: 1, b: 2 }],
    ['{"a": {"b": 1}, {"b": 2}}', { a: [{ b: 1 }, { b: 2 }] }],
    ['{"a": {"b": 1}, {"b": 2}, "c": 3}', { a: [{ b: 1 }, { b: 2 }], c: 3 }],
    ['{"a": "s3\\:\\*", "b": "\\\\*"}', { a: 's3:*', b: '\\*' }],
    ['```json\n{"a": 1}\n```', { a: 1 }],
  ])('%s', (text, value) => expect(meantBy(text)).toEqual(value));

  test.each(['', '{"a": 1}', '{"a": 1,}', '[1', 'prose before {"a": 1}', '{"a" "b" "c"}', '{"a": }', '{]', '{"a": "never closed}', '{"a": "line\nbreak"}'])(
    'what is meant cannot be told, or is plain: %j',
    (text) => expect(read(text)).toBeUndefined(),
  );

  test('places are those of the text as it was pasted', () => {
    const text = '{\'a\': [<x> "y"]}';
    const { edits = [], text: mended = '' } = read(text) ?? {};
    const placeOf = offsetBefore(edits);
    expect(text.slice(placeOf(mended.indexOf('"y"'))).startsWith('"y"')).toBe(true);
    expect(text.slice(placeOf(mended.indexOf('<x>'))).startsWith('<x>')).toBe(true);
    expect(edits.map(({ kind, start }) => [kind, text[start]])).toEqual([
      ['spelling', "'"],
      ['spelling', '<'],
      ['missing-comma', ' '],
    ]);
  });

  test('never throws; what it makes is never broken again', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', "'b'", 'c', '<d>', '1', '// e\n', '“f”', '"\\*"', '```', '\\', ' ', '\n');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const loose = read(text);
          if (loose === undefined) return;
          expect(read(loose.text)).toBeUndefined();
          expect(readJson(loose.text).faults.filter(({ kind }) => kind === 'syntax')).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('what JSON knows is never touched', () => fc.assert(fc.property(fc.json(), (text) => expect(read(text)).toBeUndefined())));

  test('a long text is read in moments', () => {
    const started = performance.now();
    for (const part of ["'a' ", '{a: ', '"\\*" ', '<x', '{"a": {}, {} ']) read(`[${part.repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
