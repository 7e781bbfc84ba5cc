import { visible } from '../../../reporters/text.ts';
import type { Erratum } from '../../data/errata.ts';
import type { CorrectedPolicy } from '../../reason/iam/validate/correct-policy.ts';
import type { PolicyProblem } from '../../reason/iam/validate/validate-policy.ts';
import { erratumLines } from './erratum.ts';

/** What was found in one document. */
export interface Linted {
  /** As the user named it; `-`: standard input. */
  readonly file: string;
  readonly kind: string;
  /** The keys that lead to the policy, where the file holds more than it. */
  readonly inside?: string;
  /** `as-text`: it stands there in a string, and lines are counted inside that. */
  readonly form?: 'as-object' | 'as-text';
  readonly problems: readonly PolicyProblem[];
  /** Mends that a machine can make. */
  readonly mendable: number;
  /** What they make of it, and what is wrong with that still. */
  readonly corrected?: CorrectedPolicy & { readonly left: readonly PolicyProblem[] };
  /** Mistakes that public guides print, and that are here. */
  readonly known?: readonly Erratum[];
}

const nameOf = (file: string): string => (file === '-' ? 'standard input' : file);

const line =
  (file: string) =>
  ({ line: row, column, severity, message, code, suggestion }: PolicyProblem): string =>
    `${visible(nameOf(file))}:${row}:${column}: ${severity}: ${visible(message)} [${code}]${suggestion === undefined || message.includes(suggestion) ? '' : ` — ${visible(suggestion)}`}`;

const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const insideWords = ({ inside, form }: Linted): string => {
  if (inside === undefined) return '';
  return ` inside ${visible(inside)}${form === 'as-text' ? ', lines counted there' : ''}`;
};

const closing = (linted: Linted): string => {
  const { file, kind, problems, mendable } = linted;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const found = problems.length === 0 ? 'no problem found' : `${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`;
  const mend = mendable === 0 ? '' : `; ${mendable} can be mended by rule: --fix`;
  return `${visible(nameOf(file))}: ${found}, read as ${kind} policy${insideWords(linted)}${mend}`;
};

const knownLines = ({ known = [] }: Linted): readonly string[] =>
  known.length === 0
    ? []
    : ['', 'Printed so in public guides:', ...known.flatMap(({ means, instead, page }) => ['', ...erratumLines({ means, instead, page })])];

const leftLines = ({ file, corrected }: Linted): readonly string[] =>
  corrected === undefined || corrected.left.length === 0 ? [] : ['', 'Left to you in it:', ...corrected.left.map(line(`${nameOf(file)}, mended`))];

const correctedLines = (linted: Linted): readonly string[] => {
  const { corrected } = linted;
  return corrected === undefined ? [] : ['', 'Mended by rule:', '', ...corrected.text.trimEnd().split('\n').map(visible), ...leftLines(linted)];
};

/** The findings of one document, a line each in the form that editors read, a closing line, and the document as it can be mended. */
export const lintText = (linted: Linted): string =>
  `${[...linted.problems.map(line(linted.file)), closing(linted), ...knownLines(linted), ...correctedLines(linted)].join('\n')}\n`;
