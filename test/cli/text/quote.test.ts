import { describe, expect, test } from '@jest/globals';
import { quoteOf } from '../../../src/cli/text/quote.ts';
import type { StatementRef } from '../../../src/model/trace.ts';
import { locate } from '../../../src/reason/json-position.ts';

const quote = (text: string, pointer = '/Statement/0') => {
  const position = locate(text, pointer);
  if (position === undefined) throw new Error(`nothing at ${pointer}`);
  const statement: StatementRef = { policy: 'p', policyKind: 'inline', index: 0, pointer, ...position };
  return quoteOf({ kind: 'inline', name: 'p', text }, statement);
};

describe('a statement quoted', () => {
  test('as it stands, with the numbers of its lines and without the margin', () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: ['a:b'] }] }, null, 2);
    expect(quote(text)).toEqual(
      [' 4 │ {', ' 5 │   "Effect": "Deny",', ' 6 │   "Action": [', ' 7 │     "a:b"', ' 8 │   ]', ' 9 │ }'].map((line) => line.slice(1)),
    );
  });
  test('other line ends and braces in strings do not matter', () => {
    expect(quote('{"Statement":\r\n[{"Sid": "}",\r\n "Effect":"Allow"}]}')).toEqual(['2 │ {"Sid": "}",', '3 │ "Effect":"Allow"}']);
  });
  test('one long line is laid out instead', () => {
    const lines = quote(
      JSON.stringify({ Statement: [{ Effect: 'Allow', Action: Array.from({ length: 12 }, (_, index) => `s3:Action${index}`), Resource: '*' }] }),
    );
    expect(lines[0]).toBe('{');
    expect(lines).toContain('  "Effect": "Allow",');
  });
  test('a very long statement is cut, and says so', () => {
    const text = JSON.stringify({ Statement: [{ Action: Array.from({ length: 90 }, (_, index) => `s3:A${index}`) }] }, null, 1);
    expect(quote(text)).toHaveLength(31);
    expect(quote(text).at(-1)).toMatch(/^… \d+ more lines$/);
  });
});
