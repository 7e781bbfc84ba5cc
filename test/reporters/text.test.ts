import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonLayout } from '../../reporters/json-layout.ts';
import { columnsOf, count, jsonText, padEnd, visible, wrap } from '../../reporters/text.ts';
import { firstHidden, HOSTILE } from '../support/hostile.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...HOSTILE, ...'ab \\"\'') }));

describe('visible', () => {
  test('shows what a terminal would act on', () => {
    expect(visible('a\u001b[31mb')).toBe('a\\u{1b}[31mb');
    expect(visible('x\u202ey\ud800')).toBe('x\\u{202e}y\\u{d800}');
    expect(visible('\u{e0041}')).toBe('\\u{e0041}');
  });
  test('leaves letters of every script alone', () => {
    expect(visible('Größe 模型 e\u0301 🚀')).toBe('Größe 模型 e\u0301 🚀');
  });
  test('leaves nothing hidden, and is its own fixed point', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(firstHidden(visible(text))).toBe('');
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
  });
});

describe('JSON', () => {
  const anyJson = fc.object({ key: anyText, values: [anyText, fc.integer(), fc.boolean(), fc.constant(null)], maxDepth: 3 });
  test('reads back as the same value, with nothing hidden', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const same = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(jsonText(value))).toEqual(same);
        expect(JSON.parse(jsonLayout(value, 4))).toEqual(same);
        expect(firstHidden(jsonText(value))).toBe('');
        expect(firstHidden(jsonLayout(value).replaceAll('\n', ''))).toBe('');
      }),
    );
  });
  test('puts small lists and objects on one line', () => {
    expect(jsonLayout({ Effect: 'Allow', Action: ['s3:GetObject'] })).toBe('{ "Effect": "Allow", "Action": ["s3:GetObject"] }');
    expect(jsonLayout({ Statement: [{ Action: ['a', 'b'] }] })).toBe('{\n  "Statement": [\n    {\n      "Action": ["a", "b"]\n    }\n  ]\n}');
  });
});

describe('wrapping', () => {
  test('counts the columns that a terminal draws', () => {
    expect(columnsOf('模型')).toBe(4);
    expect(columnsOf('e\u0301')).toBe(1);
    expect(columnsOf('🚀')).toBe(2);
    expect(padEnd('模', 4)).toBe('模  ');
  });
  test('breaks at spaces and never inside a word', () => {
    expect(wrap('grant it for arn:aws-cn:iam::123456789012:role/Execution now', 20)).toEqual([
      'grant it for',
      'arn:aws-cn:iam::123456789012:role/Execution',
      'now',
    ]);
  });
  test('loses nothing, and keeps to the width unless a word is longer', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z模]{1,12}$/), { minLength: 1 }), fc.integer({ min: 1, max: 30 }), (words, width) => {
        const lines = wrap(words.join(' '), width);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(columnsOf(line) <= width || !line.includes(' ')).toBe(true);
      }),
    );
  });
});

test('counting words', () => {
  expect([count(1, 'check'), count(3, 'check')]).toEqual(['1 check', '3 checks']);
});
