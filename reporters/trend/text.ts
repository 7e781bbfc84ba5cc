import type { Trend } from '../../src/model/trend.ts';
import { readinessOf } from '../../src/model/trend.ts';
import type { Paint, Tone } from '../console/paint.ts';
import { paintFor } from '../console/paint.ts';
import { columnsOf, count, padEnd, visible, wrap } from '../text.ts';
import type { ShownLine } from './share.ts';
import { inColumns, percent, ruleLines, runsEach, scenarioLines, spanOf } from './share.ts';

/** How a trend is written for people. */
export interface TrendTextOptions {
  /** Columns. */
  readonly width: number;
  readonly colour: boolean;
  /** Also the rules that always passed. */
  readonly all: boolean;
  /** Where the history lies, as the user wrote it. */
  readonly place: string;
}

const LEVELS = '▁▂▃▄▅▆▇█';
const MISSING = '·';
const GAP = 2;
const NOW = 5;
const CHANGE = 8;
const FEWEST = 8;
const MOST = 90;
const COUNTS = 14;
const MARGIN = 2;

/** Where everything of a line stands. */
interface Layout {
  readonly trend: Trend;
  readonly paint: Paint;
  readonly name: number;
  readonly spark: number;
  /** Whether there is room for numbers. */
  readonly counts: boolean;
  /** Whether names stand above their lines: there is no room beside them. */
  readonly stacked: boolean;
  readonly width: number;
}

// Only all of them fills the last level.
const levelOf = (share: number): string => LEVELS[share === 1 ? LEVELS.length - 1 : Math.min(LEVELS.length - 2, Math.floor(share * (LEVELS.length - 1)))] ?? '';

const sparkOf = ({ trend, spark }: Layout, line: ShownLine): string =>
  inColumns(trend, line, spark)
    .map((reading) => (reading === undefined ? MISSING : levelOf(readinessOf(reading))))
    .join('');

const toneOf = ({ last }: ShownLine): Tone => {
  if (last.notReady > 0) return 'bad';
  return last.undetermined > 0 ? 'unsure' : 'good';
};

const changeOf = ({ change }: ShownLine): string => {
  if (change === undefined || change === 0) return '';
  return change > 0 ? `+${change}` : `−${-change}`;
};

const right = (text: string, columns: number): string => ' '.repeat(Math.max(0, columns - columnsOf(text))) + text;

const countsOf = ({ last }: ShownLine): string => [last.ready, last.notReady, last.undetermined].map((number) => right(`${number}`, COUNTS)).join('');

const row = (layout: Layout, line: ShownLine): string => {
  const { paint, name, spark, counts, stacked } = layout;
  const numbers = `${right(`${percent(line.now)} %`, NOW)}${right(changeOf(line), CHANGE)}`.trimEnd();
  const title = stacked ? `${visible(line.name)}\n${' '.repeat(2 * MARGIN)}` : `${padEnd(visible(line.name), name)}  `;
  return `${' '.repeat(MARGIN)}${title}${padEnd(sparkOf(layout, line), spark)}  ${paint[toneOf(line)](counts ? padEnd(numbers, NOW + CHANGE) : numbers)}${counts ? countsOf(line) : ''}`;
};

const head = ({ paint, name, spark, counts, stacked }: Layout, [title, ...numbers]: readonly [string, ...string[]]): string => {
  if (stacked) return paint.quiet(`${' '.repeat(MARGIN)}${title}`);
  const words = counts ? numbers.map((word) => right(word, COUNTS)).join('') : '';
  return paint.quiet(`${' '.repeat(MARGIN)}${padEnd(title, name)}  ${' '.repeat(spark)}  ${right('now', NOW)}${right('change', CHANGE)}${words}`);
};

const layoutOf = (trend: Trend, lines: readonly ShownLine[], { width, colour }: TrendTextOptions): Layout => {
  const name = Math.max(...lines.map((line) => columnsOf(visible(line.name))), 'scenario'.length);
  const beside = width - MARGIN - name - 2 * GAP - NOW - CHANGE;
  const stacked = beside < FEWEST;
  const room = stacked ? width - 2 * MARGIN - GAP - NOW - CHANGE : beside;
  const counts = room - 3 * COUNTS >= Math.min(MOST, Math.max(FEWEST, trend.runs.length));
  const spark = Math.min(MOST, Math.max(FEWEST, trend.runs.length), Math.max(FEWEST, room - (counts ? 3 * COUNTS : 0)));
  return { trend, paint: paintFor({ colour, links: false }), name, spark, counts, stacked, width };
};

const legend = ({ trend, spark, paint, width }: Layout): readonly string[] => {
  const each = runsEach(trend, spark);
  const columns = each === 1 ? 'one column a run' : `one column for ${each} runs, the worst of them`;
  return wrap(`▁ none, █ all, ${MISSING} not judged in that run; ${columns}; oldest first. Waived failures count as failures.`, width).map(paint.quiet);
};

const rulesPart = (layout: Layout, trend: Trend, all: boolean): readonly string[] => {
  const { troubled, sound } = ruleLines(trend);
  const lines = all ? [...troubled, ...sound] : troubled;
  const rest = sound.length === 0 || all ? [] : [layout.paint.quiet(`  ${count(sound.length, 'rule')} passed in every run (--all lists them)`)];
  if (lines.length === 0) return rest;
  return [head(layout, ['rule', 'passed', 'failed', 'not judged']), ...lines.map((line) => row(layout, line)), ...rest];
};

/** Readiness over time for people: a line a scenario, and a line a rule that did not always pass. */
export const trendText = (trend: Trend, options: TrendTextOptions): string => {
  const scenarios = scenarioLines(trend);
  const { troubled, sound } = ruleLines(trend);
  const layout = layoutOf(trend, [...scenarios, ...troubled, ...(options.all ? sound : [])], options);
  const title = `Readiness in ${visible(options.place)}: ${count(trend.runs.length, 'run')}, ${spanOf(trend)}`;
  const parts = [
    wrap(title, options.width).map(layout.paint.strong),
    scenarios.length === 0 ? [] : [head(layout, ['scenario', 'ready', 'not ready', 'undetermined']), ...scenarios.map((line) => row(layout, line))],
    rulesPart(layout, trend, options.all),
    legend(layout),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
};
