import Table from 'cli-table3';
import type { TargetReport } from '../../src/model/report.ts';
import { columnsOf, visible } from '../text.ts';
import { targetsLine } from './closing.ts';
import type { Page } from './page.ts';
import { hanging } from './page.ts';
import type { Tally } from './tally.ts';
import { tallyOf } from './tally.ts';
import { TARGET_OUTCOMES } from './words.ts';

interface Row {
  readonly target: TargetReport;
  readonly tally: Tally;
  /** Its Region, and its account where there are several. */
  readonly place: string;
}

/** A column of numbers, with the words for a list where there is no room for columns. */
interface NumberColumn {
  readonly head: string;
  readonly words: string;
  readonly number: (tally: Tally) => number;
}

const NUMBERS: readonly NumberColumn[] = [
  { head: 'To fix', words: 'to fix', number: ({ blocking }) => blocking },
  { head: 'Clears', words: 'clear with that', number: ({ cleared }) => cleared },
  { head: 'Risks', words: 'at risk', number: ({ risks }) => risks },
  { head: 'Unknown', words: 'unknown', number: ({ unjudged, broken }) => unjudged + broken },
];
const WAIVED: NumberColumn = { head: 'Waived', words: 'waived', number: ({ waived }) => waived };

/** Waivers are rare: their column is there when one is. */
const numbersFor = (rows: readonly Row[]): readonly NumberColumn[] => [...NUMBERS, ...(rows.some(({ tally }) => tally.waived > 0) ? [WAIVED] : [])];

const WORDS = ['Target', 'Region', 'Verdict'];
const WORDS_OF_ACCOUNTS = ['Target', 'Account, Region', 'Verdict'];

const isOfAccounts = (targets: readonly TargetReport[]): boolean => new Set(targets.flatMap(({ target }) => target.account || [])).size > 1;

const wordsFor = (rows: readonly Row[]): readonly string[] => (isOfAccounts(rows.map(({ target }) => target)) ? WORDS_OF_ACCOUNTS : WORDS);

const placeOf = ({ target: { account, region } }: TargetReport, ofAccounts: boolean): string =>
  [...(ofAccounts ? [account] : []), region]
    .filter((part) => part !== '')
    .map(visible)
    .join(', ');

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
const cellsOf = ({ target: { target, outcome }, tally, place }: Row, numbers: readonly NumberColumn[]): readonly string[] => [
  SYMBOL + visible(target.name),
  place,
  TARGET_OUTCOMES[outcome].word,
  ...numbers.map(({ number }) => orNone(number(tally))),
];

const widest = (rows: readonly (readonly string[])[], column: number): number => Math.max(...rows.map((cells) => columnsOf(cells[column] ?? '')));

/** Columns that are left for the names. */
const roomForNames = (rows: readonly (readonly string[])[], width: number): number => {
  const [, ...others] = (rows[0] ?? []).map((_, column) => widest(rows, column));
  return width - others.reduce((sum, columns) => sum + columns + GAP, 0);
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

const alignOf = (_: string, index: number): 'left' | 'right' => (index < WORDS.length ? 'left' : 'right');

const tableLines = (page: Page, rows: readonly Row[], numbers: readonly NumberColumn[]): readonly string[] => {
  const head = [...wordsFor(rows), ...numbers.map((column) => column.head)];
  const cells = rows.map((row) => cellsOf(row, numbers));
  const room = Math.min(roomForNames([head, ...cells], page.width), widest([head, ...cells], 0));
  const table = new Table({ head: head.map(page.paint.quiet), chars: FRAME, style: STYLE, colAligns: head.map(alignOf) });
  table.push(...rows.map(({ target }, index) => coloured(page, target, { cells: cells[index] ?? [], width: room - SYMBOL.length })));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
};

const listLines = ({ paint, measure }: Page, { target, tally, place }: Row, numbers: readonly NumberColumn[]): readonly string[] => {
  const { symbol, word, tone } = TARGET_OUTCOMES[target.outcome];
  const counts = numbers.filter(({ number }) => number(tally) > 0).map((column) => `${column.number(tally)} ${column.words}`);
  const name = broken(visible(target.target.name), measure - SYMBOL.length);
  const about = hanging('', [place, word, ...counts].join(' · '), { width: measure - SYMBOL.length });
  return [...`${paint[tone](symbol)} ${name}`.split('\n'), ...about.map((line) => '  ' + paint.quiet(line))];
};

/** All targets at a glance, one a line, or two where the page is narrow; nothing for a single one. */
export const summaryLines = (page: Page, targets: readonly TargetReport[]): readonly string[] => {
  if (targets.length < 2) return [];
  const ofAccounts = isOfAccounts(targets);
  const rows = targets.map((target) => ({ target, tally: tallyOf(page, target), place: placeOf(target, ofAccounts) }));
  const numbers = numbersFor(rows);
  const head = [...wordsFor(rows), ...numbers.map((column) => column.head)];
  const fits = roomForNames([head, ...rows.map((row) => cellsOf(row, numbers))], page.width) >= NARROWEST_NAME;
  return [...targetsLine(page, targets), '', ...(fits ? tableLines(page, rows, numbers) : rows.flatMap((row) => listLines(page, row, numbers)))];
};
