import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readText } from '../../src/targets/yaml-text.ts';

const faultsOf = (text: string): readonly string[] => {
  const read = readText(text);
  return 'faults' in read ? read.faults.map(({ at, message }) => `${at.line}:${at.column} ${message}`) : [];
};
const placesIn = (text: string) => {
  const read = readText(text);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return (...path: readonly (string | number)[]) => {
    const { line, column } = read.positionOf(path);
    return `${line}:${column}`;
  };
};
const bomb = ['a: &a [1,1,1,1,1,1,1,1,1]', ...[...'bcdefgh'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`)].join(
  '\n',
);

describe('text that is no YAML, or none that we take', () => {
  test.each([
    ['a: 1\n\tb: 2\n', ['2:1 a tab is used to indent — YAML takes spaces only']],
    [
      'a: 1\nb:\n  c: 1\n  c: 2\na: 3',
      ['4:3 this key stands twice in the same map — keep one of them', '5:1 this key stands twice in the same map — keep one of them'],
    ],
    ['{"a": 1, "a": 2}', ['1:10 this key stands twice in the same map — keep one of them']],
    ['a: 1\n---\nb: 2', ['2:1 a second document begins here — put all targets into one document, under targets']],
    ['a: "x', ['1:6 not valid YAML: Missing closing "quote']],
    ['a: b: c', ['1:4 not valid YAML: Nested mappings are not allowed in compact mappings']],
    ['a: !Ref x', ['1:4 Unresolved tag: !Ref — tags are not resolved here, write the value itself']],
    ['a: *b\nc: *d', ['1:4 the anchor "&b" is not set before this alias', '2:4 the anchor "&d" is not set before this alias']],
    ['a: &a {b: *a}', ['1:11 this alias stands inside what it names — a description cannot contain itself']],
    ['a: &a {<<: *a, b: 1}', ['1:12 this alias stands inside what it names — a description cannot contain itself']],
    ['a:\n  "__proto__": {x: 1}', ['2:3 the key "__proto__" is not allowed']],
    [bomb, ['1:1 aliases stand for more than is reasonable (100 repetitions at most) — write the values themselves']],
    ['['.repeat(100_000), ['1:66 is nested too deeply for a description']],
    ['{a: '.repeat(100_000), ['1:258 is nested too deeply for a description']],
    ['- '.repeat(100_000), ['1:259 is nested too deeply for a description']],
    ['? '.repeat(100_000), ['1:259 is nested too deeply for a description']],
    [Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), ['257:258 is nested too deeply for a description']],
  ])('%#: every fault with its place', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });
  test('no text makes the reader throw', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '&x ',
      '*x',
      '<<',
      '"',
      "'",
      '|',
      '>',
      '#',
      '---',
      '\t',
      '!t ',
      '? ',
      ',',
      '\u0000',
      '\ud800',
      '%',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const read = readText(text);
          if ('faults' in read) expect(read.faults.every(({ at }) => at.line >= 1 && at.column >= 1)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
  test('hostile sizes are answered quickly', () => {
    const begun = performance.now();
    for (const text of [bomb, '['.repeat(1_000_000), '- '.repeat(500_000)]) faultsOf(text);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

describe('where a key stands', () => {
  test('in block and flow style, in lists, and for what does not exist', () => {
    const at = placesIn('# first\na:\n  - b: 1\n    c: {d: 2}\n  - e\n');
    expect([at(), at('a'), at('a', 0), at('a', 0, 'c', 'd'), at('a', 1), at('a', 0, 'x', 'y'), at('a', 9), at('z')]).toEqual([
      '2:1',
      '2:1',
      '3:5',
      '4:9',
      '5:5',
      '3:5',
      '2:1',
      '2:1',
    ]);
  });
  test('through aliases and merge keys: where it is written', () => {
    const at = placesIn('x: &x {a: 1}\ny: &y\n  b: 2\nz:\n  <<: [*x, *y]\n  c: 3\nw: *y\n');
    expect([at('z', 'a'), at('z', 'b'), at('z', 'c'), at('w'), at('w', 'b')]).toEqual(['1:8', '3:3', '6:3', '7:1', '3:3']);
  });
  test('in JSON indented by tabs, after a byte order mark, with CRLF', () => {
    expect(placesIn('{\n\t"a": {\n\t\t"b": 1\n\t}\n}')('a', 'b')).toBe('3:3');
    expect(placesIn('\ufeffa: 1\r\nb: 2\r\n')('b')).toBe('2:1');
  });
  test('JSON says what the same text says as YAML: the same value at the same places', () => {
    const key = fc.constantFrom('a', 'b', '0', '', 'é"');
    const { map } = fc.letrec((tie) => ({
      map: fc.dictionary(key, tie('value'), { noNullPrototype: true }),
      value: fc.oneof({ maxDepth: 4 }, fc.constantFrom(null, true, -1.5e3, 'x: y', '1'), fc.array(tie('value'), { maxLength: 3 }), tie('map')),
    }));
    const paths = fc.array(fc.array(fc.oneof(key, fc.nat(2)), { maxLength: 4 }), { maxLength: 20 });
    fc.assert(
      fc.property(map, paths, fc.constantFrom('', '  ', '\t'), (value, asked, indent) => {
        const text = JSON.stringify(value, null, indent);
        // A comment is what only YAML takes.
        const [json, yaml] = [placesIn(text), placesIn(`${text}\n# end`)];
        expect(readText(text)).toMatchObject({ value });
        expect(asked.map((path) => json(...path))).toEqual(asked.map((path) => yaml(...path)));
      }),
      { numRuns: 500 },
    );
  });
});
