import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { completionOf } from '../../../src/cli/commands/completion.ts';
import { COMMANDS } from '../../../src/cli/commands.ts';
import { completionScript } from '../../../src/cli/text/completion.ts';

const COMPLETIONS = COMMANDS.map(completionOf);

const complete = (...words: readonly string[]): readonly string[] => {
  const line = words.map((word) => `'${word}'`).join(' ');
  const script = `${completionScript('bash', COMPLETIONS)}\nCOMP_WORDS=(sageready ${line}); COMP_CWORD=${words.length}; _sageready; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((word) => word !== '');
};

describe('completion', () => {
  test('bash completes commands, rules, options and their values', () => {
    expect(complete('ex')).toEqual(['explain']);
    expect(complete('explain', 'identity/role-t')).toEqual(['identity/role-trusts-sagemaker']);
    expect(complete('check', '--fail')).toEqual(['--fail-on']);
    expect(complete('check', '--fail-on', 'w')).toEqual(['warning']);
    expect(complete('policy', 'l')).toContain('lint');
    expect(complete('rules', '--scenario', 's')).toEqual(['serverless-endpoint']);
  });
  test('every command and its options are in every script', () => {
    for (const shell of ['bash', 'zsh', 'fish'] as const) {
      const script = completionScript(shell, COMPLETIONS);
      for (const { name } of COMPLETIONS) expect(script).toMatch(new RegExp(`\\b${name}\\b`));
    }
    expect(completionScript('fish', COMPLETIONS)).toContain(
      "complete -c sageready -n '__fish_seen_subcommand_from check' -l fail-on -x -a 'error warning note'",
    );
  });
  test('descriptions with quotes stay one word', () => {
    const odd = { name: 'x', describe: "the principal's", options: [], words: [], files: 'no', values: {} } as const;
    expect(completionScript('fish', [odd])).toContain("-d 'the principal'\\''s'");
  });
});
