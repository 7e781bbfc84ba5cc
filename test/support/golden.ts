import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';

/** Compares a text with a committed file below `test/`; `UPDATE_GOLDEN=1` writes it instead. */
export const expectGolden = (path: string, text: string): void => {
  const file = new URL(`../${path}`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
};
