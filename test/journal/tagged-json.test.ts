import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromTaggedJson, toTaggedJson } from '../../src/journal/tagged-json.ts';

// JSON knows no negative zero, and AWS sends none.
const number = fc.double().map((value) => value + 0);
const scalar = fc.oneof(fc.string(), fc.boolean(), fc.constantFrom(null, undefined), number, fc.bigInt(), fc.date({ noInvalidDate: true }), fc.uint8Array());
const key = fc.oneof(
  fc.string().filter((name) => !(name in Object.prototype)),
  fc.constantFrom('@sageready', 'value'),
);

test('whatever AWS may answer survives the trip', () => {
  fc.assert(
    fc.property(fc.anything({ values: [scalar], key }), (value) => {
      expect(fromTaggedJson(toTaggedJson(value))).toEqual(value);
    }),
    { numRuns: 300, examples: [[{ '@sageready': 'date', value: 0 }], [[undefined, Number.NaN, Number.NEGATIVE_INFINITY]]] },
  );
  expect(JSON.stringify(fromTaggedJson(toTaggedJson(JSON.parse('{"__proto__":1}'))))).toBe('{"__proto__":1}');
  expect(String(fromTaggedJson(toTaggedJson(new Date(Number.NaN))))).toBe('Invalid Date');
});

test('dates are dates again, and bytes are bytes; one value is one line', () => {
  const value = { LastModified: new Date('2026-01-31T12:00:00.123Z'), Digest: Uint8Array.from([0, 255, 10]), Text: 'a\nb\u2028', Gone: undefined };
  expect(fromTaggedJson(toTaggedJson(value))).toStrictEqual({ LastModified: value.LastModified, Digest: value.Digest, Text: value.Text });
  expect(toTaggedJson(value)).not.toContain('\n');
});

test('a mark of another version is no value', () => {
  expect(() => fromTaggedJson('{"@sageready":"colour","value":1}')).toThrow('does not know');
});
