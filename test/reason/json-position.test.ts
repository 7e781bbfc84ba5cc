import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Position } from '../../src/model/target.ts';
import { locate, locateKey, locatorOf, parseJson, pointerSegment } from '../../src/reason/json-position.ts';

const offsetOf = (text: string, { line, column }: Position): number => {
  const lines = [...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length);
  return (line === 1 ? 0 : (lines[line - 2] ?? Number.NaN)) + column - 1;
};

/** Every pointer of a value, with the value it names. */
const pointersOf = (value: unknown, pointer = ''): readonly (readonly [string, unknown])[] => {
  const children = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [[pointer, value], ...children.flatMap(([key, child]) => pointersOf(child, `${pointer}/${pointerSegment(key)}`))];
};

/** Writes JSON with blanks taken from a list wherever the grammar allows them. */
const layOut = (value: unknown, blanks: readonly string[]): string => {
  let index = 0;
  const blank = (): string => blanks[index++ % blanks.length] ?? '';
  const write = (part: unknown): string => {
    if (Array.isArray(part)) return `[${blank()}${part.map((item) => `${write(item)}${blank()}`).join(`,${blank()}`)}]`;
    if (typeof part !== 'object' || part === null) return JSON.stringify(part);
    const members = Object.entries(part).map(([key, child]) => `${JSON.stringify(key)}${blank()}:${blank()}${write(child)}${blank()}`);
    return `{${blank()}${members.join(`,${blank()}`)}}`;
  };
  return `${blank()}${write(value)}${blank()}`;
};

const blanks = fc.array(fc.constantFrom('', ' ', '\n', '\r\n', '\t', '\r', '  \n  '), { minLength: 1, maxLength: 20 });

/** The value that starts at an offset: the shortest prefix of the rest that JSON.parse takes to the expected value. */
const startsWithValue = (rest: string, expected: unknown): boolean => {
  for (let end = 1; end <= rest.length; end += 1) {
    const parsed = parseJson(rest.slice(0, end));
    if (parsed.ok && JSON.stringify(parsed.value) === JSON.stringify(expected)) return true;
  }
  return false;
};

