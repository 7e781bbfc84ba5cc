import { describe, expect, test } from '@jest/globals';
import type { Command } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { parserFor, renderHelpTexts } from '../../src/cli/parser.ts';
import type { Words } from '../../src/cli/words.ts';

const parse = async (...words: readonly string[]): Promise<{ readonly command: Command; readonly words: Words }> => {
  let found: { readonly command: Command; readonly words: Words } | undefined;
  const parser = parserFor(words, async (command, given) => {
    found = { command, words: given };
  });
  await parser.exitProcess(false).parseAsync();
  if (found === undefined) throw new Error('no command ran');
  return found;
};

describe('the command line', () => {
  test('a repeatable option keeps every value', async () => {
    const { words } = await parse('check', '--output', 'console', '--output', 'json=report.json');
    expect(words['output']).toEqual(['console', 'json=report.json']);
  });
  test('`can` takes any number of actions and resources, and contexts', async () => {
    const { words } = await parse('can', 'me', 's3:GetObject', 's3:PutObject', 'arn:aws:s3:::b/k', '--context', 'a:b=c', '--context', 'd:e=f');
    expect(words).toMatchObject({ who: 'me', words: ['s3:GetObject', 's3:PutObject', 'arn:aws:s3:::b/k'], context: ['a:b=c', 'd:e=f'] });
  });
  test('`explain` takes an error in one word or in many', async () => {
    expect((await parse('explain', 'Access', 'Denied')).words['rule-or-error']).toEqual(['Access', 'Denied']);
  });
  test('the help of every command fits into 80 columns', async () => {
    const lines = Object.values(await renderHelpTexts('0.0.0')).flatMap((help) => help.split('\n'));
    expect(lines.length).toBeGreaterThan(COMMANDS.length);
    expect(lines.filter(({ length }) => length > 80)).toEqual([]);
  });
  test('every command says what it does and has an example', () => {
    for (const { usage, describe: words, examples } of COMMANDS) {
      expect({ usage, words: words.length > 10, examples: examples.length > 0 }).toEqual({ usage, words: true, examples: true });
    }
  });
});
