import { jsonLayout } from '../../../reporters/json-layout.ts';
import { visible } from '../../../reporters/text.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { StatementRef } from '../../model/trace.ts';
import { jsonTokenAt } from '../../reason/json-token.ts';

const LONGEST_LINE = 120;
const MOST_LINES = 30;

const offsetOf = (text: string, { line, column }: StatementRef): number => {
  const breaks = Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: found, index }) => index + found.length);
  return (line === 1 ? 0 : (breaks[line - 2] ?? text.length)) + column - 1;
};

const OPEN = '{[';
const CLOSE = '}]';

/** Where the value that starts here ends: at its closing bracket. */
const endOf = (text: string, start: number): number => {
  let depth = 0;
  for (let token = jsonTokenAt(text, start); token.type !== 'end' && token.type !== 'invalid'; token = jsonTokenAt(text, token.end)) {
    if (OPEN.includes(token.type)) depth += 1;
    if (CLOSE.includes(token.type)) depth -= 1;
    if (depth === 0) return token.end;
  }
  return text.length;
};

const shortened = (lines: readonly string[]): readonly string[] =>
  lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES), `… ${lines.length - MOST_LINES} more lines`];

const marginOf = (lines: readonly string[]): number =>
  Math.min(
    ...lines
      .slice(1)
      .filter((line) => line.trim() !== '')
      .map((line) => line.search(/\S/)),
  );

const numbered = (text: string, first: number): readonly string[] => {
  const lines = text.replaceAll('\t', '  ').split(/\r\n|\r|\n/);
  const margin = lines.length < 2 ? 0 : marginOf(lines);
  const width = String(first + lines.length - 1).length;
  return shortened(
    lines.map((line, index) => `${String(first + index).padStart(width)} │ ${visible(index === 0 ? line : line.slice(Math.min(margin, line.search(/\S|$/))))}`),
  );
};

const laidOut = (text: string): readonly string[] => {
  try {
    return shortened(jsonLayout(JSON.parse(text)).split('\n'));
  } catch {
    return [`${visible(text.slice(0, LONGEST_LINE))}…`];
  }
};

/** The lines of a statement as they stand in its document, numbered; a statement on one long line is laid out instead. */
export const quoteOf = ({ text }: PolicySource, statement: StatementRef): readonly string[] => {
  const start = offsetOf(text, statement);
  const quoted = text.slice(start, endOf(text, start));
  return !/[\r\n]/.test(quoted) && quoted.length > LONGEST_LINE ? laidOut(quoted) : numbered(quoted, statement.line);
};