describe('locate', () => {
  const text = '{\n  "Statement": [\r\n    { "Effect" : "Allow", "a/b": { "~": [1, "x"] } }\n  ]\n}';
  test.each([
    ['', 1, 1],
    ['/Statement', 2, 16],
    ['/Statement/0', 3, 5],
    ['/Statement/0/Effect', 3, 18],
    ['/Statement/0/a~1b/~0/1', 3, 45],
  ])('finds %j', (pointer, line, column) => expect(locate(text, pointer)).toEqual({ line, column }));

  test.each(['/statement', '/Statement/1', '/Statement/00', '/Statement/-', '/Statement/0/Effect/x', 'Statement', '/Statement/length', '/constructor'])(
    'finds nothing at %j',
    (pointer) => expect(locate(text, pointer)).toBeUndefined(),
  );

  test('finds the key of a member, and none for the root or an item', () => {
    expect(locateKey(text, '/Statement/0/Effect')).toEqual({ line: 3, column: 7 });
    expect(locateKey(text, '')).toBeUndefined();
    expect(locateKey(text, '/Statement/0')).toBeUndefined();
  });

  test('takes the last of equal keys, and nothing of the earlier ones', () => {
    const twice = '{"a":{"b":1},\n"a":{"c":2}}';
    expect(locate(twice, '/a')).toEqual({ line: 2, column: 5 });
    expect(locate(twice, '/a/b')).toBeUndefined();
    expect(locate(twice, '/a/c')).toEqual({ line: 2, column: 10 });
  });

  test('compares keys decoded: escapes, lone surrogates, __proto__, the empty key', () => {
    const odd = String.raw`{"\u0061":1,"\ud800":2,"__proto__":{"x":3},"":4}`;
    expect(locate(odd, '/a')).toEqual({ line: 1, column: 11 });
    expect(locate(odd, '/\ud800')).toEqual({ line: 1, column: 22 });
    expect(locate(odd, '/__proto__/x')).toEqual({ line: 1, column: 41 });
    expect(locate(odd, '/')).toEqual({ line: 1, column: 47 });
  });

  test('goes as deep as the text does', () => {
    const depth = 65_536;
    const deep = '['.repeat(depth) + ']'.repeat(depth);
    expect(locate(deep, '/0'.repeat(depth - 1))).toEqual({ line: 1, column: depth });
    expect(parseJson(deep).ok).toBe(true);
    expect(parseJson(deep.slice(1))).toMatchObject({ ok: false, position: { line: 1, column: 2 * depth - 1 } });
  });

  test('reads 131,072 characters in milliseconds', () => {
    const long = `[${'{"Action":"s3:*"},\n'.repeat(6_898)}1]`.padEnd(131_072);
    const started = performance.now();
    const locator = locatorOf(long);
    expect(locator.value('/6898')).toEqual({ line: 6_899, column: 1 });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('every pointer of a random value, in a random layout, is found where that value stands', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), blanks, (value, layout) => {
        const laidOut = layOut(value, layout);
        const parsed: unknown = JSON.parse(laidOut);
        const locator = locatorOf(laidOut);
        for (const [pointer, expected] of pointersOf(parsed)) {
          const position = locator.value(pointer);
          expect(position).toBeDefined();
          expect(position && startsWithValue(laidOut.slice(offsetOf(laidOut, position)), expected)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('parseJson', () => {
  test.each([
    ['{"a": [1, 2,\n]}', 1, 12, 'comma before'],
    ['{"a": 1,\n}', 1, 8, 'comma before'],
    ['{"a": 1},{"b": 2}', 1, 9, 'after the end'],
    ['{"a": 1} x', 1, 10, 'after the end'],
    ['{"a" 1}', 1, 6, "':'"],
    ['{a: 1}', 1, 2, 'double quotes'],
    ["{'a': 1}", 1, 2, 'single quote'],
    ['{\n  // why\n}', 2, 3, 'comment'],
    ['{"a": "x\ny"}', 1, 9, 'line break'],
    [String.raw`{"a": "\x"}`, 1, 8, 'escape'],
    ['{"a": "x', 1, 7, 'never closed'],
    ['{"a": [1', 1, 9, 'text ends'],
    ['{"a": tru}', 1, 7, 'tru'],
    ['{"a": 01}', 1, 8, 'number'],
    ['', 1, 1, 'text ends'],
    ['\ufeff{}', 1, 1, 'unexpected'],
    ['[1}', 1, 3, 'unexpected }'],
  ])('says where %j goes wrong', (text, line, column, words) => {
    const parsed = parseJson(text);
    expect(parsed).toMatchObject({ ok: false, position: { line, column } });
    expect(parsed.ok ? '' : parsed.message).toContain(words);
  });

  test('keeps __proto__ as an ordinary key', () => {
    const parsed = parseJson('{"__proto__": {"polluted": true}}');
    expect(parsed.ok && Object.keys(parsed.value as object)).toEqual(['__proto__']);
  });

  test('agrees with JSON.parse on any text about what is JSON', () => {
    const pieces = fc.array(
      fc.constantFrom('{', '}', '[', ']', ':', ',', '"a"', '1', '-', '0', '.5', 'e3', 'true', 'null', ' ', '\n', '"\\u12"', '"\\ud83d"', '\u2028', "'"),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          pieces.map((list) => list.join('')),
          fc.json(),
        ),
        (text) => {
          const native = (): boolean => {
            try {
              JSON.parse(text);
              return true;
            } catch {
              return false;
            }
          };
          const parsed = parseJson(text);
          expect(parsed.ok).toBe(native());
          expect(parsed.ok || parsed.message !== 'not JSON').toBe(true);
          expect(locate(text, '') !== undefined || !parsed.ok).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
