import Table from 'cli-table3';
import type { TargetReport } from '../../src/model/report.ts';
import { columnsOf, visible } from '../text.ts';
import type { Page } from './page.ts';
import type { Tally } from './tally.ts';
import { tallyOf } from './tally.ts';
import { TARGET_OUTCOMES } from './words.ts';

const HEAD = ['Target', 'Region', 'Verdict', 'To fix', 'Clears', 'Risks', 'Unknown'];
const NUMBERS = 4;

// Only a line under the head; the library's own colours (red heads, grey borders) stay off.
const FRAME = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  'mid-mid': '  ',
  right: '',
  'right-mid': '',
  middle: '  ',
};
const STYLE = { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true };

const orNone = (number: number): string => (number === 0 ? '·' : String(number));

const SYMBOL = '✔ ';
const GAP = 2;
const NARROWEST_NAME = 10;

/** The cells of one target, without colour; the first is its name. */
const cellsOf = ({ target, outcome }: TargetReport, { blocking, cleared, risks, unjudged, broken: ours }: Tally): readonly string[] => [
  SYMBOL + visible(target.name),
  visible(target.region),
  TARGET_OUTCOMES[outcome].word,
  ...[blocking, cleared, risks, unjudged + ours].map(orNone),
];

const widest = (rows: readonly (readonly string[])[], column: number): number => Math.max(...rows.map((cells) => columnsOf(cells[column] ?? '')));

/** Columns for the names: fewer than they take when the table is wider than the page. */
const nameWidth = (rows: readonly (readonly string[])[], width: number): number => {
  const [name = 0, ...others] = HEAD.map((_, column) => widest(rows, column));
  const room = width - others.reduce((sum, columns) => sum + columns + GAP, 0);
  return Math.max(NARROWEST_NAME, Math.min(name, room)) - SYMBOL.length;
};

/** A name in pieces of at most so many columns: nothing is cut. */
const broken = (name: string, width: number): string =>
  [...name].reduce((text, character) => {
    const line = text.slice(text.lastIndexOf('\n') + 1);
    return columnsOf(line.trimStart() + character) > width ? `${text}\n  ${character}` : text + character;
  }, '');

const coloured = ({ paint }: Page, { outcome }: TargetReport, { cells, width }: { readonly cells: readonly string[]; readonly width: number }): string[] => {
  const { symbol, tone } = TARGET_OUTCOMES[outcome];
  const [name = '', region = '', word = '', ...numbers] = cells;
  return [`${paint[tone](symbol)} ${broken(name.slice(SYMBOL.length), width)}`, region, paint[tone](word), ...numbers];
};

const alignOf = (_: string, index: number): 'left' | 'right' => (index < HEAD.length - NUMBERS ? 'left' : 'right');

/** All targets at a glance, one a line; nothing for a single one. */
export const summaryLines = (page: Page, targets: readonly TargetReport[]): readonly string[] => {
  if (targets.length < 2) return [];
  const rows = targets.map((report) => ({ report, cells: cellsOf(report, tallyOf(page, report)) }));
  const width = nameWidth([HEAD, ...rows.map(({ cells }) => cells)], page.width);
  const table = new Table({ head: HEAD.map(page.paint.quiet), chars: FRAME, style: STYLE, colAligns: HEAD.map(alignOf) });
  table.push(...rows.map(({ report, cells }) => coloured(page, report, { cells, width })));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
};
