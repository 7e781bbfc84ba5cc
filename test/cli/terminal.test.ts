import { describe, expect, test } from '@jest/globals';
import type { TerminalVariables } from '../../src/cli/terminal.ts';
import { drawsLinks } from '../../src/cli/terminal.ts';

const WITH: readonly TerminalVariables[] = [
  { TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.5.0' },
  { TERM: 'xterm-256color', TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.104.2' },
  { TERM: 'tmux-256color', TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.5a' },
  { TERM: 'xterm-256color', VTE_VERSION: '7600' },
  { TERM: 'xterm-kitty' },
  { WT_SESSION: '00000000-0000-0000-0000-000000000000' },
  { TERM: 'dumb', FORCE_HYPERLINK: '1' },
];

const WITHOUT: readonly TerminalVariables[] = [
  {},
  { TERM: 'dumb', VTE_VERSION: '7600' },
  { TERM: 'linux' },
  { TERM: 'xterm-256color' },
  { TERM: 'xterm-256color', VTE_VERSION: '5000' },
  { TERM: 'xterm-256color', TERM_PROGRAM: 'Apple_Terminal', TERM_PROGRAM_VERSION: '455' },
  { TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.15' },
  { TERM: 'screen', TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.3a', VTE_VERSION: '7600' },
  { TERM: 'xterm-kitty', CI: 'true' },
  { TERM: 'xterm-kitty', FORCE_HYPERLINK: '0' },
];

describe('links', () => {
  test.each(WITH)('are drawn: %j', (variables) => expect(drawsLinks(variables)).toBe(true));
  test.each(WITHOUT)('are not drawn: %j', (variables) => expect(drawsLinks(variables)).toBe(false));
});
