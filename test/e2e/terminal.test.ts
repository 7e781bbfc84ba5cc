import { stripVTControlCharacters } from 'node:util';
import { describe, expect, jest, test } from '@jest/globals';
import { runOnTerminal } from '../support/terminal.ts';

jest.setTimeout(30_000);

const LINK = '\u001b]8;;https://';
const COLOUR = '\u001b[31m';

const demo = async (columns: number, env: Readonly<Record<string, string>> = {}): Promise<string> => {
  const { code, screen } = await runOnTerminal(['demo'], { columns, env });
  expect(code).toBe(0);
  return screen;
};

describe('the report on a terminal', () => {
  test('has colours, and links where the terminal draws them', async () => {
    expect(await demo(80, { TERM: 'xterm-kitty' })).toContain(LINK);
    const plain = await demo(80);
    expect(plain).toContain(COLOUR);
    expect(plain).not.toContain(LINK);
  });
  test.each<Readonly<Record<string, string>>>([{ TERM: 'dumb' }, { NO_COLOR: '1' }])('has no escape sequence with %j', async (env) => {
    const screen = await demo(80, env);
    expect(screen).not.toContain('\u001b');
    expect(screen).toContain('✘ NOT READY');
  });
  test.each([40, 80, 120, 200])('of %d columns is as wide as that', async (columns) => {
    const rulers = stripVTControlCharacters(await demo(columns))
      .split('\n')
      .filter((line) => line.startsWith('── '));
    expect(rulers.map((line) => line.length)).toEqual([Math.min(columns, 110), Math.min(columns, 110)].slice(0, rulers.length));
    expect(rulers.length).toBeGreaterThan(0);
  });
});
