import { expect, test } from '@jest/globals';
import { sinceOf } from '../../src/cli/since.ts';

const NOW = '2026-11-21T12:00:00.000Z';

test.each([
  ['30', '2026-10-22T12:00:00.000Z'],
  ['30d', '2026-10-22T12:00:00.000Z'],
  ['12h', '2026-11-21T00:00:00.000Z'],
  ['8w', '2026-09-26T12:00:00.000Z'],
  ['3650', '2016-11-23T12:00:00.000Z'],
  ['2026-01-31', '2026-01-31T00:00:00.000Z'],
  ['2026-01-31T06:30:00+02:00', '2026-01-31T04:30:00.000Z'],
])('--since %s', (text, time) => {
  expect(sinceOf(text, NOW)).toBe(time);
});

test.each([
  ['yesterday', 'is no time'],
  ['', 'is no time'],
  ['-5', 'is no time'],
  ['1.5', 'is no time'],
  ['30m', 'is no time'],
  ['2026-13-45', 'is no time'],
  ['0', 'leaves no time until now'],
  ['2026-11-22', 'leaves no time until now'],
  ['3651d', 'is more than 3650 days ago'],
  ['2001-01-01', 'is more than 3650 days ago'],
])('--since %j is refused in one line that shows the forms', (text, reason) => {
  expect(() => sinceOf(text, NOW)).toThrow(`--since ${text} ${reason}`);
  expect(() => sinceOf(text, NOW)).toThrow(/ — it looks like 30 or 30d \(days\), 12h, 8w or 2026-01-31$/);
});
