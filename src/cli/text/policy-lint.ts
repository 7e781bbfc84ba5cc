import { visible } from '../../../reporters/text.ts';
import type { PolicyProblem } from '../../reason/iam/validate/validate-policy.ts';

/** What was found in one document. */
export interface Linted {
  /** As the user named it; `-`: standard input. */
  readonly file: string;
  readonly kind: string;
  readonly problems: readonly PolicyProblem[];
  /** Mends that a machine can make. */
  readonly mendable: number;
}

const nameOf = (file: string): string => (file === '-' ? 'standard input' : file);

const line =
  (file: string) =>
  ({ line: row, column, severity, message, code, suggestion }: PolicyProblem): string =>
    `${visible(nameOf(file))}:${row}:${column}: ${severity}: ${visible(message)} [${code}]${suggestion === undefined || message.includes(suggestion) ? '' : ` — ${visible(suggestion)}`}`;

const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const closing = ({ file, kind, problems, mendable }: Linted): string => {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const found = problems.length === 0 ? 'no problem found' : `${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`;
  const mend = mendable === 0 ? '' : `; ${mendable} can be mended by rule: --fix`;
  return `${visible(nameOf(file))}: ${found}, read as ${kind} policy${mend}`;
};

/** The findings of one document, a line each in the form that editors read, and a closing line. */
export const lintText = (linted: Linted): string => `${[...linted.problems.map(line(linted.file)), closing(linted)].join('\n')}\n`;
