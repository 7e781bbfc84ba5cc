import { describe, expect, test } from '@jest/globals';
import { quickAnswer } from '../../src/cli/quick-answer.ts';

const KNOWN = { version: '1.2.3', help: { '': 'the program', check: 'the check' } };

describe('an answer without loading anything', () => {
  test.each([
    [['--version'], '1.2.3\n'],
    [[], 'the program'],
    [['--help'], 'the program'],
    [['-h', 'check'], 'the program'],
    [['help'], 'the program'],
    [['help', 'check'], 'the check'],
    [['check', '--help'], 'the check'],
    [['check', 'file.yaml', '-h'], 'the check'],
  ])('%j', (words, answer) => {
    expect(quickAnswer(words, KNOWN)).toBe(answer);
  });

  test.each([[['check']], [['chek', '--help']], [['help', 'chek']], [['help', 'constructor']], [['__proto__', '--help']]])('none to %j', (words) => {
    expect(quickAnswer(words, KNOWN)).toBeUndefined();
  });

  test('none where the build has rendered nothing', () => {
    expect(quickAnswer(['--version'])).toBeUndefined();
  });
});
