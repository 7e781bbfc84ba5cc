import type { Fix } from '../../src/model/fix.ts';
import { OWNER_OF_FIX } from '../../src/model/fix.ts';
import { renderFix } from '../fixes/index.ts';
import { visible } from '../text.ts';
import type { Page } from './page.ts';
import { indented, labelled } from './page.ts';

const COMMAND_INDENT = 2;

const commandLines = ({ paint }: Page, commands: readonly string[]): readonly string[] => {
  const lines = commands.flatMap((command) => command.split('\n')).map(paint.code);
  return lines.length === 0 ? [] : ['', ...indented(lines, COMMAND_INDENT), ''];
};

const fixLines = (page: Page, fix: Fix): readonly string[] => {
  const { text, commands } = renderFix(fix);
  return [...labelled(page, 'fix', `${OWNER_OF_FIX[fix.kind]}: ${text}`), ...commandLines(page, commands)];
};

/** What the rule advises, then each exact fix with its owner and commands. */
export const remedyLines = (page: Page, advice: string | undefined, fixes: readonly Fix[]): readonly string[] => [
  ...(advice === undefined ? [] : labelled(page, 'remedy', visible(advice))),
  ...fixes.flatMap((fix) => fixLines(page, fix)),
];
