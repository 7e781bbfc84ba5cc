import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { reporters } from '../../reporters/index.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { FORMAT_NAMES, FORMATS } from '../../src/cli/output/formats.ts';
import { OWNER_OF_FIX } from '../../src/model/fix.ts';

const checkOptions = COMMANDS.find(({ usage }) => usage.startsWith('check'))?.options ?? {};

describe('the formats', () => {
  test('are those that there are reporters for', () => {
    expect(FORMAT_NAMES.toSorted()).toEqual(Object.keys(reporters).toSorted());
  });
  test.each(FORMAT_NAMES)('%s loads its own reporter', async (format) => {
    expect(await FORMATS[format].load()).toBe(reporters[format]);
  });
  test('stand in the help and in the documentation', () => {
    const [table = ''] = /\| format [\s\S]+?\n\n/.exec(readFileSync('docs/reports.md', 'utf8')) ?? [];
    for (const format of FORMAT_NAMES) {
      expect(checkOptions['output']?.describe).toContain(format);
      expect(table).toContain(`\`${format}\``);
    }
  });
  test('are sorted out by every owner of a fix', () => {
    expect(checkOptions['for']?.choices).toEqual(expect.arrayContaining(Object.values(OWNER_OF_FIX)));
  });
});
